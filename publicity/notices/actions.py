"""The verbs of notices: draw up, fill, review, amend, publish, weigh, conclude, resolve."""

import datetime
import hashlib
import json
from contextlib import suppress

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from kombu.exceptions import OperationalError

from positions.models import Department
from publicity.notices.conditions import exposures
from publicity.notices.models import Entry, Notice
from publicity.notices.permissions import may_draw_up
from publicity.notices.states import Outcome, Weight
from publicity.notices.texts import frozen_texts, titles
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.calendar.queries import notice_period
from recruitment.core.caching import purge
from recruitment.core.moving import moving
from recruitment.core.references import allocate
from recruitment.core.refusals import Refused
from recruitment.documents.actions import issue
from recruitment.ledger.actions import commit
from recruitment.policy.queries import value
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import Gate, GateResult, State


@transaction.atomic
def draw_up(department: Department, *, by: User) -> Notice:
    """Open a notice for everybody of a department who is cleared; the worker puts the names on it."""
    if not may_draw_up(by):
        raise Refused(_("Notices are drawn up by a publicity officer."), subject=department)
    if not _cleared(department).exists():
        raise Refused(_("Nobody of this department is cleared and not yet on a notice."), subject=department)
    year = timezone.localdate().year
    notice = Notice.objects.create(
        reference=f"GS-{year}-{allocate('notice', year):03d}",
        department=department,
        working_days=_lawful_days(department),
        rule=value("notice.count_rule"),
        author=by,
        **titles(department),
    )
    record("publicity.notice.draw_up", notice, by=by)
    transaction.on_commit(lambda: _queue(notice.pk), robust=True)
    return notice


def _queue(pk: int) -> None:
    with suppress(OperationalError):  # the sweep finds it
        current_app.send_task("notices.fill", [pk])


def _lawful_days(department: Department) -> int:
    kind = "public_institution" if department.body_kind == "public_institution" else "statutory"
    return max(5, int(value(f"notice.min_working_days.{kind}")))


def _cleared(department: Department):
    on_a_notice = Entry.objects.values("application_id")
    return Application.objects.filter(position__department=department, state=State.CLEARED, publication_withdrawn_at=None).exclude(
        pk__in=on_a_notice
    )


def fill(notice: Notice, *, by: User) -> Notice:
    """Put the cleared on the list in the order of their posts and ranks; done twice it changes nothing."""
    with moving(notice) as notice:
        if notice.filled_at is not None:
            return notice
        cleared = _cleared(notice.department).select_related("identity", "position").prefetch_related("education", "employment")
        rows = sorted(cleared, key=lambda row: (row.position.reference, row.rank or 0, row.pk))
        Entry.objects.bulk_create([_entry(notice, row, order) for order, row in enumerate(rows, start=1)])
        notice.filled_at = timezone.now()
        record("publicity.notice.fill", notice, by=by, data={"names": len(rows)})
    return notice


def _entry(notice: Notice, application: Application, order: int) -> Entry:
    identity = application.identity
    employed = next((job.employer for job in application.employment.all() if job.ended_on is None), "")
    graduated = next((degree.institution for degree in application.education.all()), "")
    return Entry(
        notice=notice,
        application=application,
        order=order,
        position_title={code: getattr(application.position, f"title_{code.replace('-', '_')}") for code, _name in settings.LANGUAGES},
        full_name=identity.full_name_latin,
        chinese_name=identity.chinese_name,
        sex=identity.sex,
        candidate_no=application.reference,
        institution=employed or graduated,
        nationality=str(identity.nationality),
    )


def review(notice: Notice, *, by: User) -> Notice:
    """The secrecy review by a second person, with the linter's findings in the way."""
    found = exposures(text for entry in notice.entries.all() for text in (entry.full_name, entry.chinese_name, entry.institution))
    if found:
        kinds = ", ".join(sorted({kind for kind, _text in found}))
        raise Refused(_("The notice shows what must not be published: %(kinds)s. Correct it first.") % {"kinds": kinds}, subject=notice)
    with moving(notice) as notice:
        notice.review(by=by)
        notice.reviewed_by, notice.reviewed_at = by, timezone.now()
    return notice


def amend(notice: Notice, *, by: User) -> Notice:
    """Take it back to the draft; the names are put on anew."""
    with moving(notice) as notice:
        notice.amend(by=by)
        notice.reviewed_by, notice.reviewed_at, notice.filled_at = None, None, None
        notice.entries.all().delete()
        transaction.on_commit(lambda: _queue(notice.pk), robust=True)
    return notice


