"""Gaps in the working life, competencies with evidence, referees to name, conflicts of interest: what makes these sections complete."""

import datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from positions.models import Competency
from screening.applications.forms.words import count_words
from screening.applications.inventory import facts_of, gaps_of
from screening.applications.models import CompetencyEvidence, Declaration, Education, Employment, Pause, SectionProgress
from screening.applications.states import Section
from screening.credentials.conditions import check
from tests.applications.answers import COMPETENCIES, INTEREST, REFEREE

pytestmark = pytest.mark.django_db


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def page_of(draft, section: str) -> str:
    return reverse("applications:section", args=[draft.uuid, section])


def complete(browser, draft, section: str):
    seen = SectionProgress.objects.filter(application=draft, section=section).first()
    return browser.post(page_of(draft, section), {"then": "complete", "seen": seen.stamp if seen else ""})


class TestGaps:
    def test_the_section_and_the_flight_check_ask_about_the_same_times(self, signed_in, draft):
        told = {"application": draft, "employer": "A", "kind": "trade", "title": "B", "country": "DE", "duties": "C"}
        Employment.objects.create(**told, began_on=day("2020-01-01"), ended_on=day("2020-06-30"))
        later = Employment.objects.create(**told, began_on=day("2020-07-31"))
        assert gaps_of(draft) == []
        Employment.objects.filter(pk=later.pk).update(began_on=day("2020-08-01"))
        (gap,) = gaps_of(draft)
        assert (gap.first, gap.last) == (day("2020-07-01"), day("2020-07-31"))
        assert [remark.section for remark in check(facts_of(draft)) if "2020" in str(remark.sentence)] == [Section.WORK]

    def test_a_time_longer_ago_than_the_policy_asks_for_is_not_asked_about(self, draft):
        told = {"application": draft, "employer": "A", "kind": "trade", "title": "B", "country": "DE", "duties": "C"}
        Employment.objects.create(**told, began_on=day("1995-01-01"), ended_on=day("1996-12-31"))
        Employment.objects.create(**told, began_on=day("2000-01-01"))
        assert gaps_of(draft) == []

    def test_the_section_asks_about_it_leads_to_it_and_is_complete_once_it_is_explained(self, signed_in, draft):
        told = {"application": draft, "employer": "A", "kind": "trade", "title": "B", "country": "DE", "duties": "C"}
        Employment.objects.create(**told, began_on=day("2015-01-01"), ended_on=day("2016-12-31"))
        Employment.objects.create(**told, began_on=day("2018-01-01"))

        response = complete(signed_in, draft, "work")
        problem = response.context["problems"][0]
        assert "Nothing is said about the time from" in problem["text"]
        form = signed_in.get(problem["href"]).context["form"]
        assert (form.initial["began_on"], form.initial["ended_on"]) == (day("2017-01-01"), day("2017-12-31"))
        Pause.objects.create(application=draft, kind="family", began_on=day("2017-01-01"), ended_on=day("2017-12-31"))

        assert complete(signed_in, draft, "work").status_code == 302

    def test_studies_explain_it_too(self, signed_in, draft):
        told = {"application": draft, "employer": "A", "kind": "trade", "title": "B", "country": "DE", "duties": "C"}
        Employment.objects.create(**told, began_on=day("2015-01-01"), ended_on=day("2016-12-31"))
        Employment.objects.create(**told, began_on=day("2018-01-01"))
        Education.objects.create(
            application=draft, title="M.A.", began_on=day("2016-10-01"), graduated_on=day("2017-12-20"), has_graduated=True
        )

        assert complete(signed_in, draft, "work").status_code == 302

    @pytest.mark.parametrize("gap", ["9", "-1", "x", "99999999999", "", "0"])
    def test_a_gap_that_is_none_is_an_empty_form(self, signed_in, draft, gap):
        response = signed_in.get(reverse("applications:entry_add", args=[draft.uuid, "pauses"]) + f"?gap={gap}")
        assert response.status_code == 200 and not response.context["form"].initial.get("began_on")


