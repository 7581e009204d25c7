"""How the office speaks of oversight, who still waits in a stage, and what stands in the way of closing it."""

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from recruitment.accounts.roles import Role
from screening.applications.states import State
from screening.oversight.states import WAITING
from screening.stages.conditions import has_quality, has_reasons
from screening.stages.states import Gate, StageState


class MandateQuerySet(models.QuerySet):
    """Mandates …"""

    def in_force(self):
        """… that hold at this moment."""
        now = timezone.now()
        return self.filter(since__lte=now, until__gt=now, ended_at=None, body__is_active=True, person__is_active=True)

    def of(self, user):
        """… of one person."""
        return self.filter(person=user)


class QuestionQuerySet(models.QuerySet):
    """Questions …"""

    def visible_to(self, user):
        """… about posts of the reader's departments."""
        codes = user.department_codes(Role.HR_OFFICER)
        return self if codes is None else self.filter(stage__position__department__code__in=codes)

    def open(self):
        """… that wait for an answer."""
        return self.filter(answered_at=None)

    def overdue(self):
        """… whose day has passed."""
        return self.open().filter(due_on__lt=timezone.localdate())


class AttestationQuerySet(models.QuerySet):
    """Attestations …"""

    def visible_to(self, user):
        """… about posts of the reader's departments."""
        codes = user.department_codes(Role.HR_OFFICER)
        return self if codes is None else self.filter(stage__position__department__code__in=codes)


def waiting(stage) -> models.QuerySet:
    """Files of the post that the stage has not decided; for the first stage also who was granted a later deadline."""
    waits = Q(state__in=WAITING[Gate(stage.gate)])
    if stage.gate == Gate.QUALIFICATION:
        waits |= Q(state=State.DRAFT, late_until__gt=timezone.now())
    return apps.get_model("applications", "Application").objects.for_position(stage.position_id).filter(waits)


def earlier(stage) -> list[str]:
    """Gates of the stages that come before this one."""
    order = list(Gate)
    return [gate.value for gate in order[: order.index(Gate(stage.gate))]]


def unfinished(stage) -> list[str]:
    """Sentences that say who or what the stage still waits for; empty when its work is done."""
    said = []
    if stage.state == StageState.STOPPED:
        said.append(_("The stage is stopped. Two people who are named for it lift the stop."))
    if stage.gate == Gate.QUALIFICATION and stage.position.is_open_at(timezone.now()):
        said.append(_("Applications can still be handed in for this post."))
    behind = type(stage).objects.of(stage.position_id).filter(gate__in=earlier(stage)).exclude(state=StageState.CLOSED)
    if behind.exists():
        said.append(_("Close the stages before this one first."))
    if number := waiting(stage).count():
        waits = ngettext("%(number)d application still waits in this stage.", "%(number)d applications still wait in this stage.", number)
        said.append(waits % {"number": number})
    return said


def obstacles(stage) -> list[str]:
    """Everything that stands in the way of closing the stage, each in a sentence; empty when it can be closed."""
    said = unfinished(stage)
    if number := stage.questions.open().count():
        waits = ngettext(
            "%(number)d question of the oversight body waits for its answer.",
            "%(number)d questions of the oversight body wait for their answers.",
            number,
        )
        said.append(waits % {"number": number})
    if not has_quality(stage):
        said.append(_("The quality report of this stage has not been recorded."))
    elif not has_reasons(stage):
        said.append(_("Something in the quality report is red. Say why the stage can be closed all the same."))
    if stage.position.round.needs_attestation and not stage.attestations.exists():
        said.append(_("The rules of the round ask for the attestation of an oversight body, and there is none yet."))
    return said
