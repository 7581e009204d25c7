"""Alerts by e-mail: confirmed by their owner, written once, ended by one click, and nothing told about others."""

import datetime
import re

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from positions import actions, tasks
from positions.actions import alerts
from positions.models import Alert
from positions.states import Frequency
from recruitment.audit.models import Entry
from recruitment.core.spoken_dates import SHANGHAI
from recruitment.notifications.actions import deliver
from recruitment.notifications.models import Letter
from tests.positions.listing import made

pytestmark = pytest.mark.django_db
ASK = "/en/alerts/"
GIVEN = {"email": "Reader@Example.org", "frequency": "daily", "language": "de"}


@pytest.fixture
def post(department, hr_officer, second_hr_officer):
    """A post that was published an hour ago."""
    hour = timezone.now() - datetime.timedelta(hours=1)
    return lambda title, **fields: made(
        department, title, author=hr_officer, reviewer=second_hr_officer, **{"published_at": hour, **fields}
    )


@pytest.fixture
def alert(robot) -> Alert:
    """Asked for and confirmed two days ago, due now."""
    asked = actions.subscribe("reader@example.org", search={}, frequency="daily", language="de", by=robot)
    actions.confirm(asked, by=robot)
    Letter.objects.all().delete()
    past = timezone.now() - datetime.timedelta(days=2)
    Alert.objects.filter(pk=asked.pk).update(confirmed_at=past, told_until=past, next_at=past)
    return Alert.objects.get(pk=asked.pk)


def link_in(letter: Letter, verb: str) -> str:
    return re.search(rf"https?://[^/]+(/\w[\w-]*/alerts/{verb}/\S+)", letter.body).group(1)


def test_a_search_is_asked_for_confirmed_and_ended_without_an_account(client):
    answer = client.post(f"{ASK}?kind=resident_service_specialist&kind=nonsense&q=tax", GIVEN)
    assert answer["Location"] == "/en/alerts/asked/"
    alert, letter = Alert.objects.get(), Letter.objects.get()
    assert alert.search == {"q": ["tax"], "kind": ["resident_service_specialist"]}
    assert (alert.address, alert.frequency, alert.language, alert.confirmed_at) == ("Reader@Example.org", "daily", "de", None)
    assert (letter.language, letter.address, letter.to) == ("de", "", "Reader@Example.org")
    confirm = link_in(letter, "confirm")
    assert confirm.startswith("/de/alerts/confirm/") and "– “tax”" in letter.body
    assert "Kind of post: Foreign resident service specialist" in client.get(confirm.replace("/de/", "/en/")).content.decode()
    client.get(confirm)
    assert Alert.objects.get().confirmed_at is None, "programs that look into letters follow links"
    client.post(confirm)
    client.post(confirm)
    assert Alert.objects.get().confirmed_at
    cancel = link_in(letter, "cancel")
    assert client.get(cancel).status_code == 200 and Alert.objects.exists()
    client.post(cancel)
    assert not Alert.objects.exists() and not Letter.objects.exists()
    assert client.post(cancel).status_code == 200


def test_an_address_lies_encrypted_in_both_tables_and_nowhere_in_the_audit(client):
    client.post(ASK, GIVEN)
    with connection.cursor() as cursor:
        for table in ("positions_alert", "notifications_letter", "audit_entry"):
            cursor.execute(f"select string_agg(row::text, '') from {table} row")
            assert "example.org" not in (cursor.fetchone()[0] or "").lower().replace("portal.example.org", ""), table
    assert Entry.objects.get(verb="positions.alert.subscribe").origin == ""


def test_the_answer_is_the_same_whether_an_address_is_known_or_not(client, candidate):
    told = [client.post(ASK, {**GIVEN, "email": email}) for email in ("new@example.org", "new@example.org", candidate.email)]
    assert {(answer.status_code, answer["Location"]) for answer in told} == {(302, "/en/alerts/asked/")}
    assert Alert.objects.count() == 2


def test_asking_again_for_a_confirmed_search_changes_nothing_of_it(client, robot, alert):
    facts = Alert.objects.values("pk", "search", "frequency", "language", "confirmed_at", "told_until", "next_at")
    before = facts.get()
    client.post(ASK, {**GIVEN, "email": "READER@example.org", "language": "ja"})
    assert facts.all().get() == before


def test_another_frequency_takes_the_place_of_the_first_once_it_is_confirmed(client, robot, alert):
    weekly = actions.subscribe("reader@example.org", search={}, frequency="weekly", language="de", by=robot)
    assert Alert.objects.count() == 2
    actions.confirm(weekly, by=robot)
    assert Alert.objects.get().frequency == "weekly"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"email": ""}, "Enter the e-mail address to which we may write."),
        ({"email": "nobody"}, "Enter an e-mail address such as name@example.org."),
        ({"email": "a@b.example\nBcc: x@y.example"}, "Enter an e-mail address such as name@example.org."),
        ({"frequency": "hourly"}, "Choose how often we may write."),
        ({"language": "xx"}, "Choose a language."),
    ],
)
def test_a_wrong_answer_gets_a_sentence_and_is_kept(wrong, sentence, client):
    page = client.post(ASK, {**GIVEN, **wrong})
    assert page.status_code == 200 and sentence in page.content.decode()
    assert not Alert.objects.exists() and not Letter.objects.exists()


