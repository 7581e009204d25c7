"""After locking: moderation beside the ratings, joint notes, nothing overwritten."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from screening.crosscultural import actions
from screening.crosscultural.actions.results import score
from screening.crosscultural.models import Interview, Moderation, Note, Sheet
from tests.assessments import rated

TEXT = "We read the anchor of three points again together."


@pytest.fixture
def locked(held, seated) -> Interview:
    """All five gave four points everywhere."""
    for member in seated:
        rated(held, 4, by=member)
    return Interview.objects.get(pk=held.pk)


def moderated(interview, given: int, *, by, **told) -> Moderation:
    dimension = interview.booklet.dimensions.first()
    return actions.moderate(interview, **{"dimension": dimension, "points": given, "reason": "anchor", "text": TEXT, "by": by} | told)


def test_a_member_changes_points_beside_the_locked_ones_and_the_last_one_counts(locked, seated, hr_officer):
    for member in seated:
        moderated(locked, 1, by=member)
        last = moderated(locked, 2, by=member)
    assert (last.before, last.points, last.average) == (1, 2, Decimal(3))
    assert set(Sheet.objects.values_list("average", flat=True)) == {Decimal(4)}
    assert Leaf.objects.filter(kind="moderation").count() == 10
    assert Leaf.objects.filter(kind="moderation").first().opening.payload == {
        "dimension": "adaptability", "before": 4, "points": 1, "reason": "anchor",
    }  # fmt: skip
    assert Entry.objects.filter(verb="screening.interview.moderate").first().data == {"reason": "anchor"}
    assert score(locked) == Decimal("60.00")
    assert actions.conclude(locked, by=hr_officer).score == Decimal("60.00")
    with pytest.raises((Refused, PermissionDenied)):
        moderated(locked, 5, by=seated[0])
    for change in (lambda: Moderation.objects.update(points=5), lambda: Moderation.objects.first().delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


@pytest.mark.parametrize(
    ("told", "sentence"), [({"text": "Too short."}, "20 characters"), ({"points": 6}, "1 to 5"), ({"points": 0}, "1 to 5")]
)
def test_a_moderation_is_explained_and_possible(locked, seated, told, sentence):
    with pytest.raises(Refused, match=sentence):
        moderated(locked, 3, by=seated[0], **told)


def test_before_everybody_has_locked_there_is_no_discussion(held, seated, request):
    for member in seated[:4]:
        rated(held, 4, by=member)
    with pytest.raises(Refused, match="once all members"):
        moderated(held, 3, by=seated[0])
    for who in (seated[4], *(request.getfixturevalue(name) for name in ("candidate", "outsider", "assessor", "hr_officer", "superuser"))):
        with pytest.raises(PermissionDenied):
            moderated(held, 3, by=who)


def test_joint_notes_lie_encrypted_and_are_only_added(held, seated, request):
    with pytest.raises(Refused, match="Lock your ratings"):
        actions.note(held, text=TEXT, by=seated[0])
    rated(held, 4, by=seated[0])
    with pytest.raises(Refused, match="20 characters"):
        actions.note(held, text="Short", by=seated[0])
    actions.note(held, text=TEXT, by=seated[0])
    for who in ("candidate", "outsider", "assessor", "hr_officer", "superuser"):
        with pytest.raises(PermissionDenied):
            actions.note(held, text=TEXT, by=request.getfixturevalue(who))
    with connection.cursor() as cursor:
        cursor.execute("select row::text from crosscultural_note row")
        assert TEXT.encode().hex() not in cursor.fetchone()[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Note.objects.all().delete()
    assert Note.objects.get().text == TEXT and Entry.objects.filter(verb="screening.interview.note").count() == 1


def test_the_pages_of_the_discussion(client, held, seated):
    address = {name: reverse(f"crosscultural:{name}", args=[held.code]) for name in ("sheet", "moderate", "note", "panel_calendar")}
    client.force_login(seated[0])
    assert client.get(address["panel_calendar"])["Content-Type"].startswith("text/calendar")
    for name in ("moderate", "note"):
        assert client.get(address[name]).url == client.post(address[name], {}).url == address["sheet"]
    rated(held, 4, by=seated[0])
    assert "The discussion begins when" in client.get(address["sheet"]).content.decode()
    for member in seated[1:]:
        rated(held, 4, by=member)
    for name in ("moderate", "note"):
        assert client.get(address[name]).status_code == 200 and client.post(address[name], {}).status_code == 422
    told = {"dimension": held.booklet.dimensions.first().pk, "points": 2, "reason": "misheard", "text": TEXT}
    assert client.post(address["moderate"], told).url == address["sheet"]
    assert client.post(address["note"], {"text": TEXT}).url == address["sheet"]
    page = client.get(address["sheet"]).content.decode()
    assert "moderated from 4 to 2" in page and page.count(TEXT) == 2 and "after moderation: 3.00" in page
    client.force_login(seated[1])
    assert "moderated from 4 to 2" in client.get(address["sheet"]).content.decode()
