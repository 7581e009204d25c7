"""Correcting a public post: never silently, but with a number, a reason in five languages, a second person and letters."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django_fsm import TransitionNotAllowed

from positions import actions
from positions.conditions.material import LANGUAGES
from positions.models import Correction, Position
from positions.states import CorrectionState
from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications.tasks import tell_corrections

pytestmark = pytest.mark.django_db
REASONS = {code: f"Typing error ({code})" for code in LANGUAGES}
TITLES = {code: f"New title {code}" for code in LANGUAGES}


def proposed(position, by, field="title", new=None) -> Correction:
    return actions.correct(position, field=field, new=TITLES if new is None else new, reasons=REASONS, by=by)


@pytest.fixture
def correction(published, hr_officer):
    return proposed(published, hr_officer)


def test_a_proposal_changes_nothing_yet(correction, published):
    assert Position.objects.get(pk=published.pk).title_en == published.title_en
    assert (correction.state, correction.number) == (CorrectionState.PROPOSED, None)


def test_it_goes_out_with_the_next_number_and_can_be_found_by_its_new_words(correction, published, second_hr_officer, hr_officer):
    assert actions.issue(correction, by=second_hr_officer).number == 1
    position = Position.objects.get(pk=published.pk)
    assert position.title_de == "New title de"
    assert Position.objects.search("New title ko").exists()
    second = proposed(position, hr_officer, "headcount", 3)
    assert actions.issue(second, by=second_hr_officer).number == 2
    assert Position.objects.get(pk=published.pk).headcount == 3


def test_the_ledger_holds_from_and_to(correction, second_hr_officer):
    actions.issue(correction, by=second_hr_officer)
    assert Leaf.objects.filter(kind="correction", reference=f"{correction.position.reference}/1").count() == 1


@pytest.mark.parametrize("person", ["foreign_hr_officer", "publicity_officer", "candidate", "superuser"])
def test_somebody_else_proposes_nothing(person, published, request):
    with pytest.raises(PermissionDenied):
        proposed(published, request.getfixturevalue(person))
    assert not Correction.objects.exists()


@pytest.mark.parametrize("person", ["hr_officer", "foreign_hr_officer", "system_administrator", "candidate", "superuser"])
def test_neither_the_proposer_nor_a_stranger_issues(person, correction, request):
    with pytest.raises(PermissionDenied):
        actions.issue(correction, by=request.getfixturevalue(person))
    assert Correction.objects.get().state == CorrectionState.PROPOSED


def test_one_at_a_time(correction, published, second_hr_officer):
    with pytest.raises(Refused, match="already waits"):
        proposed(published, second_hr_officer, "headcount", 3)


def test_issued_once(correction, second_hr_officer):
    actions.issue(correction, by=second_hr_officer)
    with pytest.raises(TransitionNotAllowed):
        actions.issue(correction, by=second_hr_officer)
    assert Leaf.objects.filter(kind="correction").count() == 1


@pytest.mark.parametrize("state", ["drafted", "reviewed"])
def test_a_draft_is_simply_changed(state, request, hr_officer):
    with pytest.raises(Refused, match="Only a public post is corrected"):
        proposed(request.getfixturevalue(state), hr_officer)


@pytest.mark.parametrize(
    ("field", "new", "sentence"),
    [
        ("closes_at", "2030-01-01T00:00:00+00:00", "This part of a post is not changed by a correction."),
        ("state", "drafted", "This part of a post is not changed by a correction."),
        ("headcount", 2, "nothing would change"),
        ("headcount", 0, "greater than or equal to 1"),
        ("term_months", 61, "A contract runs for one to five years"),
        ("salary_min", 900000, "The lower salary must not be above the higher one."),
    ],
)
def test_what_cannot_be_is_told(field, new, sentence, published, hr_officer):
    with pytest.raises(Refused, match=sentence):
        proposed(published, hr_officer, field, new)


def test_a_post_that_changed_meanwhile_is_not_overwritten(correction, second_hr_officer):
    Position._base_manager.update(title_en="Something else")
    with pytest.raises(Refused, match="has changed since"):
        actions.issue(correction, by=second_hr_officer)


def test_the_second_person_may_refuse_and_the_department_may_take_back(correction, hr_officer, second_hr_officer, published):
    assert actions.reject(correction, by=second_hr_officer, note="Not so.").state == CorrectionState.REFUSED
    again = proposed(published, hr_officer)
    assert actions.withdraw(again, by=hr_officer).state == CorrectionState.WITHDRAWN
    assert proposed(published, hr_officer).state == CorrectionState.PROPOSED


def test_every_step_leaves_a_footprint(correction, second_hr_officer):
    actions.issue(correction, by=second_hr_officer)
    verbs = set(Entry.objects.values_list("verb", flat=True))
    assert {"positions.position.propose", "positions.correction.issue"} <= verbs


def test_the_table_itself_wants_a_second_person(correction, hr_officer):
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.filter(pk=correction.pk).update(decided_by=hr_officer)


def test_everybody_with_a_draft_or_a_running_file_is_told_once_in_their_language(draft, candidate, position, hr_officer, second_hr_officer):
    correction = proposed(position, hr_officer)
    assert tell_corrections() == 0
    actions.issue(correction, by=second_hr_officer)
    assert (tell_corrections(), tell_corrections()) == (1, 0)
    letter = Letter.objects.get(kind=Kind.POST_CORRECTED)
    assert (letter.recipient, letter.language) == (candidate, "de")
    assert "New title de" in letter.body and "Typing error (de)" in letter.body and "Investitionsberatung" in letter.body
    assert Correction.objects.get().told_at is not None


def test_the_public_reads_number_change_reason_and_the_official_text(correction, second_hr_officer, published, client):
    assert "Corrections and extensions" not in client.get(published.get_absolute_url()).content.decode()
    actions.issue(correction, by=second_hr_officer)
    page = client.get(f"/de/positions/{published.reference}/").content.decode()
    for told in (
        "<del>Investitionsberatung</del>",
        "<ins>New title de</ins>",
        "Typing error (de)",
        "Typing error (zh-hans)",
        "New title zh-hans",
    ):
        assert told in page
    chinese = client.get(f"/zh-hans/positions/{published.reference}/").content.decode()
    assert chinese.count("Typing error (zh-hans)") == 1


@pytest.fixture
def desk(client, hr_officer):
    client.force_login(hr_officer)
    return client


def typed(texts: dict, name: str) -> dict:
    return {f"{name}_{code.replace('-', '_')}": text for code, text in texts.items()}


def test_by_the_buttons_first_the_part_then_the_words_then_the_second_person(published, desk, second_hr_officer, client):
    address = reverse("admin:positions_position_verb", args=[published.pk, "correct"])
    assert "What is corrected?" in desk.get(address).content.decode()
    assert desk.post(address, {"field": "state"}).status_code == 200
    chosen = desk.post(address, {"field": "title"})
    assert chosen.url == f"{address}?field=title"
    assert published.title_ko in desk.get(chosen.url).content.decode()
    wrong = desk.post(chosen.url, typed(TITLES, "text") | typed(REASONS, "reason") | {"reason_ja": ""})
    assert wrong.status_code == 200 and "New title ko" in wrong.content.decode() and "reason_ja" in wrong.context["form"].errors
    assert desk.post(chosen.url, typed(TITLES, "text") | typed(REASONS, "reason")).status_code == 302
    correction = Correction.objects.get()
    assert str(correction) in desk.get(reverse("admin:positions_position_change", args=[published.pk])).content.decode()
    page = reverse("admin:positions_correction_change", args=[correction.pk])
    assert [item["verb"].name for item in desk.get(page).context["open_verbs"]] == ["withdraw"]
    client.force_login(second_hr_officer)
    assert "New title ja" in client.get(page).content.decode()
    assert client.post(reverse("admin:positions_correction_verb", args=[correction.pk, "issue"])).status_code == 302
    assert Position.objects.get(pk=published.pk).title_ja == "New title ja"


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        ("headcount", "5", 5),
        ("working_languages", ["de", "ko"], ["de", "ko"]),
        ("salary_public", "on", True),
        ("test_on", "2031-03-04", "2031-03-04"),
    ],
)
def test_facts_are_corrected_by_their_own_kind_of_field(field, value, stored, published, desk):
    address = reverse("admin:positions_position_verb", args=[published.pk, "correct"]) + f"?field={field}"
    assert desk.get(address).status_code == 200
    response = desk.post(address, {"value": value} | typed(REASONS, "reason"))
    assert response.status_code == 302, response.context["form"].errors
    assert Correction.objects.get().new == stored


@pytest.mark.parametrize("value", ["", "many", "-1", "0", "99999999999999999999"])
def test_bad_numbers_are_told_and_kept(value, published, desk):
    address = reverse("admin:positions_position_verb", args=[published.pk, "correct"]) + "?field=headcount"
    response = desk.post(address, {"value": value} | typed(REASONS, "reason"))
    assert response.status_code == 200 and response.context["form"].errors


def test_other_departments_do_not_see_it(correction, foreign_hr_officer, client):
    client.force_login(foreign_hr_officer)
    assert correction.position.reference not in client.get(reverse("admin:positions_correction_changelist")).content.decode()
    assert client.post(reverse("admin:positions_correction_verb", args=[correction.pk, "issue"])).status_code == 404
