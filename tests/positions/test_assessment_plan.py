"""The assessment plan: what is asked of people is tested somewhere, or the post does not go out."""

import pytest
from django.urls import reverse

from positions import actions
from positions.conditions import Incomplete, missing
from positions.models import Competency
from recruitment.demo.reading import content

pytestmark = pytest.mark.django_db
LANGUAGES = {"zh-hans", "en", "de", "ja", "ko"}


def competency(position, **fields) -> Competency:
    given = {"key": "mediation", "name_en": "Mediation", "name_zh_hans": "调解", "nature": "soft", "stage": "crosscultural", "weight": 20}
    return Competency.objects.create(model=position.competency_model, **given | fields)


def test_a_required_competency_that_is_tested_nowhere_is_named(drafted, second_hr_officer):
    competency(drafted, stage="")
    with pytest.raises(Incomplete) as refusal:
        actions.review(drafted, by=second_hr_officer, note="Read.")
    assert [str(sentence) for sentence in refusal.value.sentences] == [
        "The competency “Mediation” is required but is tested at no stage: give it a stage in the assessment plan, or make it optional."
    ]


def test_it_is_looked_at_again_when_the_post_goes_out(reviewed, hr_officer):
    competency(reviewed, stage="")
    with pytest.raises(Incomplete):
        actions.publish(reviewed, by=hr_officer)


def test_an_optional_competency_may_stay_untested(drafted):
    competency(drafted, stage="", required=False)
    assert missing(drafted) == []


def test_a_plan_that_changed_after_the_review_is_reviewed_again(drafted, hr_officer, second_hr_officer):
    row = competency(drafted)
    reviewed = actions.review(drafted, by=second_hr_officer, note="Read.")
    Competency.objects.filter(pk=row.pk).update(stage="qualification")
    with pytest.raises(Incomplete) as refusal:
        actions.publish(reviewed, by=hr_officer)
    assert "The post was changed after the secrecy review; it must be reviewed again." in refusal.value.sentences


def test_the_plan_shows_weights_by_stage_and_what_is_tested_nowhere(drafted, hr_officer, client):
    competency(drafted)
    competency(drafted, key="law", name_en="Service law", stage="competence", weight=30, heading="integrity")
    competency(drafted, key="calm", name_en="Composure", stage="", weight=10)
    client.force_login(hr_officer)
    page = client.get(reverse("admin:positions_competencymodel_change", args=[drafted.competency_model_id])).content.decode()
    for told in ("Assessment plan", "Service law", "Integrity", "Tested nowhere", "The weights add up to 50, not to 100."):
        assert told in page


def test_an_empty_model_says_so(drafted, hr_officer, client):
    client.force_login(hr_officer)
    page = client.get(reverse("admin:positions_competencymodel_change", args=[drafted.competency_model_id])).content.decode()
    assert "No competency has been entered yet." in page


def test_the_page_of_a_post_says_where_each_competency_is_looked_at(published, client):
    competency(published)
    assert "Looked at in: Cross-cultural assessment" in client.get(published.get_absolute_url()).content.decode()


def test_the_library_has_own_words_in_five_languages_for_each_of_the_five_kinds():
    models = content("competency_models")["models"]
    assert len({model["kind"] for model in models}) == 5
    for model in models:
        assert sum(row["weight"] for row in model["competencies"]) == 100
        for row in model["competencies"]:
            texts = [row["name"], row["description"], *row["anchors"].values()]
            assert all(set(text) == LANGUAGES and all(text.values()) for text in texts), row["key"]
            assert row["stage"] in ("qualification", "competence", "crosscultural")
            assert row["un_heading"] in dict(Competency._meta.get_field("heading").choices)
            assert set(row["anchors"]) == {"1", "3", "5"}
    sets = {frozenset(row["key"] for row in model["competencies"]) for model in models}
    assert len(sets) == 5
