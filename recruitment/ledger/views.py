"""What anyone may ask of the ledger, as JSON and without personal data: its signed head and its proofs."""

from django.http import JsonResponse
from django.views.decorators.http import require_safe

from recruitment.ledger import queries
from recruitment.ledger.models import Checkpoint, Leaf


@require_safe
def checkpoint(request):
    """The newest signed head."""
    head = queries.head()
    if head is None:
        return _missing("no checkpoint has been signed yet")
    return JsonResponse(queries.checkpoint_document(head))


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
def consistency(request, first, second):
    """The proof that the ledger only grew between two signed heads."""
    first, second = int(first), int(second)
    heads = {head.size: head for head in Checkpoint.objects.filter(size__in=[first, second])}
    if first not in heads or second not in heads or first > second:
        return _missing("both sizes must be those of signed checkpoints, the older first")
    return JsonResponse(queries.consistency_document(heads[first], heads[second]))


def _missing(reason: str) -> JsonResponse:
    return JsonResponse({"status": "not found", "reason": reason}, status=404)
