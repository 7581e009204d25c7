"""What an appointment keeps about its officer; and the officer's own copy of it."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

EMPLOY = _("To conclude and carry out the appointment contract")
LAWFUL = _("To make sure that nobody works without valid permits")
RECORD = _("To file the appointment with the civil-service authority")

TERMS = "annual_salary answer_by clause_term clause_duties clause_pay clause_insurance clause_liability contract_no signed_on"
SERVICE = "planned_start_on duty_started_on initial_training_done_on confirmed_on ended_on end_reason"


def _each(names: str, purpose, basis: str) -> dict:
    return dict.fromkeys(names.split(), (purpose, basis, "personnel"))


PERSONAL = {
    "Appointment": {
        **_each(f"{TERMS} {SERVICE}", EMPLOY, "contract"),
        **_each("filed_on", RECORD, "duty"),
        **_each("work_from work_until residence_from residence_until", LAWFUL, "duty"),
    },
    "Permit": _each("permit_class number valid_from valid_until", LAWFUL, "duty"),
    "Filing": _each("receipt_no filed_on", RECORD, "duty"),
}
NOT_PERSONAL = {"Filing": ("authority",)}


def appointments_of(person) -> list[dict]:
    """Each appointment of a person with its terms, permits and filings."""
    names = f"term_months probation_months filed_on {TERMS} {SERVICE}".split()
    found = apps.get_model("appointments", "Appointment").objects.filter(officer=person).select_related("application")
    return [
        {
            "number": appointment.reference,
            "state": appointment.state,
            **{name: getattr(appointment, name) for name in names},
            "permits": [_said(permit, "kind permit_class number valid_from valid_until") for permit in appointment.permits.all()],
            "filings": [_said(filing, "kind authority receipt_no filed_on") for filing in appointment.filings.all()],
        }
        for appointment in found.prefetch_related("permits", "filings").order_by("pk")
    ]


def _said(row, names: str) -> dict:
    return {name: getattr(row, name) for name in names.split()}


EXPORTS = {"appointments": appointments_of}
