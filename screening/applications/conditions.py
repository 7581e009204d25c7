"""What must be true of a file before a verb may be done to it; each reads the file's own row."""

import datetime

from django.utils import timezone

from positions.conditions import Degree, Employment, Facts, LanguageProof, Qualification
from recruitment.calendar.periods import WorkingDays, deadline_instant
from recruitment.calendar.queries import working_days
from recruitment.policy.queries import value
from screening.applications.states import Gate, GateResult, State
from screening.applications.states.following import CLOCKS


def is_complete(application) -> bool:
    """Every section is marked as done."""
    return not application.missing_sections()


def is_before_deadline(application) -> bool:
    """The post is published and its deadline, Shanghai time, has not passed; or this person was granted a later one."""
    late, moment = application.late_until, application.stepped_at or timezone.now()
    return application.position.is_open_at(moment) or (late is not None and moment < late)


def may_be_published(application) -> bool:
    """The consent to publication was not taken back (PIPL, art. 25): without it nobody is nominated or announced."""
    return application.publication_withdrawn_at is None


def has_nothing_to_follow(application) -> bool:
    """No check of this file rests on a proof that is still to come: until then nobody is nominated or announced (domain 2.1.1)."""
    return not application.checks.filter(retired_at=None).exclude(result="met").exists()


def is_before_correction_deadline(application) -> bool:
    """The day until which corrections were asked for has not ended."""
    return application.correction_due_on is None or timezone.localdate() <= application.correction_due_on


def _passed(application, gate: Gate) -> bool:
    return application.gate(gate) == GateResult.PASSED


def has_passed_qualification(application) -> bool:
    return _passed(application, Gate.QUALIFICATION)


def has_passed_competence(application) -> bool:
    return _passed(application, Gate.COMPETENCE)


def has_passed_crosscultural(application) -> bool:
    return _passed(application, Gate.CROSSCULTURAL)


def has_passed_security(application) -> bool:
    return _passed(application, Gate.SECURITY)


def has_passed_all_gates(application) -> bool:
    """No announcement before all gates (domain 0.12, first invariant)."""
    return all(_passed(application, gate) for gate in Gate if gate != Gate.NOTICE)


def has_passed_notice(application) -> bool:
    """The notice period is over and nothing blocks this person (domain 1.1.5)."""
    return _passed(application, Gate.NOTICE)


def is_deferred_by_notice(application) -> bool:
    return application.gate(Gate.NOTICE) == GateResult.DEFERRED


def is_blocked_by_notice(application) -> bool:
    return application.gate(Gate.NOTICE) == GateResult.NOT_PASSED


def has_merit_decision(application) -> bool:
    """A merit list with this file on it was closed."""
    return application.composite is not None


def has_proposed_rejection(application) -> bool:
    """Somebody proposed to reject and said why; another person has to decide (domain 2.5.7)."""
    rejection = getattr(application, "rejection", None)
    return rejection is not None and rejection.approved_at is None


# --- Promises ------------------------------------------------------------------------------------------------------


def promised_on(application, calendar: WorkingDays) -> datetime.date | None:
    """The last day of the stage's service time, in working days from the last step; corrections have their own day."""
    if application.state == State.RETURNED:
        return application.correction_due_on
    if application.state not in CLOCKS:
        return None
    return promise_of(application.state, timezone.localdate(application.moved_at), application.position.round.service_days, calendar)


def promise_of(state: str, moved_on: datetime.date, service_days: dict[str, int], calendar: WorkingDays) -> datetime.date:
    """The last day of a stage that runs, for who has the columns and not the file; KeyError for a state without a clock."""
    return calendar.add_working_days(moved_on, service_days[CLOCKS[State(state)]]).ends_on


def standing_promise(application, calendar: WorkingDays | None) -> datetime.date | None:
    """What the candidate counts on now: the stage's day, or the later one of the last honest letter."""
    if application.state not in CLOCKS or calendar is None:
        return None
    said = [row.expected_on for row in missed_in_this_stage(application)]
    return max(said) if said else promised_on(application, calendar)


def missed_in_this_stage(application) -> list:
    """Days that were promised for the present stage and passed."""
    return [row for row in application.missed_promises.all() if row.state == application.state and row.found_at >= application.moved_at]


def is_missed(day: datetime.date | None) -> bool:
    """The promised day is over."""
    return day is not None and day < timezone.localdate()


# --- Late submission -----------------------------------------------------------------------------------------------


def late_window_ends(position) -> datetime.datetime:
    """Until when a late submission can be asked for: so many working days after the deadline, 24:00 in Shanghai."""
    days = value("late.ask_working_days")
    return deadline_instant(working_days().add_working_days(timezone.localdate(position.closes_at), days).ends_on)


def may_ask_late(position) -> bool:
    """The deadline has passed, not long ago."""
    now = timezone.now()
    return position.is_public and position.closes_at <= now < late_window_ends(position)


def window_closed_before() -> datetime.datetime:
    """Deadlines before this instant lie so far back that nobody can ask for a late submission any more."""
    calendar, days, today = working_days(), value("late.ask_working_days"), timezone.localdate()
    day = today
    while calendar.add_working_days(day, days).ends_on >= today:
        day -= datetime.timedelta(days=1)
    return deadline_instant(day)


# --- Statements ----------------------------------------------------------------------------------------------------


def statements_of(application) -> Facts:
    """What the file states, as plain facts for the rules of eligibility; a section that was not filled states nothing."""
    identity = getattr(application, "identity", None)
    declaration = getattr(application, "declaration", None)
    languages = list(application.languages.all())
    return Facts(
        **_of_identity(identity),
        has_criminal_record=declaration.has_criminal_record if declaration else None,
        was_dismissed=declaration.was_dismissed if declaration else None,
        degrees=tuple(Degree(row.isced_level, row.isced_field, row.language, row.graduated_on) for row in application.education.all()),
        employments=tuple(Employment(row.began_on, row.ended_on, row.kind) for row in application.employment.all() if row.began_on),
        qualifications=tuple(Qualification(row.kind, row.issued_on, row.expires_on) for row in application.certificates.all() if row.kind),
        languages=tuple(
            LanguageProof(row.language, row.test, row.version, row.level, row.score, row.tested_on)
            for row in languages
            if not row.is_native
        ),
        native_languages=tuple(row.language for row in languages if row.is_native),
        certificates=frozenset(row.kind for row in application.attachments.standing()),
    )


def _of_identity(identity) -> dict:
    if identity is None:
        return {}
    held = [identity.nationality, *(identity.other_nationalities or [])]
    return {
        "birth_date": identity.birth_date,
        "nationalities": tuple(str(country.code if hasattr(country, "code") else country) for country in held if country),
        "was_chinese_national": identity.was_chinese_national,
        "residence_months": identity.shanghai_months,
        "passport_expires_on": identity.passport_expires_on,
    }
