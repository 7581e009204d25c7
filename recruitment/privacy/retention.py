"""How long each class of personal information is kept; the numbers are policy parameters, the beginnings are fixed here."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from recruitment.policy.queries import frozen
from recruitment.policy.register import REGISTER
from recruitment.policy.states import Unit


@dataclass(frozen=True)
class Retention:
    """One class: what it is, from when the time runs, and the parameter that says how long; without one, by the rules for archives."""

    label: Any
    begins: Any
    parameter: str | None


ARCHIVE_RULES = _("kept by the rules for archives")

RETENTION: dict[str, Retention] = {
    "account": Retention(_("Account"), _("after the last sign-in"), "retention.account_months"),
    "application_withdrawn": Retention(
        _("Application withdrawn or never submitted"), _("after the withdrawal or the deadline"), "retention.application_withdrawn_days"
    ),
    "application": Retention(_("Application"), _("after the round has closed"), "retention.application_unsuccessful_months"),
    "assessment_appointee": Retention(
        _("Assessment records of appointees"), _("after the end of probation"), "retention.assessment_appointee_days"
    ),
    "assessment": Retention(_("Assessment records"), _("after the round has closed"), "retention.assessment_months"),
    "recording": Retention(_("Interview recordings"), _("after the round has closed"), "retention.recording_months"),
    "security_gate": Retention(
        _("Result of the security review"), _("after a refusal or the end of the contract"), "retention.security_gate_months"
    ),
    "health": Retention(_("Health documents"), _("after the decision"), "retention.health_months"),
    "notice": Retention(_("Names in the public notice"), _("after the notice period"), "notice.takedown_after_days"),
    "objection": Retention(_("Objections"), _("after their conclusion"), "retention.objection_years"),
    "provision": Retention(_("Impact assessments, consents and records of provision"), _("after they were made"), "pia.retention_years"),
    "log": Retention(_("Access and operation logs"), _("after they were written"), "log.retention_days"),
    "audit": Retention(_("Audit trail of decisions"), _("after the decision"), "retention.audit_years"),
    "letter": Retention(_("Letters"), _("after they were sent"), "retention.letter_months"),
    "alert": Retention(
        _("Alerts by e-mail that were not confirmed (confirmed ones: until you unsubscribe)"),
        _("after the request"),
        "alert.confirm_within_days",
    ),
    "service": Retention(_("Life-service and mentoring records"), _("after they are closed"), "retention.service_months"),
    "children": Retention(_("Data of children"), _("after the service is closed"), "retention.children_days"),
    "personnel": Retention(_("Personnel file and contract"), _("after the end of the contract"), None),
}


def periods() -> dict[str, str]:
    """Every class with its period in the words of the reader's language; one look at the parameters."""
    values = frozen(retention.parameter for retention in RETENTION.values() if retention.parameter)
    return {key: _spoken(retention, values) for key, retention in RETENTION.items()}


def _spoken(retention: Retention, values: dict[str, int]) -> str:
    if retention.parameter is None:
        return str(ARCHIVE_RULES)
    number = values[retention.parameter]
    form = {
        Unit.DAYS: ngettext("%(number)d day %(begins)s", "%(number)d days %(begins)s", number),
        Unit.MONTHS: ngettext("%(number)d month %(begins)s", "%(number)d months %(begins)s", number),
        Unit.YEARS: ngettext("%(number)d year %(begins)s", "%(number)d years %(begins)s", number),
    }[REGISTER[retention.parameter].unit]
    return form % {"number": number, "begins": retention.begins}
