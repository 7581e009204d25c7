"""The declaration: only one's own, no gap, versions that stay; nobody else reads it, and the ordinary role cannot."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.applications.models import Application
from screening.security import actions
from screening.security.listing import differences, lacks, open_gaps
from screening.security.models import Declaration, Draft, Review, Trace
from screening.security.periods import Gap, gaps
from screening.security.states import Kind
from tests.security.declared import declared, written

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])

DAY = datetime.timedelta(days=1)
START = datetime.date(2020, 1, 1)
SPANS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 120)), max_size=8)


def address(name: str, review: Review, *args) -> str:
    return reverse(f"security:{name}", args=[review.application_uuid, *args])


def test_the_nominated_are_asked_for_it_once_in_their_language(review, candidate, robot):
    actions.open_due(by=robot)
    letters = Letter.objects.filter(recipient=candidate, kind="declaration_asked")
    assert [letter.language for letter in letters] == ["de"]
    assert "/de/declaration/" in letters[0].body
    assert letters[0].about_reference == ""  # the list of letters tells nobody who is looked into


@given(SPANS, st.integers(1, 60))
def test_every_day_is_told_or_lies_in_a_gap_and_never_both(spans, at_least):
    today = START + 365 * DAY
    told = [(START + first * DAY, START + (first + length) * DAY) for first, length in spans]
    found = gaps(told, since=START, today=today, at_least=1)
    covered = {day for first, last in told for day in range((first - START).days, (last - START).days + 1)}
    missing = {day for gap in found for day in range((gap.first - START).days, (gap.last - START).days + 1)}
    assert missing == set(range(366)) - covered
    assert gaps(told, since=START, today=today, at_least=at_least) == [gap for gap in found if gap.days >= at_least]


def test_a_gap_of_thirty_days_counts_and_one_of_twenty_nine_does_not():
    first, today = START + 99 * DAY, START + 364 * DAY
    for length, found in ((29, []), (30, [Gap(first + DAY, first + 30 * DAY)])):
        told = [(START, first), (first + (length + 1) * DAY, today)]
        assert gaps(told, since=START, today=today, at_least=30) == found


def test_it_begins_with_what_the_application_says_and_lacks_the_rest(review, candidate):
    draft = actions.draft_of(review, by=candidate)
    assert draft.pk is None
    assert [row["name"] for row in draft.content[Kind.EMPLOYMENT]] == ["Muster GmbH"]
    assert len(lacks(draft.content, tier="baseline")) == 3  # where they lived, interests, accounts
    with pytest.raises(Refused, match="Where did you live"):
        actions.hand_in(review, by=candidate)


def test_the_enhanced_tier_looks_further_back(review, candidate):
    since = timezone.localdate() - datetime.timedelta(days=8 * 365)
    draft = {Kind.RESIDENCE: [{"id": "a", "began_on": since.isoformat()}]}
    assert open_gaps(draft, tier="baseline")["lived"] == []
    assert len(open_gaps(draft, tier="enhanced")["lived"]) == 1


def test_versions_stay_and_what_changed_is_seen(review, candidate):
    declared(review)
    with pytest.raises(Refused, match="Nothing has changed"):
        actions.hand_in(review, by=candidate)
    actions.write(review, kind=Kind.INTEREST, values={"name": "Ltd", "detail": "5 %"}, by=candidate)
    actions.hand_in(review, by=candidate)
    first, second = Declaration.objects.order_by("number")
    assert [(each.kind, each.before, each.after["name"]) for each in differences(first.content, second.content)] == [
        (Kind.INTEREST, None, "Ltd")
    ]
    assert Trace.objects.filter(verb="hand in", user_id=candidate.pk).count() == 2


def test_nobody_writes_for_another_and_not_while_a_conclusion_waits(review, candidate, rival, members):
    for verb in (lambda by: actions.hand_in(review, by=by), lambda by: actions.write(review, kind="interest", values={"name": "x"}, by=by)):
        with pytest.raises(PermissionDenied):
            verb(rival)
    Review.objects.filter(pk=review.pk).update(state="closed", ended_at=timezone.now())
    with pytest.raises(Refused, match="cannot be changed"):
        actions.write(Review.objects.get(pk=review.pk), kind="interest", values={"name": "x"}, by=candidate)


def test_the_person_fills_it_in_on_the_pages(client, candidate, review):
    client.force_login(candidate)
    assert address("declaration", review) in client.get(reverse("security:list")).content.decode()
    page = client.get(address("declaration", review)).content.decode()
    assert "禁止在本系统存储" in page and "Muster GmbH" in page
    assert not Draft.objects.exists()  # looking changes nothing
    day = {"began_on_day": "1", "began_on_month": "1", "began_on_year": "2010"}
    wrong = client.post(address("entry_add", review, "residence"), {"place": "", "country": "DE", **day})
    assert wrong.status_code == 422
    client.post(address("entry_add", review, "residence"), {"place": "Bremen", "country": "DE", **day})
    client.post(address("entry_add", review, "other_time"), {"detail": "Studium", "country": "DE", **day})
    for kind in ("interest", "account"):
        assert client.get(address("say_none", review, kind)).status_code == 200
        client.post(address("say_none", review, kind))
    assert client.post(address("hand_in", review), {}).status_code == 422
    client.post(address("hand_in", review), {"is_true": "on"})
    assert [row["place"] for row in Declaration.objects.get().content["residence"]] == ["Bremen"]
    key = Declaration.objects.get().content["residence"][0]["id"]
    assert 'value="Bremen"' in client.get(address("entry", review, "residence", key)).content.decode()
    client.post(address("entry", review, "residence", key), {"place": "Hamburg", "country": "DE", **day})
    assert client.get(address("entry_remove", review, "residence", key)).status_code == 200
    client.post(address("entry_remove", review, "residence", key))
    assert Draft.objects.get().content["residence"] == []
    assert client.get(address("copy", review)).json()["declarations"][0]["version"] == 1


@pytest.mark.parametrize("who", ["rival", "outsider", "hr_officer", "superuser"])
def test_anothers_declaration_does_not_exist(who, request, client, review):
    written(review)
    client.force_login(request.getfixturevalue(who))
    key = Draft.objects.get().content["residence"][0]["id"]
    pages = [
        *(address(name, review) for name in ("declaration", "hand_in", "copy", "reconsider", "change")),
        address("entry_add", review, "residence"),
    ]
    pages += [
        address("entry", review, "residence", key),
        address("entry_remove", review, "residence", key),
        address("say_none", review, "interest"),
    ]
    assert {client.get(page).status_code for page in pages} == {404}
    assert {client.post(page).status_code for page in pages if not page.endswith(("copy.json", f"{review.application_uuid}/"))} == {404}


def test_entries_of_no_list_do_not_exist(client, candidate, review):
    client.force_login(candidate)
    assert client.get(address("entry_add", review, "friends")).status_code == 404
    assert client.get(address("entry", review, "residence", "none-such")).status_code == 404
    assert client.get(reverse("security:list")).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_cost_the_same_with_one_entry_and_with_three(rows, client, candidate, review, django_assert_num_queries):
    written(review)
    for number in range(rows):
        actions.write(review, kind=Kind.INTEREST, values={"name": f"Ltd {number}", "detail": "5 %"}, by=candidate)
    client.force_login(candidate)
    client.get(address("declaration", review))
    with django_assert_num_queries(5, using="compartment"):
        client.get(address("declaration", review))


def test_the_file_knows_nothing_of_it(review, candidate):
    declared(review)
    assert Application.objects.get(uuid=review.application_uuid).security_gate == "pending"
