"""Who may do what: a mandate in force says it, for a stage whose post the person did not apply for."""

from django.apps import apps

from recruitment.accounts.roles import Role
from screening.oversight.states import BodyKind
from screening.stages import permissions as stages


def may_look(user) -> bool:
    """An observer with a mandate in force."""
    return user.has_role(Role.OVERSIGHT_OBSERVER) and user.mandates.in_force().exists()


def may_grant(user) -> bool:
    """The security administrator, who answers for who sees what."""
    return user.has_role(Role.SECURITY_ADMINISTRATOR)


def may_end(mandate, user) -> bool:
    """Whoever may grant, and never one's own."""
    return may_grant(user) and mandate.person_id != user.pk


def _is_apart(stage, user) -> bool:
    """Nobody watches over a selection in which they stand."""
    return not apps.get_model("applications", "Application").objects.of_candidate(user).for_position(stage.position_id).exists()


def may_ask(stage, user) -> bool:
    """Whoever may look."""
    return may_look(user) and _is_apart(stage, user)


may_attest = may_ask


def may_stop(stage, user) -> bool:
    """An observer's mandate; an auditor looks at what was done and stops nothing."""
    return (
        stages.may_stop(stage, user) and user.mandates.in_force().filter(body__kind=BodyKind.OBSERVER).exists() and _is_apart(stage, user)
    )


def may_lift(stage, user) -> bool:
    """Those whose mandate names them for it."""
    return stages.may_lift(stage, user) and user.mandates.in_force().filter(lifts_stops=True).exists() and _is_apart(stage, user)


def may_answer(question, user) -> bool:
    """HR of the post's department, except for a post they applied for."""
    return stages.may_close(question.stage, user) and _is_apart(question.stage, user)


def may_close(stage, user) -> bool:
    """HR of the post's department, except for a post they applied for."""
    return stages.may_close(stage, user) and _is_apart(stage, user)
