"""One candidate's belongings on every floor, and the addresses that lead to them."""

import datetime

from django.urls import reverse
from django.utils import timezone

from onboarding.appointments.models import Appointment
from onboarding.mentoring.models import Pairing
from onboarding.services.models import Case, ServiceKind
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.privacy.models import Consent
from screening.applications.states import State
from screening.competence.models import Sitting
from screening.crosscultural.models import Booklet, Interview
from tests import assessments, factories


def of(candidate, *, position, mentor, hr_officer) -> list[str]:
    """Addresses of a draft, a file under way, a test, an interview, a letter, a consent, an offer, a request and a mentor."""
    draft = factories.application(factories.published_position(position.department, author=hr_officer, reviewer=mentor), candidate)
    file = factories.brought_to(factories.complete(factories.application(position, candidate)), State.OFFERED)
    letter = notify(candidate, Kind.QUALIFIED, about=file)
    consent = Consent.objects.filter(person=candidate).first()
    return [
        *_file(draft),
        *_file(file),
        *_stages(file, hr_officer=hr_officer),
        *_service(file, mentor=mentor),
        reverse("notifications:letter", args=[letter.uuid]),
        reverse("privacy:withdraw", args=[consent.pk]),
        reverse("rights:publish_again", args=[file.uuid]),
        reverse("rights:parcel", args=[file.uuid]),
    ]


def _file(file) -> list[str]:
    """The file, its sections, its entries and its papers."""
    pages = (
        "file",
        "copy",
        "check",
        "flight",
        "receipt",
        "receipts",
        "receipt_paper",
        "answers_paper",
        "reopen",
        "restore",
        "withdraw",
        "discard",
    )
    sections = (
        "identity",
        "education",
        "work",
        "languages",
        "competencies",
        "referees",
        "documents",
        "interests",
        "adjustments",
        "declarations",
    )
    lists = ("education", "certificates", "work", "pauses", "languages", "referees", "interests")
    entries = [("education", row.pk) for row in file.education.all()] + [("work", row.pk) for row in file.employment.all()]
    return [
        *(reverse(f"applications:{page}", args=[file.uuid]) for page in pages),
        *(reverse("applications:section", args=[file.uuid, section]) for section in sections),
        *(reverse("applications:entry_add", args=[file.uuid, section]) for section in lists),
        *(reverse("applications:entry", args=[file.uuid, *entry]) for entry in entries),
        *(reverse("applications:entry_remove", args=[file.uuid, *entry]) for entry in entries),
        reverse("applications:paper", args=[file.uuid, "passport"]),
    ]


def _stages(file, *, hr_officer) -> list[str]:
    """The test and the interview."""
    paper = assessments.draft_paper(file.position, author=hr_officer)
    sitting = Sitting.objects.create(paper=paper, application=file, code=file.candidate_code)
    booklet = Booklet.objects.create(position=file.position, **assessments.five(title="Booklet", instructions="Ask."))
    interview = Interview.objects.create(application=file, booklet=booklet, code=file.candidate_code)
    return [
        *(
            reverse(f"competence:{page}", args=[sitting.uuid])
            for page in ("paper", "start", "answers", "hand_in", "hear", "trial", "receipt")
        ),
        *(reverse(f"crosscultural:{page}", args=[interview.uuid]) for page in ("interview", "calendar", "inventory")),
        *(reverse(f"competence:{page}", args=[file.candidate_code]) for page in ("script", "lock", "step_back", "follow_up", "moderate")),
        *(
            reverse(f"crosscultural:{page}", args=[file.candidate_code])
            for page in ("sheet", "lock", "step_back", "panel_calendar", "moderate", "note")
        ),
    ]


def _service(file, *, mentor) -> list[str]:
    """The offer, the mentor and a request."""
    today = timezone.localdate()
    told = {"term_months": 24, "annual_salary": "400000", "answer_by": today + datetime.timedelta(days=9)}
    appointment = Appointment.objects.create(application=file, officer=file.candidate, planned_start_on=today, **told)
    pairing = Pairing.objects.create(mentor=mentor, appointment=appointment)
    kind = ServiceKind.objects.create(code="bank", working_days=5, name="Bank account")
    case = Case.objects.create(appointment=appointment, kind=kind, request="An account", due_on=today)
    return [
        *(reverse(f"appointments:{page}", args=[appointment.uuid]) for page in ("offer", "accept", "decline")),
        *(reverse(f"mentoring:{page}", args=[pairing.uuid]) for page in ("pairing", "log")),
        *(reverse(f"services:{page}", args=[case.uuid]) for page in ("case", "take", "tick", "close", "rate")),
    ]
