"""How the office speaks of stages, and the question that every decision asks first: does the stage rest?"""

from django.apps import apps
from django.db import connection, models
from django.utils.translation import gettext as _

from recruitment.accounts.roles import Role
from recruitment.audit.actions import LOCK
from recruitment.core import spoken_dates
from recruitment.core.refusals import Refused
from screening.stages.states import Gate, StageState


class StageQuerySet(models.QuerySet):
    """Stages …"""

    def visible_to(self, user):
        """… of posts of the reader's departments."""
        codes = user.department_codes(Role.HR_OFFICER)
        return self if codes is None else self.filter(position__department__code__in=codes)

    def of(self, position):
        """… of one post."""
        return self.filter(position=position)

    def in_order(self):
        """… post by post, as they follow one another."""
        place = models.Case(*(models.When(gate=gate, then=number) for number, gate in enumerate(Gate)), output_field=models.IntegerField())
        return self.order_by("-position__reference", place)


class StopQuerySet(models.QuerySet):
    """Stops …"""

    def standing(self):
        """… that nobody has lifted."""
        return self.filter(lifted_at=None)


def is_ready_for_ranking(position) -> bool:
    """Every stage before the ranking is closed."""
    before = [gate for gate in Gate if gate != Gate.MERIT]
    closed = apps.get_model("stages", "Stage").objects.of(position).filter(gate__in=before, state=StageState.CLOSED)
    return closed.count() == len(before)


def take_turn() -> None:
    """Wait until nobody else writes into the register: a stop and a decision come one after the other, never at once.

    Danger: the turn is taken before the stage's row is locked, by all alike. A decision has often written into the register
    already when it asks for its stage; whoever locked the stage first and then waited for the register would wait for ever.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])


def refuse_stopped(position, gate: str) -> None:
    """Refused while oversight has stopped this stage of the post; a gate that is no stage is never stopped."""
    _refuse(position, gate, {StageState.STOPPED})


def refuse_resting(position, gate: str) -> None:
    """Refused while the stage is stopped, and after it was closed."""
    _refuse(position, gate, {StageState.STOPPED, StageState.CLOSED})


def _refuse(position, gate: str, states: set[str]) -> None:
    if gate not in Gate.values:
        return
    take_turn()
    stage = apps.get_model("stages", "Stage").objects.of(position).filter(gate=gate, state__in=states).first()
    if stage is not None:
        raise Refused(_said_of(stage), subject=stage)


def _said_of(stage) -> str:
    told = {"stage": stage.get_gate_display()}
    if stage.state == StageState.CLOSED:
        return _("The stage “%(stage)s” of this post is closed; nothing in it changes any more.") % told
    stop = stage.stops.standing().select_related("stopped_by").get()
    told |= {"person": stop.stopped_by, "moment": spoken_dates.moment(stop.stopped_at), "reason": stop.reason}
    return _("%(person)s of the oversight body stopped the stage “%(stage)s” of this post on %(moment)s: %(reason)s") % told
