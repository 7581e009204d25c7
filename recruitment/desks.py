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
    Item(
        _("Settings of your account"),
        _("Name, language of letters, time zone, e-mail address, alerts; close the account."),
        "rights:settings",
    ),
    Item(_("Password and second factor"), _("Change your password, add a passkey or an authenticator app."), "mfa_index"),
)

ADMIN = Item(_("Recruitment office"), _("Board, queue, files and verbs of your role."), "admin:index")

DECLARATION = Item(
    _("Declaration for the final checks"),
    _("What nominated candidates declare, questions about it, and changes while in service."),
    "security:list",
)
KEYS = Item(_("Papers to open"), _("Sealed papers that wait for your key; two people open each."), "competence:keys")
INVIGILATION = Item(_("Invigilation"), _("Who sits a test, whose identity is checked, whose line is lost."), "competence:invigilation")
BOOKLETS = Item(
    _("Question booklets to open"), _("Sealed questions of interviews that wait for your key; two people open each."), "crosscultural:keys"
)

DESKS: dict[Role, tuple[Item, ...]] = {
    Role.CANDIDATE: (DECLARATION,),
    Role.HR_OFFICER: (ADMIN, KEYS, INVIGILATION, BOOKLETS),
    Role.QUALIFICATION_OFFICER: (ADMIN,),
    Role.SECURITY_REVIEWER: (ADMIN,),
    Role.PUBLICITY_OFFICER: (ADMIN,),
    Role.SYSTEM_ADMINISTRATOR: (ADMIN,),
    Role.SECURITY_ADMINISTRATOR: (ADMIN,),
    Role.AUDIT_ADMINISTRATOR: (ADMIN,),
    Role.ASSESSOR: (
        Item(
            _("Your panels"), _("Declarations, questions about conflicts, panels with rooms and order, your own details."), "assessors:desk"
        ),
        Item(_("Papers to mark"), _("Answers under candidate numbers, with the rubric beside them."), "competence:marking"),
        Item(_("Moderation"), _("Scripts of the panels that you chair, with every locked sheet."), "competence:chief"),
        Item(_("Interviews to rate"), _("Questions in their order, anchored ratings, your observations."), "crosscultural:panels"),
    ),
    Role.SETTER: (
        Item(_("Question bank"), _("Write questions for the competence test, and review those of others."), "competence:questions"),
    ),
    Role.OVERSIGHT_OBSERVER: (
        Item(_("Oversight"), _("The public register of commitments and the course of every round."), "oversight:posts"),
        KEYS,
        BOOKLETS,
    ),
    Role.MENTOR: (Item(_("Mentoring"), _("Your mentees, the plan, and the log of sessions."), "mentoring:list"),),
    Role.SERVICE_SPECIALIST: (Item(_("Life services"), _("Open requests of officers and their families."), "services:desk"), ADMIN),
    Role.OFFICER_IN_SERVICE: (
        Item(_("Your service"), _("Contract, permits, training, mentor and services in one place."), "service"),
        DECLARATION,
    ),
}


def items_for(user) -> list[Item]:
    """The cards of everybody's desk and of each role, every card once; the office first."""
    chosen = [item for role, items in DESKS.items() if user.has_role(role) for item in items]
    return list(dict.fromkeys([*chosen, *EVERYBODY]))
