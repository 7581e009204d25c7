"""The verbs of alerts: subscribe, confirm, unsubscribe, tell; without an account, and nothing revealed about other addresses."""

import datetime

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from positions.models import Alert, Department, Position
from positions.states import PROOFS_OF_CHINESE, EngagementType, Frequency, Pay, PositionKind, SalaryMode, WorkingLanguage
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core import spoken_dates
from recruitment.core.spoken_dates import SHANGHAI
from recruitment.notifications.actions import write_to
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter

MOST_ALERTS = 20
MOST_POSTS = 30
HOUR = 8
# Danger: a publication stamps its post before it is committed. What is younger than this may not be seen yet and waits for the next time.
SETTLED = datetime.timedelta(minutes=10)
CONFIRM, CANCEL = "positions.alert.confirm", "positions.alert.cancel"
WORDS = {
    "kind": (gettext_lazy("Kind of post"), PositionKind.choices),
    "engagement": (gettext_lazy("Type of engagement"), EngagementType.choices),
    "language": (gettext_lazy("Working language"), WorkingLanguage.choices),
    "chinese": (gettext_lazy("Proof of Chinese"), PROOFS_OF_CHINESE),
    "salary": (gettext_lazy("Salary system"), SalaryMode.choices),
    "pay": (gettext_lazy("Salary range"), Pay.choices),
}


@transaction.atomic
def subscribe(address: str, *, search: dict, frequency: str, language: str, by: User) -> Alert | None:
    """Note a search, and write to the address for its owner's confirmation; None when there are too many for one address."""
    if Alert.objects.of_address(address).count() >= MOST_ALERTS:
        return None
    told = {"address": address, "language": language}
    alert, is_new = Alert.objects.get_or_create(address_index=Alert.index_of(address), search=search, frequency=frequency, defaults=told)
    links = {"confirm_url": link(alert, "confirm"), "cancel_url": link(alert, "cancel")}
    write_to(address, Kind.ALERT_REQUESTED, about=alert, language=language, items=words_of(search, language), **links)
    if is_new:
        record("positions.alert.subscribe", alert, by=by)
    return alert


@transaction.atomic
def confirm(alert: Alert, *, by: User) -> Alert:
    """Begin to tell; a second time changes nothing. Another frequency of the same search gives way."""
    alert = Alert.objects.select_for_update(no_key=True).get(pk=alert.pk)
    if alert.confirmed_at:
        return alert
    now = timezone.now()
    alert.confirmed_at, alert.told_until, alert.next_at = now, now - SETTLED, next_morning(alert.frequency, after=now)
    alert.save()
    for other in Alert.objects.of_address(alert.address).filter(search=alert.search).exclude(pk=alert.pk):
        unsubscribe(other, by=by)
    record("positions.alert.confirm", alert, by=by)
    return alert


@transaction.atomic
def unsubscribe(alert: Alert, *, by: User) -> None:
    """Delete the search with its address, and every letter that was written about it."""
    record("positions.alert.unsubscribe", alert, by=by)
    Letter.objects.about(alert).delete()
    alert.delete()


@transaction.atomic
def tell(alert: Alert, *, by: User) -> bool:
    """Write of what is new since the last time, if anything is; False when not, or when somebody else is at it."""
    now = timezone.now()
    due = Alert.objects.due().select_for_update(skip_locked=True, no_key=True)
    alert = due.filter(pk=alert.pk).first()
    if alert is None:
        return False
    until = now - SETTLED
    posts = _news(alert, until)
    alert.told_until, alert.next_at = max(until, alert.told_until), next_morning(alert.frequency, after=now)
    alert.save()
    if posts:
        _write(alert, posts)
        record("positions.alert.tell", alert, by=by, data={"posts": len(posts)})
    return bool(posts)


def _news(alert: Alert, until: datetime.datetime) -> list[Position]:
    fresh = Position.objects.current().filter(published_at__gt=alert.told_until, published_at__lte=until)
    return list(fresh.matching(alert.search).for_list()[:MOST_POSTS])


def _write(alert: Alert, posts: list[Position]) -> None:
    with translation.override(alert.language):
        items = [_line(post) for post in posts]
    cancel = link(alert, "cancel")
    write_to(
        alert.address,
        Kind.POSITIONS_FOUND,
        about=alert,
        language=alert.language,
        unsubscribe_url=cancel,
        items=items,
        number=len(items),
        cancel_url=cancel,
    )


def _line(post: Position) -> str:
    told = {
        "title": post.title,
        "department": post.department.name,
        "day": spoken_dates.day(post.closes_at),
        "address": settings.SITE_URL + post.get_absolute_url(),
    }
    return _("%(title)s (%(department)s)\nApplication deadline: %(day)s\n%(address)s") % told


def link(alert: Alert, verb: str) -> str:
    """The whole address of the page on which the owner confirms or unsubscribes, in their language."""
    token = signing.dumps(alert.uuid.hex, salt={"confirm": CONFIRM, "cancel": CANCEL}[verb])
    with translation.override(alert.language):
        return settings.SITE_URL + reverse(f"positions:alert_{verb}", args=[token])


def found_by(token: str, *, salt: str, max_age: datetime.timedelta | None = None) -> Alert | None:
    """Whose link it is; nothing for a link that is not ours, too old, or of something that is gone."""
    try:
        name = signing.loads(token, salt=salt, max_age=max_age)
    except signing.BadSignature:
        return None
    return Alert.objects.filter(uuid=name).first()


def next_morning(frequency: str, *, after: datetime.datetime) -> datetime.datetime:
    """Eight o'clock in Shanghai: of the next day, or of the next Monday."""
    today = after.astimezone(SHANGHAI).date()
    days = 7 - today.weekday() if frequency == Frequency.WEEKLY else 1
    return datetime.datetime.combine(today + datetime.timedelta(days=days), datetime.time(HOUR), SHANGHAI)


def words_of(search: dict, language: str) -> list[str]:
    """A search in the words of its filters."""
    with translation.override(language):
        told = [f"“{text}”" for text in search.get("q", ())]
        pairs = [
            (str(name), str(label)) for key, (name, labels) in WORDS.items() for value, label in labels if value in search.get(key, ())
        ]
        departments = Department.objects.filter(code__in=search.get("department", ())).order_by("code")
        pairs += [(_("Department"), department.name) for department in departments]
        told += [_("%(filter)s: %(choice)s") % {"filter": name, "choice": label} for name, label in pairs]
        return told or [_("all new positions")]
