"""What the candidate can prove: each entry of the public ledger that concerns the file, with its receipt to take away."""

from collections.abc import Iterator

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404

from recruitment.ledger import kinds, queries
from recruitment.ledger.commitments import canonical
from recruitment.ledger.models import Opening
from screening.applications.states import ENDED, Gate, GateResult
from screening.applications.views.base import OwnFile
from screening.applications.views.file import NEEDS

OWN = ("submission", "sitting", "notice.listed")
# What others wrote of the candidate is opened once the result of the gate was told, and not before.
AFTER = {Gate.COMPETENCE: ("marking", "moderation"), Gate.CROSSCULTURAL: ("sheet",)}


def opened_kinds(application) -> list[str]:
    """Kinds of entries whose content the candidate may know by now."""
    opened = list(OWN)
    for gate, named in AFTER.items():
        result = application.gate(gate)
        is_over = application.state in ENDED and result == GateResult.NOT_PASSED
        if is_over or (result == GateResult.PASSED and (application.state in NEEDS[gate] or application.state in ENDED)):
            opened += named
    return opened


class Receipts(OwnFile):
    """Every entry in the order of the ledger, in words, and whether it can be proved by now."""

    template_name = "applications/receipts.html"

    def get(self, request, uuid):
        if not self.application.reference:
            return self.to_file()
        return self.page(entries=list(self.entries()), versions=list(self.application.versions.defer("answers")))

    def entries(self) -> Iterator[dict]:
        head = queries.head()
        for opening in Opening.objects.of_file(self.application.uuid, opened_kinds(self.application)).defer("payload", "salt"):
            leaf = opening.leaf
            yield {"leaf": leaf, "name": kinds.label(leaf.kind), "is_proved": head is not None and leaf.index < head.size}


class LedgerReceipt(OwnFile):
    """One receipt as a file: content, salt, and the proof once there is one."""

    def get(self, request, uuid, index):
        openings = Opening.objects.of_file(self.application.uuid, opened_kinds(self.application))
        opening = get_object_or_404(openings, leaf=index)
        answer = JsonResponse(queries.receipt(opening.leaf, queries.head()), json_dumps_params={"ensure_ascii": False, "indent": 1})
        return _to_keep(answer, f"receipt-{index}.json")


class FixedAnswers(OwnFile):
    """The answers of one version, byte for byte as their checksum was entered in the ledger."""

    def get(self, request, uuid, number):
        version = self.application.versions.filter(number=number).first()
        if version is None:
            raise Http404
        return _to_keep(HttpResponse(canonical(version.answers), content_type="application/json"), f"answers-{number}.json")


def _to_keep(answer: HttpResponse, name: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
