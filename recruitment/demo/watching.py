"""Who watches the demonstration: one invented body, two observers, a question answered, one that waits, and one attestation."""

from django.contrib.auth import get_user_model

from positions.models import Position
from recruitment.accounts.roles import Role
from recruitment.demo.office import Staff
from recruitment.demo.reading import content, in_five, instant, on
from screening.oversight import actions
from screening.oversight.models import Attestation, Body
from screening.oversight.states import BodyKind
from screening.stages.models import Stage
from screening.stages.states import Gate, StageState

TERM = 180


def send(staff: Staff) -> None:
    """The body sends two people for the pilot; each may lift a stop with the other."""
    told = content("oversight")
    plain = {name: told["body"][name] for name in ("country", "contact")}
    body = Body.objects.create(kind=BodyKind.OBSERVER, **plain, **in_five("name", told["body"]["name"]))
    for key in told["watchers"]:
        given = {"until": instant(TERM), "reason": told["reason"], "lifts_stops": True}
        actions.grant(body, person=staff[key], by=staff["secadmin_luo"], **given)


def attest(stage: Stage, staff: Staff) -> None:
    """What the first of the two says about the first stage that closes, before it does."""
    told = content("oversight")
    if not Attestation.objects.exists():
        actions.attest(stage, text=told["attested"], by=get_user_model().objects.get(pk=staff[told["watchers"][0]].pk))


def watch(posts: dict[str, Position], staff: Staff) -> None:
    """What the two asked about stages that run."""
    told = content("oversight")
    first, second = (get_user_model().objects.get(pk=staff[key].pk) for key in told["watchers"])
    running = Stage.objects.filter(position__in=posts.values()).exclude(state=StageState.CLOSED)
    stages = list(running.select_related("position__department", "position__round").order_by("pk"))
    checked, tested = (next(stage for stage in reversed(stages) if stage.gate == gate) for gate in (Gate.QUALIFICATION, Gate.COMPETENCE))
    with on(-6, 10):
        asked = actions.ask(checked, text=told["answered"]["question"], by=first)
    with on(-5, 11):
        hr = staff.of(Role.HR_OFFICER, checked.position.department.code)
        actions.answer(asked, answer=told["answered"]["answer"], by=get_user_model().objects.get(pk=hr.pk))
    with on(-1, 16):
        actions.ask(tested, text=told["open"], by=second)
