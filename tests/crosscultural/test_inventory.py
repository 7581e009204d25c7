"""The voluntary questionnaire: consent first, answers gone once scored, no weight, no creed."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.privacy import actions as privacy
from recruitment.privacy.models import Consent
from recruitment.privacy.states import ConsentKind
from screening.crosscultural import actions, scoring
from screening.crosscultural.conditions import creed_words
from screening.crosscultural.models import ExternalInstrumentResult, Interview, Inventory, Item, Option
from screening.crosscultural.states import PROMPTS, ItemKind, Scale, Validation
from tests import assessments, factories
from tests.house.source import ROOT

LOW = {"calm": 1, "upset": 5, "gift": 2}
TALK = str(PROMPTS[Scale.STABILITY])


@pytest.fixture
def items(db) -> list[Item]:
    """A statement, one that counts the other way round, and a situation."""
    for order, (key, is_reversed) in enumerate((("calm", False), ("upset", True)), start=1):
        Item.objects.create(
            key=key, order=order, scale=Scale.STABILITY, is_reversed=is_reversed, source="IPIP", **assessments.five(text=key)
        )
    gift = Item.objects.create(
        key="gift", order=3, kind=ItemKind.SITUATION, scale=Scale.INTERCULTURAL, source="Own", **assessments.five(text="A gift.")
    )
    for order, points in enumerate((3, 0, 2, 1), start=1):
        Option.objects.create(item=gift, order=order, points=points, **assessments.five(text=f"Way {order}"))
    return list(Item.objects.asked())


@pytest.fixture
def begun(interview, items, candidate) -> Interview:
    actions.begin(interview, language="de", by=candidate)
    return interview


def test_answers_are_deleted_from_the_table_in_the_moment_they_are_scored(begun, candidate):
    actions.keep(begun, answers={"calm": 1, "unknown": 5}, by=candidate)
    with pytest.raises(Refused, match="no answer yet"):
        actions.finish(begun, by=candidate)
    assert Inventory.objects.get().answers == {"calm": 1}
    actions.keep(begun, answers=LOW, by=candidate)
    actions.finish(begun, by=candidate)
    with connection.cursor() as cursor:
        cursor.execute("select answers is null, scales is not null, scored_at is not null from crosscultural_inventory")
        assert cursor.fetchall() == [(True, True, True)]
    assert Inventory.objects.get().scales == {"intercultural": "1.00", "stability": "1.00"}
    for verb, told in ((actions.keep, {"answers": LOW}), (actions.finish, {})):
        with pytest.raises(Refused, match="handed in"):
            verb(begun, by=candidate, **told)
    inventory = Inventory.objects.get()
    inventory.answers = LOW
    with pytest.raises(IntegrityError), transaction.atomic():
        inventory.save()
    assert [Entry.objects.filter(verb=f"screening.inventory.{verb}").count() for verb in ("begin", "keep", "finish")] == [1, 2, 1]


def test_items_are_pilots_and_scored_by_scale(items):
    assert {item.validation_status for item in items} == {Validation.PILOT}
    assert scoring.scales(items, {"calm": 4, "upset": 2, "gift": 1}) == {"intercultural": "5.00", "stability": "4.00"}
    assert scoring.to_talk_about({"stability": "2.50", "intercultural": "2.51"}) == ["stability"]


def test_without_consent_nothing_begins_and_taking_it_back_deletes_everything(interview, items, candidate, tested, hr_officer):
    with pytest.raises(Refused, match="begins with your consent"):
        actions.keep(interview, answers=LOW, by=candidate)
    told = {"provider": "P", "name": "N", "licence_ref": "L", "score": "50", "date": "2026-01-01"}
    with pytest.raises(Refused, match="not consented"):
        actions.add_result(interview, told=told, by=hr_officer)
    actions.begin(interview, language="de", by=candidate)
    actions.keep(interview, answers=LOW, by=candidate)
    actions.add_result(interview, told=told, by=hr_officer)
    consent = Consent.objects.of(candidate).standing().get(kind=ConsentKind.PSYCHOLOGICAL_TEST)
    assert "deleted at once" in actions.foretell(consent)
    privacy.take_back(consent, by=candidate)
    assert not Inventory.objects.exists() and not ExternalInstrumentResult.objects.exists()
    assert Entry.objects.filter(verb="screening.inventory.forget").count() == 1
    with pytest.raises(Refused, match="begins with your consent"):
        actions.finish(interview, by=candidate)


@pytest.mark.parametrize("who", ["rival", "outsider", "hr_officer", "assessor", "superuser"])
def test_nobody_answers_for_somebody_else(client, who, request, begun):
    stranger = request.getfixturevalue(who)
    for verb, told in ((actions.begin, {"language": "en"}), (actions.keep, {"answers": {}}), (actions.finish, {})):
        with pytest.raises(PermissionDenied):
            verb(begun, by=stranger, **told)
    client.force_login(stranger)
    assert client.get(reverse("crosscultural:inventory", args=[begun.uuid])).status_code == 404


def test_it_has_no_weight_and_the_panel_gets_prompts_only_after_locking(client, held, items, candidate, tested, seated, hr_officer):
    actions.begin(held, language="de", by=candidate)
    actions.keep(held, answers=LOW, by=candidate)
    actions.finish(held, by=candidate)
    address = reverse("crosscultural:sheet", args=[held.code])
    client.force_login(seated[0])
    assert TALK not in client.get(address).content.decode()
    for member in seated:
        assessments.rated(held, 4, by=member)
    page = client.get(address).content.decode()
    assert TALK in page and "1.00" not in page
    consent = Consent.objects.of(candidate).standing().get(kind=ConsentKind.PSYCHOLOGICAL_TEST)
    privacy.withdraw(consent, by=candidate)
    assert TALK not in client.get(address).content.decode()
    assert actions.conclude(held, by=hr_officer).score == Decimal("80.00")


def test_no_gate_score_or_rank_reads_it():
    readers = [ROOT / "screening/crosscultural/actions/results.py", *(ROOT / "screening/merit").rglob("*.py")]
    said = "\n".join(path.read_text(encoding="utf-8").lower() for path in readers)
    assert "inventory" not in said and "externalinstrument" not in said and "external_results" not in said


def test_the_candidates_page_works_without_scripts_and_resumes(client, interview, items, candidate, django_assert_num_queries):
    address = reverse("crosscultural:inventory", args=[interview.uuid])
    client.force_login(candidate)
    assert "I consent and begin" in client.get(address).content.decode()
    assert client.post(address, {"calm": "3"}).status_code == 302 and not Inventory.objects.exists()
    assert client.post(address, {"begin": "1"}).url == address
    assert client.get(address).content.decode().count('type="radio"') == 14
    assert client.post(address, {"calm": "4"}).url == address
    assert client.get(address).content.decode().count("checked") == 1
    missing = client.post(address, {"calm": "5", "upset": "1", "finish": "1"})
    assert missing.status_code == 422 and Inventory.objects.get().answers == {"calm": 5, "upset": 1}
    assert client.post(address, {"calm": "9", "gift": "7"}).status_code == 422
    assert client.post(address, {"calm": "5", "upset": "1", "gift": "1", "finish": "1"}).url == address
    done = client.get(address).content.decode()
    assert "handed it in" in done and 'type="radio"' not in done and "/withdraw/" in done


QUESTIONS = {
    "您信仰什么宗教？": ["信仰", "宗教"],
    "Do you go to church or pray?": ["church", "pray"],
    "Welcher Konfession gehören Sie an?": ["konfession"],
    "信条は何ですか。": ["信条"],
    "종교가 있습니까?": ["종교"],
    "How do you keep your temper, and template letters in order? Ich glänze.": [],
}


@pytest.mark.parametrize(("question", "words"), QUESTIONS.items())
def test_words_about_creed_are_found_in_five_languages(question, words):
    assert creed_words([question]) == words


def test_the_editors_warn_and_only_hr_of_all_departments_writes_items(client, position, hr_officer):
    everywhere = factories.person("personnel_office", "hr_officer", department="*")
    address = reverse("admin:crosscultural_item_add")
    nothing = {"options-TOTAL_FORMS": 0, "options-INITIAL_FORMS": 0}
    told = {"key": "pray", "order": 9, "kind": "statement", "scale": "stability", "source": "Own", "validation_status": "pilot"}
    told |= {**assessments.five(text="I pray often."), **nothing}
    client.force_login(hr_officer)
    assert client.post(address, told).status_code == 403
    client.force_login(everywhere)
    assert "Religion and creed are not asked about" in client.post(address, told, follow=True).content.decode()
    assert Item.objects.get().validation_status == Validation.PILOT
    booklet = assessments.draft_booklet(position)
    prefixes = {f"{prefix}-{what}_FORMS": 0 for prefix in ("questions", "dimensions") for what in ("TOTAL", "INITIAL")}
    client.force_login(hr_officer)
    texts = assessments.five(title="Booklet", instructions="Ask about religion.")
    edited = client.post(
        reverse("admin:crosscultural_booklet_change", args=[booklet.pk]),
        {"position": position.pk, "minutes": 45, **texts, **prefixes},
        follow=True,
    )
    assert "Religion and creed are not asked about" in edited.content.decode()
