"""The rules of a round: fixed with everything that the selection will use, and readable for everybody afterwards."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from positions import actions
from positions.models import Round
from recruitment.policy.models import Parameter
from tests import factories

pytestmark = pytest.mark.django_db


def test_everything_that_the_selection_uses_is_fixed(reviewed, hr_officer):
    actions.publish(reviewed, by=hr_officer)
    frozen = Round.objects.get(pk=reviewed.round_id).frozen
    assert frozen["tie_breaks"] == ["crosscultural", "competence", "number"]
    assert frozen["stages"][0] == "qualification" and set(frozen["stages"]) == set(frozen["service_days"])
    assert {"competence_min", "crosscultural_min", "panel_size", "aggregation", "notice_rule"} <= set(frozen)


def test_each_parameter_is_fixed_with_its_source_and_its_first_day(reviewed, hr_officer):
    today = timezone.localdate()
    Parameter.objects.create(
        key="interview.ratio", value=4, unit="ratio", source="沪人社规〔2026〕1号", status="verified", valid_from=today, changed_by="tests"
    )
    coming = today + datetime.timedelta(days=1)
    Parameter.objects.create(
        key="interview.ratio", value=5, unit="ratio", source="later", status="verified", valid_from=coming, changed_by="tests"
    )
    actions.publish(reviewed, by=hr_officer)
    frozen = Round.objects.get(pk=reviewed.round_id).frozen
    assert frozen["policy"]["interview.ratio"] == 4
    assert frozen["policy_sources"]["interview.ratio"] == {
        "source": "沪人社规〔2026〕1号",
        "status": "verified",
        "valid_from": today.isoformat(),
    }
    assert frozen["policy_sources"]["arbitration.days"]["source"].startswith("公务员法")


def test_the_public_reads_the_rules_as_they_were_fixed(published, client):
    page = client.get(reverse("positions:round", args=[published.round.reference])).content.decode()
    for told in ("The rules of round 2026-2", "40 %", "60 %", "Qualification check", "公务员法（2018）第103条", published.title):
        assert told in page
    assert "score of the cross-cultural assessment → score of the competence test" in page


def test_the_page_of_a_post_leads_to_its_rules(published, client):
    page = client.get(published.get_absolute_url()).content.decode()
    assert reverse("positions:round", args=[published.round.reference]) in page


@pytest.mark.parametrize("reference", ["2026-2", "2031-9", "x"])
def test_a_round_that_is_not_fixed_or_not_there_has_no_page(drafted, client, reference):
    assert client.get(reverse("positions:round", args=[reference])).status_code == 404


def test_a_round_that_was_fixed_before_ties_were_kept_still_opens(client):
    old = {"competence_weight": 40, "crosscultural_weight": 60, "competence_min": 60, "crosscultural_min": 60, "panel_size": 5}
    old |= {
        "aggregation": "median",
        "notice_working_days": 5,
        "notice_rule": "next_day",
        "service_days": {"qualification": 1},
        "policy": {},
    }
    factories.RoundFactory(reference="2025-1", frozen=old, frozen_at=timezone.now())
    assert client.get(reverse("positions:round", args=["2025-1"])).status_code == 200


@pytest.mark.parametrize("order", [[], ["number", "competence"], ["competence"], ["age", "number"], ["number", "number"]])
def test_an_order_that_does_not_decide_in_the_end_is_refused(order):
    with pytest.raises(ValidationError) as refusal:
        Round(reference="2026-9", title="x", tie_breaks=order).full_clean()
    assert "tie_breaks" in refusal.value.message_dict


def test_hr_chooses_the_order_in_words_and_reads_the_fixed_rules(drafted, hr_officer, client):
    client.force_login(hr_officer)
    address = reverse("admin:positions_round_change", args=[drafted.round_id])
    assert "Not fixed yet." in client.get(address).content.decode()
    form = client.get(address).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields} | {"title_zh_hans": "批次", "tie_breaks": "competence,number"}
    sent = {name: "" if value is None else value for name, value in sent.items()}
    assert client.post(address, sent | {"tie_breaks": "number,competence"}).status_code == 200
    assert client.post(address, sent).status_code == 302
    assert Round.objects.get(pk=drafted.round_id).tie_breaks == ["competence", "number"]


def test_fixed_rules_are_read_in_admin_without_json(published, hr_officer, client):
    client.force_login(hr_officer)
    page = client.get(reverse("admin:positions_round_change", args=[published.round_id])).content.decode()
    assert "Policy in force when the rules were fixed" in page and "Longest appointment contract" in page
    assert "competence_weight&quot;" not in page
