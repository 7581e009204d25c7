"""Requirements and documents of a public post: added, changed and withdrawn by numbered corrections; what was checked stays readable."""

import pytest
from django.urls import reverse

from positions import actions
from positions.conditions.material import LANGUAGES
from positions.models import Correction
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications.models import Application
from screening.applications.tasks import tell_corrections
from screening.qualification import actions as qualification
from tests.positions.test_correct import REASONS, proposed, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, hr_officer):
    client.force_login(hr_officer)
    return client


SENTENCES = {code: f"Three years of trade ({code})" for code in LANGUAGES}
TRADE = {"kind": "work_years", "params": {"min": 3, "kinds": ["trade"]}, "sentence": SENTENCES}


def rows(position) -> list[tuple]:
    return [(rule.kind, rule.params, rule.sentence_de) for rule in position.rules.all()]


def test_a_requirement_is_added_changed_and_withdrawn_and_the_old_row_is_kept(published, hr_officer, second_hr_officer):
    before = rows(published)
    actions.issue(proposed(published, hr_officer, "requirement-new-work_years", TRADE), by=second_hr_officer)
    assert rows(published) == [*before, ("work_years", TRADE["params"], "Three years of trade (de)")]
    rule = published.rules.last()
    four = TRADE | {"params": {"min": 4}, "sentence": {code: f"Four years ({code})" for code in LANGUAGES}}
    actions.issue(proposed(published, hr_officer, f"requirement-{rule.pk}", four), by=second_hr_officer)
    assert rows(published)[-1] == ("work_years", {"min": 4}, "Four years (de)")
    kept = type(rule)._base_manager.get(pk=rule.pk)
    assert (kept.params, bool(kept.withdrawn_at)) == (TRADE["params"], True)
    actions.correct(published, field=f"requirement-{published.rules.last().pk}", new=None, reasons=REASONS, by=hr_officer)
    actions.issue(Correction.objects.proposed().get(), by=second_hr_officer)
    assert rows(published) == before and Leaf.objects.filter(kind="correction").count() == 3


def test_a_document_is_added_and_made_voluntary(published, hr_officer, second_hr_officer):
    new = {"kind": "employment_proof", "required": True, "sentence": SENTENCES}
    actions.issue(proposed(published, hr_officer, "document-new", new), by=second_hr_officer)
    paper = published.required_documents.get(kind="employment_proof")
    actions.issue(proposed(published, hr_officer, f"document-{paper.pk}", new | {"required": False}), by=second_hr_officer)
    assert published.required_documents.get(kind="employment_proof").required is False


@pytest.mark.parametrize(
    ("field", "new", "sentence"),
    [
        ("requirement-new-work_years", TRADE | {"params": {"min": -1}}, "cannot be used"),
        ("requirement-new-work_years", TRADE | {"sentence": {**SENTENCES, "ja": " "}}, "in every language"),
        ("requirement-new-work_years", None, "nothing to withdraw"),
        ("requirement-{rule}", None, "This is the last one"),
        ("requirement-{rule}", {"kind": "age", "params": {"min": 40}, "sentence": None}, "sentence says the same"),
        ("document-new", {"kind": "no slug!", "required": True, "sentence": SENTENCES}, "slug"),
        ("document-new", {"kind": "passport", "required": True, "sentence": SENTENCES}, "already in the list"),
        ("requirement-999999", TRADE, "not changed by a correction"),
        ("requirement-new-invented", TRADE, "not changed by a correction"),
    ],
)
def test_a_row_that_cannot_be_is_told(field, new, sentence, published, hr_officer):
    rule = published.rules.get()
    if new and new["sentence"] is None:
        new = new | {"sentence": {code: getattr(rule, f"sentence_{code.replace('-', '_')}") for code in LANGUAGES}}
    with pytest.raises(Refused, match=sentence):
        actions.correct(published, field=field.format(rule=rule.pk), new=new, reasons=REASONS, by=hr_officer)


def test_the_public_reads_the_old_and_the_new_sentence(published, hr_officer, second_hr_officer, client):
    rule = published.rules.get()
    old = rule.sentence_de
    actions.issue(
        proposed(published, hr_officer, f"requirement-{rule.pk}", {"kind": "age", "params": {"min": 30}, "sentence": SENTENCES}),
        by=second_hr_officer,
    )
    page = client.get(f"/de/positions/{published.reference}/").content.decode()
    assert f"<del>{old}</del>" in page and "<ins>Three years of trade (de)</ins>" in page


def test_what_was_checked_stays_readable_and_what_is_new_is_checked_before_anybody_qualifies(
    submitted, qualification_officer, second_qualification_officer, hr_officer, second_hr_officer, candidate
):
    for check in qualification.prepare(submitted, by=qualification_officer):
        qualification.decide(check, qualification.Found("met", method="original"), by=qualification_officer)
    rule = submitted.position.rules.get()
    new = {"kind": "age", "params": {"min": 30}, "sentence": SENTENCES}
    actions.issue(proposed(submitted.position, hr_officer, f"requirement-{rule.pk}", new), by=second_hr_officer)
    tell_corrections()
    assert "Ihre Bewerbung" in Letter.objects.get(kind=Kind.POST_CORRECTED, recipient=candidate).body
    file = Application.objects.get(pk=submitted.pk)
    with pytest.raises(Refused, match="the position was corrected"):
        qualification.qualify(file, by=second_qualification_officer)
    checks = qualification.prepare(file, by=qualification_officer)
    old = next(check for check in checks if check.rule_id == rule.pk)
    assert (old.result, old.sentence("de")) == ("met", rule.sentence_de) and old.retired_at is not None
    new = next(check for check in checks if check.result == "open")
    qualification.decide(new, qualification.Found("met", method="original"), by=qualification_officer)
    assert qualification.qualify(Application.objects.get(pk=submitted.pk), by=second_qualification_officer).state == "qualified"


def test_by_the_buttons_a_requirement_is_corrected_with_its_small_form(published, desk):
    address = reverse("admin:positions_position_verb", args=[published.pk, "correct"])
    rule = published.rules.get()
    assert desk.post(address, {"field": f"requirement-{rule.pk}"}).url == f"{address}?field=requirement-{rule.pk}"
    page = f"{address}?field=requirement-{rule.pk}"
    assert rule.sentence_ko in desk.get(page).content.decode()
    bad = desk.post(page, {"params-min": "60", "params-below": "30"} | typed(REASONS, "reason"))
    assert bad.status_code == 200 and "lower limit must be below" in bad.content.decode()
    good = desk.post(page, {"params-min": "30", "params-below": "50", "propose": "on"} | typed(REASONS, "reason"))
    assert good.status_code == 302, good.context["form"].errors
    new = Correction.objects.get().new
    assert new["params"]["min"] == 30 and "30" in new["sentence"]["ko"]
    for field in ("requirement-new-certificate", "document-new"):
        assert desk.get(f"{address}?field={field}").status_code == 200
