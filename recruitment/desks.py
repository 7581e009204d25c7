"""What stands on whose desk: the links of "my desk", by role."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role


@dataclass(frozen=True)
class Item:
    """One card on a desk."""

    title: str | Promise
    text: str | Promise
    url_name: str


EVERYBODY = (
    Item(_("Your applications"), _("Where each file is, what happens next and what is asked of you."), "applications:list"),
    Item(_("Saved positions"), _("Positions that you want to come back to, with their deadlines."), "positions:saved"),
    Item(_("Letters"), _("Every letter that was sent to you, to read again."), "notifications:inbox"),
    Item(_("My data"), _("What is stored about you, your consents, and a copy to take away."), "privacy:my_data"),
    Item(_("Password and second factor"), _("Change your password, add a passkey or an authenticator app."), "mfa_index"),
)

ADMIN = Item(_("Recruitment office"), _("Board, queue, files and verbs of your role."), "admin:index")

BOOKLETS = Item(
    _("Question booklets to open"), _("Sealed questions of interviews that wait for your key; two people open each."), "crosscultural:keys"
)

DESKS: dict[Role, tuple[Item, ...]] = {
    Role.HR_OFFICER: (ADMIN, BOOKLETS),
    Role.QUALIFICATION_OFFICER: (ADMIN,),
    Role.SECURITY_REVIEWER: (ADMIN,),
    Role.PUBLICITY_OFFICER: (ADMIN,),
    Role.SYSTEM_ADMINISTRATOR: (ADMIN,),
    Role.SECURITY_ADMINISTRATOR: (ADMIN,),
    Role.AUDIT_ADMINISTRATOR: (ADMIN,),
    Role.ASSESSOR: (
        Item(_("Papers to mark"), _("Answers under candidate numbers, with the rubric beside them."), "competence:marking"),
        Item(_("Interviews to rate"), _("Questions in their order, anchored ratings, your observations."), "crosscultural:panels"),
    ),
    Role.OVERSIGHT_OBSERVER: (
        Item(_("Oversight"), _("The public register of commitments and the course of every round."), "oversight"),
        BOOKLETS,
    ),
    Role.MENTOR: (Item(_("Mentoring"), _("Your mentees, the plan, and the log of sessions."), "mentoring:list"),),
    Role.SERVICE_SPECIALIST: (Item(_("Life services"), _("Open requests of officers and their families."), "services:desk"), ADMIN),
    Role.OFFICER_IN_SERVICE: (Item(_("Your service"), _("Contract, permits, training, mentor and services in one place."), "service"),),
}


def items_for(user) -> list[Item]:
    """The cards of everybody's desk and of each role, every card once; the office first."""
    chosen = [item for role, items in DESKS.items() if user.has_role(role) for item in items]
    return list(dict.fromkeys([*chosen, *EVERYBODY]))
