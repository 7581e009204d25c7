"""A town to walk through in the browser: everybody that the pages need, made once for all browser tests."""

import datetime

from django.utils import timezone

from onboarding.appointments.models import Appointment
from onboarding.mentoring import actions as mentoring
from onboarding.services.models import ServiceKind
from onboarding.training import actions as training
from onboarding.training.models import Course
from publicity.notices import actions as notices
from publicity.notices.models import Notice
from recruitment.accounts.roles import Role
from screening.applications.models import Application
from tests import factories
from tests.stories.town import Town

FIVE = {"zh_hans": "课程", "en": "Course", "de": "Kurs", "ja": "講座", "ko": "과정"}


def built() -> Town:
    """A post that is open, a notice that runs, an officer in service with a mentor, a course and a service kind."""
    town = Town("walkers")
    town.jump_to_cleared()
    drawn = notices.draw_up(town.department, by=town.publicity)
    notices.fill(drawn, by=town.robot)
    notices.review(Notice.objects.get(pk=drawn.pk), by=town.second_publicity)
    town.running = notices.publish(Notice.objects.get(pk=drawn.pk), by=town.publicity)
    town.officer_in_service = town.person("officer_in_service", Role.OFFICER_IN_SERVICE, language="ja")
    town.mentor = town.person("mentor", Role.MENTOR, language="zh-hans")
    town.specialist = town.person("specialist", Role.SERVICE_SPECIALIST)
    file = factories.brought_to(factories.complete(factories.application(town.position, town.officer_in_service)), "appointed")
    town.appointment = _serving(file)
    town.pairing = mentoring.pair(town.appointment, mentor=town.mentor, goals="Ein erstes Treffen.", by=town.hr)
    course = Course.objects.create(
        code="C-1", days=12, hours=60, is_initial=True, is_compulsory=True, **{f"title_{key}": text for key, text in FIVE.items()}
    )
    training.enrol(town.appointment, course=course, by=town.hr)
    line = {"key": "passport", "text": {"zh-hans": "护照", "en": "Passport", "de": "Reisepass", "ja": "旅券", "ko": "여권"}}
    ServiceKind.objects.create(code="residence", working_days=7, checklist=[line], **{f"name_{key}": text for key, text in FIVE.items()})
    return town


def _serving(file: Application) -> Appointment:
    today = timezone.localdate()
    span = (today - datetime.timedelta(days=30), today + datetime.timedelta(days=700))
    return Appointment.objects.create(
        application=file,
        officer=file.candidate,
        state="serving",
        term_months=36,
        probation_months=6,
        annual_salary="400000",
        planned_start_on=today,
        answer_by=today,
        contract_no="C-1",
        signed_on=today,
        filed_on=today,
        work_from=span[0],
        work_until=span[1],
        residence_from=span[0],
        residence_until=span[1],
        duty_started_on=today,
    )