def test_one_place_and_one_address_cannot_be_made_to_write_many_letters(client):
    for _number in range(8):
        client.post(ASK, GIVEN)
    assert Letter.objects.count() == 5
    answers = [client.post(ASK, {**GIVEN, "email": f"a{number}@example.org"}).status_code for number in range(14)]
    assert answers[:12] == [302] * 12 and answers[-1] == 429


@pytest.mark.parametrize("token", ["x", "IjEi:1:2", "%00", "🙂"])
def test_a_link_that_is_not_ours_is_told_so(token, client):
    assert client.get(f"/en/alerts/confirm/{token}/").status_code in (400, 404)
    assert client.post(f"/en/alerts/cancel/{token}/").status_code in (200, 400)


def test_a_link_to_confirm_does_not_unsubscribe_nor_live_for_ever(client, alert):
    confirm, cancel = (alerts.link(alert, verb).partition("/de/")[2] for verb in ("confirm", "cancel"))
    client.post(f"/de/{confirm.replace('confirm', 'cancel', 1)}")
    assert Alert.objects.exists()
    assert client.get(f"/de/{cancel.replace('cancel', 'confirm', 1)}").status_code == 404
    assert alerts.found_by(confirm.split("/")[2], salt=alerts.CONFIRM, max_age=datetime.timedelta(seconds=-1)) is None


def test_new_posts_are_told_once_in_the_readers_language(alert, post, client):
    post("Alpha"), post("Beta")
    post("Old", published_at=timezone.now() - datetime.timedelta(days=9))
    assert tasks.tell_alerts() == 1
    letter = Letter.objects.get()
    assert "Alpha de" in letter.body and "Beta de" in letter.body and "Old" not in letter.body
    assert tasks.tell_alerts() == 0
    Alert.objects.update(next_at=timezone.now())
    assert tasks.tell_alerts() == 0
    assert Letter.objects.count() == 1


def test_a_post_that_was_published_a_moment_ago_waits_for_the_next_time(alert, post):
    post("Fresh", published_at=timezone.now())
    assert tasks.tell_alerts() == 0
    assert Alert.objects.get().told_until < timezone.now() - datetime.timedelta(minutes=9)


@pytest.mark.parametrize(
    ("search", "number"),
    [
        ({"q": ["alpha"]}, 1),
        ({"q": ["zeta"]}, 0),
        ({"kind": ["international_investment_consultant"], "department": ["FTZ"]}, 1),
        ({"department": ["GONE"]}, 0),
        ({"chinese": ["none"], "language": ["en"], "salary": ["negotiated"]}, 1),
        ({"pay": ["published"]}, 0),
    ],
)
def test_only_what_fits_is_told(search, number, alert, post):
    Alert.objects.update(search=search)
    post("Alpha")
    assert tasks.tell_alerts() == number
    assert Letter.objects.count() == number


def test_an_unconfirmed_alert_is_never_told_and_forgotten_in_time(robot, post):
    alert = actions.subscribe("reader@example.org", search={}, frequency="daily", language="de", by=robot)
    post("Alpha")
    assert tasks.tell_alerts() == 0
    assert tasks.forget_unconfirmed() == 0
    Alert.objects.filter(pk=alert.pk).update(asked_at=timezone.now() - datetime.timedelta(days=3, minutes=1))
    assert tasks.forget_unconfirmed() == 1
    assert not Alert.objects.exists() and not Letter.objects.exists()


def test_the_letter_bears_what_mail_programs_unsubscribe_by(alert, post, client):
    post("Alpha")
    tasks.tell_alerts()
    assert deliver(Letter.objects.get().pk)
    sent = mail.outbox[-1]
    assert sent.to == ["reader@example.org"]
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = sent.extra_headers["List-Unsubscribe"].strip("<>")
    one_click = type(client)(enforce_csrf_checks=True)
    answer = one_click.post(address[address.index("/de/") :], {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200 and not Alert.objects.exists()


def test_one_address_cannot_hold_endless_searches(robot):
    told = [
        actions.subscribe("reader@example.org", search={"q": [str(number)]}, frequency="daily", language="de", by=robot)
        for number in range(alerts.MOST_ALERTS + 1)
    ]
    assert told[-1] is None and Alert.objects.count() == alerts.MOST_ALERTS


@given(
    st.datetimes(datetime.datetime(2024, 1, 1), datetime.datetime(2030, 1, 1), timezones=st.just(datetime.UTC)), st.sampled_from(Frequency)
)
def test_the_next_time_is_a_morning_to_come(moment, frequency):
    following = alerts.next_morning(frequency, after=moment)
    assert moment < following <= moment + datetime.timedelta(days=8)
    assert following.astimezone(SHANGHAI).hour == 8
    assert frequency == Frequency.DAILY or following.astimezone(SHANGHAI).weekday() == 0


def test_my_data_holds_the_alerts_to_ones_own_address(candidate, rival, robot):
    actions.subscribe(candidate.email.upper(), search={"q": ["tax"]}, frequency="daily", language="de", by=robot)
    from positions.personal import alerts_to

    assert [row["search"] for row in alerts_to(candidate)] == [{"q": ["tax"]}]
    assert alerts_to(rival) == []
