"""What anyone may ask of the ledger: a page in plain words, and JSON without personal data: its signed heads and its proofs."""

from base64 import b64encode

from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.http import require_safe

from recruitment.core.limits import is_too_often, place_of
from recruitment.ledger import kinds, queries, signing
from recruitment.ledger.forms import BetweenForm, ReceiptForm
from recruitment.ledger.models import Checkpoint, Leaf, Opening, Witness

SHOWN, LISTED = 10, 500
MOST_A_MINUTE = 30

# What a step says when it holds, when it does not, and when it cannot be told yet.
STEPS = {
    "commitment": (_("The content and its salt give the commitment."), _("The content is not what was committed.")),
    "leaf": (_("The commitment gives the hash of the leaf."), _("The hash of the leaf is not that of the commitment.")),
    "inclusion": (_("The leaf stands under the root of the checkpoint."), _("The leaf does not stand under the root of the checkpoint.")),
    "key": (_("The checkpoint carries the key of this portal."), _("The checkpoint carries another key than that of this portal.")),
    "signature": (_("The signature of the checkpoint is true."), _("The signature of the checkpoint is false.")),
    "cosignature": (_("A co-signature is true."), _("A co-signature is false.")),
}
PENDING = _("The leaf waits for the next checkpoint, at most one hour. Get the receipt again then.")
# What the script needs to say the same in the browser.
SCRIPTED = {
    "words": [(code, *said) for code, said in STEPS.items()],
    "pending": PENDING,
    "verdicts": [{"verdict": verdict} for verdict in ("proved", "false", "pending", "unreadable")],
}


class LedgerPage(View):
    """What the ledger is, its newest checkpoints, and where a receipt is verified; nothing that is sent here is kept."""

    def get(self, request):
        between = BetweenForm(request.GET) if "older" in request.GET or "newer" in request.GET else BetweenForm()
        if between.is_bound and between.is_valid():
            return redirect("ledger:consistency", between.cleaned_data["older"], between.cleaned_data["newer"])
        return self.show(ReceiptForm(), between)

    def post(self, request):
        if is_too_often("receipt", place_of(request), most=MOST_A_MINUTE, seconds=60):
            return render(request, "ledger/busy.html", status=429)
        form = ReceiptForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form, BetweenForm())
        answer = self.show(ReceiptForm(), BetweenForm(), result=_verdict(form.cleaned_data))
        answer["Cache-Control"] = "no-store"
        return answer

    def show(self, form, between, result=None):
        checkpoints = list(Checkpoint.objects.prefetch_related("cosignatures__witness")[:SHOWN])
        context = {"form": form, "between": between, "result": result, "checkpoints": checkpoints, "kinds": kinds.KINDS.values()}
        context |= {"leaves": Leaf.objects.count(), "witnesses": list(Witness.objects.all()), "key": _own_key(), "origin": signing.ORIGIN}
        return render(self.request, "ledger/page.html", context | SCRIPTED)


def _verdict(told: dict) -> dict:
    steps = [(code, PENDING if whether is None else STEPS[code][0 if whether else 1], whether) for code, whether, _whose in told["steps"]]
    known = [whether for _code, _words, whether in steps]
    verdict = "false" if False in known else "pending" if None in known else "proved"
    return {"verdict": verdict, "steps": steps, "kind": kinds.label(told["kind"]), "reference": told["reference"]}


def _own_key() -> str | None:
    own = signing.own_key()
    return b64encode(own).decode() if own else None


@require_safe
def checkpoint(request):
    """The newest signed head."""
    head = queries.head()
    if head is None:
        return _missing("no checkpoint has been signed yet")
    return JsonResponse(queries.checkpoint_document(head))


@require_safe
def checkpoint_of(request, size):
    """The signed head of one size."""
    found = Checkpoint.objects.filter(size=int(size)).first()
    if found is None:
        return _missing("no checkpoint has this size")
    return JsonResponse(queries.checkpoint_document(found))


@require_safe
def checkpoints(request):
    """The newest signed heads in short, as many as a page can hold."""
    rows = Checkpoint.objects.values_list("size", "root", "at")[:LISTED]
    told = [{"size": size, "root": bytes(root).hex(), "at": queries.instant(at)} for size, root, at in rows]
    return JsonResponse({"origin": signing.ORIGIN, "checkpoints": told})


@require_safe
def keys(request):
    """The public keys of the ledger and of its witnesses, with the time for which each holds."""
    witnesses = [
        {
            "name": row.name,
            "public_key": row.public_key,
            "since": queries.instant(row.since),
            "until": row.until and queries.instant(row.until),
        }
        for row in Witness.objects.all()
    ]
    return JsonResponse({"origin": signing.ORIGIN, "algorithm": "Ed25519", "public_key": _own_key(), "witnesses": witnesses})


@require_safe
def inclusion(request, leaf_hash):
    """The proof that a leaf stands in the ledger; asked by its hash, which only a receipt or a notice tells."""
    leaf, head = Leaf.objects.filter(leaf_hash=bytes.fromhex(leaf_hash)).first(), queries.head()
    if leaf is None:
        return _missing("no leaf has this hash")
    if head is None or leaf.index >= head.size:
        return JsonResponse({"status": "pending", "reason": "the leaf waits for the next checkpoint"}, status=202)
    return JsonResponse(queries.inclusion_document(leaf, head))


@require_safe
def receipt(request, leaf_hash):
    """The receipt of something that concerns nobody alone: rules, posts, papers, notices."""
    openings = Opening.objects.filter(leaf__leaf_hash=bytes.fromhex(leaf_hash), leaf__kind__in=kinds.PUBLIC, about=None)
    opening = openings.select_related("leaf").first()
    if opening is None:
        return _missing("no public receipt has this hash")
    return JsonResponse(queries.receipt(opening.leaf, queries.head()), json_dumps_params={"ensure_ascii": False})


@require_safe
def consistency(request, first, second):
    """The proof that the ledger only grew between two signed heads."""
    first, second = int(first), int(second)
    heads = {head.size: head for head in Checkpoint.objects.filter(size__in=[first, second])}
    if first not in heads or second not in heads or first > second:
        return _missing("both sizes must be those of signed checkpoints, the older first")
    return JsonResponse(queries.consistency_document(heads[first], heads[second]))


def _missing(reason: str) -> JsonResponse:
    return JsonResponse({"status": "not found", "reason": reason}, status=404)
