"""The words of a notice in five languages, frozen when it is published. The Chinese text is the official one."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from recruitment.calendar.periods import SHANGHAI
from recruitment.core.spoken_dates import day
from screening.applications.models.sections import Sex

SUPERVISION = ("supervision_body", "supervision_hours", "supervision_address")


def _suffix(language: str) -> str:
    return language.replace("-", "_")


def titles(department) -> dict[str, str]:
    """title_<language> and legal_basis_<language> of a new notice."""
    told = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            told[f"title_{_suffix(language)}"] = _("Public notice of proposed appointees of %(department)s") % {
                "department": department.name
            }
            told[f"legal_basis_{_suffix(language)}"] = _("the approved recruitment plan of this pilot programme")
    return told


def frozen_texts(notice) -> dict:
    """Everything that the published notice says, as plain JSON: one block for each language, and the list."""
    blocks = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            blocks[language] = _block(notice)
    return {
        "reference": notice.reference,
        "document_no": notice.document_no,
        "starts_on": notice.starts_on.isoformat(),
        "ends_on": notice.ends_on.isoformat(),
        "working_days": notice.working_days,
        "is_provisional": notice.is_provisional,
        "issued_on": notice.published_at.astimezone(SHANGHAI).date().isoformat(),
        "supervision_phone": notice.department.supervision_phone,
        "supervision_email": notice.department.supervision_email,
        "online_channel": f"{settings.SITE_URL}/zh-hans/objections/{notice.reference}/",
        "texts": blocks,
        "entries": [_line(entry) for entry in notice.entries.order_by("order")],
    }


def _block(notice) -> dict[str, str]:
    """The running text (domain 1.1, notice text), in the language that is active."""
    told = {
        "title": notice.title,
        "basis": notice.legal_basis,
        "start": day(notice.starts_on),
        "end": day(notice.ends_on),
        "number": notice.working_days,
    }
    department = notice.department
    return {
        "title": notice.title,
        "opening": _(
            "Under %(basis)s, and after qualification check, professional competence test, cross-cultural assessment and "
            "security review, the persons below are proposed for appointment."
        )
        % told,
        "period": _("Notice period: %(start)s to %(end)s (%(number)s working days).") % told,
        "invitation": _(
            "During this period anyone may raise an objection by telephone, letter, visit or online. Statements must be factual. Giving your name "
            "and a contact is encouraged so that we can verify and reply; your identity and statement are kept strictly confidential."
        ),
        "consequence": _(
            "When the period ends, appointment proceeds where nothing was reported or what was reported does not affect it; where a serious matter is "
            "substantiated the person is not appointed; where a serious report cannot be verified for the time being, appointment is deferred until "
            "it has been clarified."
        ),
        "issuing_body": department.name,
        **{name: getattr(department, name) for name in SUPERVISION},
    }


def _line(entry) -> dict:
    """One person as published: no birth date, no passport number, no address, telephone, e-mail or photo (domain 1.1.3)."""
    sexes = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            sexes[language] = str(Sex(entry.sex).label)
    return {
        "order": entry.order,
        "position_title": entry.position_title,
        "full_name": entry.full_name,
        "chinese_name": entry.chinese_name,
        "sex": sexes,
        "candidate_no": entry.candidate_no,
        "institution": entry.institution,
        "nationality": entry.nationality,
    }