class TestCompetencies:
    @pytest.fixture
    def competencies(self, draft):
        model = draft.position.competency_model
        rows = [("law", "competence"), ("report", "qualification"), ("dialogue", "crosscultural")]
        for key, stage in rows:
            Competency.objects.create(model=model, key=key, name=f"Name of {key}", nature="hard", stage=stage, weight=10)

    def test_evidence_is_asked_for_what_is_judged_on_paper_only(self, signed_in, draft, competencies):
        form = signed_in.get(page_of(draft, "competencies")).context["form"]
        assert [name for name in form.fields if name.startswith("evidence_")] == ["evidence_law", "evidence_report"]

    def test_it_is_complete_with_a_text_for_each(self, signed_in, draft, competencies):
        url, answers = (
            page_of(draft, "competencies"),
            {**COMPETENCIES, "evidence_law": "I wrote the guide.", "then": "complete", "seen": ""},
        )
        response = signed_in.post(url, answers)
        assert "Name of report" in str(response.context["form"].errors["evidence_report"])
        assert CompetencyEvidence.objects.get(competency="law").text == "I wrote the guide."

        signed_in.post(url, {**answers, "evidence_report": "A report a year.", "seen": response.context["stamp"]})

        assert SectionProgress.objects.get(section=Section.COMPETENCIES).done is True
        check = signed_in.get(reverse("applications:check", args=[draft.uuid])).content.decode()
        assert "Name of report" in check and "A report a year." in check

    def test_what_was_written_stays_with_its_name_when_the_model_changes(self, signed_in, draft, competencies):
        signed_in.post(page_of(draft, "competencies"), {**COMPETENCIES, "evidence_law": "I wrote the guide.", "then": "later", "seen": ""})
        Competency.objects.filter(key="law").delete()
        assert "Name of law" in signed_in.get(reverse("applications:check", args=[draft.uuid])).content.decode()

    def test_the_declarations_keep_what_the_other_section_wrote(self, signed_in, draft):
        signed_in.post(page_of(draft, "competencies"), {**COMPETENCIES, "then": "later", "seen": ""})
        signed_in.post(page_of(draft, "declarations"), {"has_criminal_record": "no", "then": "later", "seen": ""})
        declaration = Declaration.objects.get()
        assert (declaration.motivation, declaration.has_criminal_record) == (COMPETENCIES["motivation"], False)

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("", 0),
            ("one two  three\n", 3),
            ("你好世界", 2),
            ("上海的GDP增长", 4),
            ("東京タワー", 3),
            ("안녕하세요 세계", 4),
            ("– … !", 0),
            ("it’s e-mail 3.5", 3),
        ],
    )
    def test_words_are_counted_in_every_script(self, text, number):
        assert count_words(text) == number

    def test_the_page_says_the_limit_and_counts_along(self, signed_in, draft):
        html = signed_in.get(page_of(draft, "competencies")).content.decode()
        assert html.count("data-portal-words=") == 3
        assert "At most 500 words" in html

    @given(text=st.text(max_size=300))
    def test_a_longer_text_never_counts_less(self, text):
        assert count_words(text + " more") >= count_words(text)


class TestReferees:
    def test_two_have_to_be_named_and_three_may(self, signed_in, draft):
        add = reverse("applications:entry_add", args=[draft.uuid, "referees"])
        signed_in.post(add, {**REFEREE, "then": "complete"})
        assert "Name at least 2 referees" in str(complete(signed_in, draft, "referees").context["problems"])

        signed_in.post(add, {**REFEREE, "name": "Two", "then": "complete"})
        assert complete(signed_in, draft, "referees").status_code == 302
        signed_in.post(add, {**REFEREE, "name": "Three", "then": "complete"})
        assert signed_in.post(add, {**REFEREE, "name": "Four", "then": "complete"}).status_code == 409


class TestInterests:
    def test_none_is_a_declaration_and_a_relative_is_one_too(self, signed_in, draft):
        complete(signed_in, draft, "interests")
        assert Declaration.objects.get().has_relatives is False

        signed_in.post(reverse("applications:entry_add", args=[draft.uuid, "interests"]), {**INTEREST, "then": "complete"})
        assert complete(signed_in, draft, "interests").status_code == 302

        declaration = Declaration.objects.get()
        assert declaration.has_relatives is True and "Customs" in declaration.relatives

    def test_an_acquaintance_is_no_relative(self, signed_in, draft):
        answers = {**INTEREST, "kind": "official", "then": "complete"}
        signed_in.post(reverse("applications:entry_add", args=[draft.uuid, "interests"]), answers)
        complete(signed_in, draft, "interests")
        assert Declaration.objects.get().has_relatives is False
