"""A post as the oversight body sees it: its stages, what was sealed and opened, what went another way than planned."""

from django.db.models import Count, Prefetch, Q

from positions.models import Position
from recruitment.ledger.models import Leaf
from screening.applications.models import Application, LateRequest, MissedPromise, Rejection
from screening.applications.queries import LANGUAGES
from screening.competence.models import Paper
from screening.crosscultural.models import Booklet
from screening.merit.models import MeritList
from screening.oversight.states import WAITING
from screening.qualification.models import CorrectionRequest
from screening.stages.models import Stage
from screening.stages.states import Gate

MOST = 100
SHOWN = ("reference", "state", "closes_at", "headcount", "round__reference", "round__needs_attestation")
TITLES = [f"title_{code}" for code in LANGUAGES]


def watched():
    """Posts whose rules are fixed, the newest first, each with its stages and their open questions."""
    stages = Stage.objects.annotate(open_questions=Count("questions", filter=Q(questions__answered_at=None))).order_by("pk")
    posts = Position.objects.public().filter(round__frozen_at__isnull=False).select_related("round").only(*SHOWN, *TITLES)
    return posts.prefetch_related(Prefetch("stages", stages)).order_by("-reference")


def progress(position) -> list[dict]:
    """Each stage of a post, with how many files wait in it."""
    counts = Application.objects.for_position(position).counted_by_state()
    rows = Stage.objects.of(position).annotate(open_questions=Count("questions", filter=Q(questions__answered_at=None))).order_by("pk")
    return [{"stage": stage, "waiting": sum(counts.get(state, 0) for state in WAITING[Gate(stage.gate)])} for stage in rows]


def seals(position) -> list[dict]:
    """Papers and booklets with their hash, when they were sealed and opened, and their leaf in the ledger."""
    papers, booklets = list(Paper.objects.filter(position=position)), list(Booklet.objects.filter(position=position))
    keys = Q(kind="paper.sealed", reference__in=[row.reference for row in papers])
    keys |= Q(kind="booklet.sealed", reference__in=[str(row.uuid) for row in booklets])
    leaves = {(leaf.kind, leaf.reference): leaf for leaf in Leaf.objects.filter(keys)}
    rows = [_seal(row, row.reference, row.opened_at, leaves.get(("paper.sealed", row.reference))) for row in papers]
    return [*rows, *(_seal(row, row.title, None, leaves.get(("booklet.sealed", str(row.uuid)))) for row in booklets)]


def _seal(row, name: str, opened_at, leaf) -> dict:
    return {"row": row, "kind": row._meta.verbose_name, "name": name, "opened_at": opened_at, "leaf": leaf}


def commitments(position):
    """What the ledger holds of a post and its round, in the order in which it was entered: rules, draws, merit lists, closings."""
    about = Q(reference__in=[position.reference, position.round.reference]) | Q(reference__startswith=f"{position.reference}/")
    return Leaf.objects.filter(about).order_by("index")[:MOST]


def merit_lists(position):
    """Each merit list with the number of its lines."""
    return MeritList.objects.filter(position=position).annotate(number=Count("lines")).order_by("pk")[:MOST]


def exceptions(position) -> dict[str, int]:
    """How often something went another way than planned, by the list that shows it."""
    files = Application.objects.for_position(position).in_office()
    return {
        "rejections": Rejection.objects.filter(application__position=position).count(),
        "late": LateRequest.objects.filter(application__position=position).count(),
        "corrections": CorrectionRequest.objects.filter(application__in=files).exclude(reason_again="").count(),
        "promises": MissedPromise.objects.filter(application__position=position).count(),
        "extensions": position.corrections.issued().count(),
    }
