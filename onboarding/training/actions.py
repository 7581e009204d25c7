"""The verbs of training: enrol, complete."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from onboarding.appointments.actions import complete_initial_training
from onboarding.appointments.models import Appointment
from onboarding.training.models import Course, Enrolment
from onboarding.training.permissions import may_complete, may_enrol
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value


@transaction.atomic
def enrol(appointment: Appointment, *, course: Course, by: User) -> Enrolment:
    """Put an officer on a course."""
    if not may_enrol(appointment, by):
        raise PermissionDenied
    enrolment, is_new = Enrolment.objects.get_or_create(course=course, appointment=appointment)
    if is_new:
        record("onboarding.enrolment.enrol", enrolment, by=by, data={"course": course.code})
        notify(appointment.officer, Kind.COURSE_ENROLLED, about=enrolment)
    return enrolment


def complete(enrolment: Enrolment, *, completed_on: datetime.date, result: str = "", by: User) -> Enrolment:
    """Say that a course was completed; with the last of them initial training is complete."""
    if not may_complete(enrolment, by):
        raise PermissionDenied
    if completed_on > timezone.localdate() or completed_on < enrolment.enrolled_on:
        raise Refused(_("The day lies between the enrolment and today."), subject=enrolment)
    with moving(enrolment) as enrolment:
        enrolment.completed_on, enrolment.result = completed_on, result
        record("onboarding.enrolment.complete", enrolment, by=by, data={"course": enrolment.course.code})
        notify(enrolment.appointment.officer, Kind.COURSE_COMPLETED, about=enrolment)
    if is_initial_training_complete(enrolment.appointment):
        complete_initial_training(enrolment.appointment, on=completed_on, by=by)
    return enrolment


def is_initial_training_complete(appointment: Appointment) -> bool:
    """Every compulsory initial course, and at least the days that policy asks for (domain 7.8)."""
    done = Enrolment.objects.completed().filter(appointment=appointment, course__is_initial=True).select_related("course")
    days = sum(enrolment.course.days for enrolment in done)
    compulsory = set(Course.objects.filter(is_initial=True, is_compulsory=True).values_list("pk", flat=True))
    return compulsory <= {enrolment.course_id for enrolment in done} and days >= value("training.initial_min_days")