def publish(notice: Notice, *, by: User) -> Notice:
    """Number it, fix its period and content, print it in five languages, announce everybody on it."""
    with moving(notice) as notice:
        notice.publish(by=by)
        _stamp(notice, by=by)
        notice.frozen = frozen_texts(notice)
        notice.digest = digest(notice)
        told = {"document_no": notice.document_no, "digest": notice.digest}
        commit("notice", notice.document_no, told, by=by)
        for language, _name in settings.LANGUAGES:
            _press(notice, language, by=by)
        url = f"{settings.SITE_URL}/{{}}/notices/{notice.reference}/"
        for entry in notice.entries.select_related("application__candidate", "application__position__department"):
            file = entry.application
            commit("notice.listed", notice.document_no, told | {"order": entry.order}, about=file.uuid, by=by)
            applications.announce(file, notice_url=url.format(file.candidate.language), ends_on=notice.ends_on, by=by)
        transaction.on_commit(purge, robust=True)
    return notice


def _stamp(notice: Notice, *, by: User) -> None:
    now = timezone.now()
    period = notice_period(now, notice.working_days, rule=notice.rule)
    year = timezone.localdate().year
    organ = notice.department.organ_code
    notice.published_by, notice.published_at = by, now
    notice.document_no = f"{organ}〔{year}〕{allocate(f'document {organ}', year)}号"
    notice.starts_on, notice.ends_on, notice.ends_at = period.starts_on, period.ends_on, period.closes_at
    notice.is_provisional = period.provisional
    notice.takedown_on = period.ends_on + datetime.timedelta(days=value("notice.takedown_after_days"))


def digest(notice: Notice) -> str:
    """SHA-256 (hex) of the frozen content in canonical JSON; /notices/….json gives the same bytes."""
    text = json.dumps(notice.frozen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _press(notice: Notice, language: str, *, by: User):
    """One language's PDF, with everything frozen into its row."""
    lines = [
        {**line, "position_title": line["position_title"][language], "sex": line["sex"][language]} for line in notice.frozen["entries"]
    ]
    context = {
        **{name: notice.frozen[name] for name in ("document_no", "supervision_phone", "supervision_email", "online_channel", "issued_on")},
        "text": notice.frozen["texts"][language],
        "rows": lines,
        "verify_url": f"{settings.SITE_URL}/{language}/notices/{notice.reference}/",
        "digest": notice.digest,
    }
    return issue("documents/notice.html", title=notice.document_no, language=language, context=context, about=notice, by=by)


def weigh(entry: Entry, weight: Weight, *, by: User) -> Entry:
    """What the objections' floor says of one person, without a word of why."""
    with moving(entry) as entry:
        entry.weight = weight
        record("publicity.entry.weigh", entry, by=by, data={"weight": weight})
    return entry


OUTCOMES = {
    Weight.NONE: Outcome.PROCEED,
    Weight.OPEN: Outcome.DEFERRED,
    Weight.UNDETERMINED: Outcome.DEFERRED,
    Weight.BLOCKING: Outcome.NOT_APPOINTED,
}
RESULTS = {
    Outcome.PROCEED: (GateResult.PASSED, applications.confirm),
    Outcome.DEFERRED: (GateResult.DEFERRED, applications.defer),
    Outcome.NOT_APPOINTED: (GateResult.NOT_PASSED, applications.revoke),
}


def conclude(notice: Notice, *, by: User) -> Notice:
    """The period is over: decide each person by themselves."""
    with moving(notice) as notice:
        notice.conclude(by=by)
        notice.concluded_at = timezone.now()
        for entry in notice.entries.select_related("application"):
            _decide(entry, OUTCOMES[Weight(entry.weight)], by=by)
        transaction.on_commit(purge, robust=True)
    return notice


def _decide(entry: Entry, outcome: Outcome, *, by: User) -> None:
    result, verb = RESULTS[outcome]
    with moving(entry) as entry:
        entry.outcome, entry.outcome_at = outcome, timezone.now()
        entry.review_by = timezone.localdate() + datetime.timedelta(days=30) if outcome == Outcome.DEFERRED else None
    if entry.application.state not in (State.ANNOUNCED, State.DEFERRED):
        return  # withdrawn meanwhile
    application = applications.record_gate(entry.application, Gate.NOTICE, result, on=timezone.localdate(), by=by)
    verb(application, by=by)


@transaction.atomic
def resolve(entry: Entry, *, outcome: str, by: User) -> Entry:
    """End a deferral after it was clarified: proceed or not, nothing else."""
    entry = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if entry.outcome != Outcome.DEFERRED or outcome == Outcome.DEFERRED or not may_draw_up(by):
        raise Refused(_("Only a deferred person can be decided, and only by “proceed” or “not appointed”."), subject=entry)
    if entry.weight in (Weight.OPEN, Weight.UNDETERMINED):
        raise Refused(_("The objection is still being examined. Its finding comes first."), subject=entry)
    if OUTCOMES[Weight(entry.weight)] != outcome:
        raise Refused(_("The finding of the objection says otherwise."), subject=entry)
    _decide(entry, Outcome(outcome), by=by)
    transaction.on_commit(purge, robust=True)
    return entry
