"""What a file keeps about its candidate, what for, on what basis and how long; and the candidate's own copy of it."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from django_countries.fields import MultipleCountriesDescriptor

WHO = _("To know who applies, and to compare it with the passport")
PUBLISH = _("To name you in the public notice if you are proposed for appointment")
REACH = _("To reach you about your application")
CHECK = _("To check the requirements of the position")
CRIME = _("To check that nobody is appointed whom the law excludes")
BIAS = _("To keep relatives out of the decision about you")
JUDGE = _("To judge how you would do the work")
ADJUST = _("To arrange the test and the interview for you")
ASK = _("To ask people who know you how you work")
PROCEED = _("To carry the application through its stages")
REMIND = _("To write to you before a paper lapses")
WHY_REJECTED = _("To tell you why an application was not successful")

STAGES = ("qualification", "competence", "crosscultural", "security", "notice")


def _each(names: str, purpose, basis: str = "contract", retention: str = "application") -> dict:
    return dict.fromkeys(names.split(), (purpose, basis, retention))


def _gates(stage: str) -> dict:
    return _each(f"{stage}_gate {stage}_on", PROCEED, retention="security_gate" if stage == "security" else "application")


PERSONAL = {
    "Application": {
        **_each("candidate_code correction_items correction_message correction_due_on", PROCEED),
        **_each("withdrawal_reason withdrawal_code", PROCEED, "consent", "application_withdrawn"),
        **{name: purpose for stage in STAGES for name, purpose in _gates(stage).items()},
    },
    "Identity": {
        **_each("full_name_latin chinese_name sex", PUBLISH, "separate_consent"),
        **_each("full_name_native family_name given_names name_order former_names", WHO),
        **_each("birth_date nationality other_nationalities was_chinese_national residence_country shanghai_months", CHECK),
        **_each("passport_number passport_expires_on zone_differences", CHECK),
        **_each("telephone", REACH),
    },
    "Education": _each("title institution country isced_level isced_field began_on graduated_on", CHECK),
    "Certificate": _each("kind name issuer country issued_on expires_on", CHECK),
    "Employment": {**_each("employer title kind country began_on ended_on", CHECK), **_each("duties", JUDGE)},
    "LanguageEvidence": _each("is_native test version level score certificate_number tested_on", CHECK),
    "Pause": _each("kind began_on ended_on explanation", CHECK),
    "CompetencyEvidence": _each("text", JUDGE),
    "Interest": _each("kind who body explanation", BIAS, "duty"),
    "Referee": _each("name relation institution email", ASK),
    "Reference": _each("recommendation capacity strengths cooperation reservations", JUDGE),
    "PaperFacts": _each("country issued_on expires_on name_on_paper authentication", CHECK),
    "ExpiryWarning": _each("lapses_on", REMIND),
    "Declaration": {
        **_each("has_criminal_record was_dismissed explanation", CRIME, "separate_consent"),
        **_each("has_relatives relatives", BIAS, "duty"),
        **_each("motivation case_conflict case_event", JUDGE),
    },
    "Adjustment": _each("needs details", ADJUST, "separate_consent", "health"),
    "Arrangement": _each("test_minutes interview_minutes steps", ADJUST, "separate_consent", "health"),
    "Version": _each("answers", PROCEED),
    "LateRequest": _each("reason answer due_on decision", PROCEED),
    "MissedPromise": _each("promised_on expected_on", PROCEED, "duty"),
    "Rejection": _each("stage reason sentence", WHY_REJECTED, "duty"),
}
NOT_PERSONAL = {"SectionProgress": ("section",), "CompetencyEvidence": ("competency", "name"), "ExpiryWarning": ("step",)}

# What a referee says is given in confidence and is not among them (PIPL, art. 45: another person's rights).
PARTS = (
    "identity", "education", "certificates", "employment", "pauses", "languages", "competency_evidence", "referees", "interests", "adjustment", "arrangement", "declaration", "attachments",
)  # fmt: skip


def applications_of(person) -> list[dict]:
    """Every application of a person with all that they entered, for their own copy."""
    found = (
        apps.get_model("applications", "Application")
        .objects.of_candidate(person)
        .select_related("position", "identity", "declaration", "adjustment", "arrangement")
    )
    return [
        {
            "number": application.reference,
            "position": application.position.reference,
            "state": application.state,
            "begun": application.created_at,
            "handed_in": application.submitted_at,
            **{part: _part(application, part) for part in PARTS},
        }
        for application in found.prefetch_related(
            *(part for part in PARTS[1:] if part not in ("adjustment", "arrangement", "declaration", "attachments")),
            "attachments__document",
            "attachments__facts",
        ).order_by("pk")
    ]


def _part(application, name: str):
    rows = getattr(application, name, None)
    if name == "attachments":
        return [{"kind": row.kind, "file": row.document.display_name, "added": row.added_at, "facts": _facts(row)} for row in rows.all()]
    return [_said(row) for row in rows.all()] if hasattr(rows, "all") else _said(rows) if rows else None


def _facts(attachment):
    return _said(attachment.facts) if hasattr(attachment, "facts") else None


def _said(row) -> dict:
    """The answers of one row by the names of its fields."""
    names = [field.name for field in row._meta.local_fields if not field.is_relation and field.name not in ("id", "uuid")]
    return {name: plain(getattr(row, name)) for name in names}


def plain(value):
    """What JSON can say; countries by their codes."""
    if isinstance(value, list | MultipleCountriesDescriptor):
        return [plain(one) for one in value]
    return value.code if hasattr(value, "alpha3") else value


EXPORTS = {"applications": applications_of}
