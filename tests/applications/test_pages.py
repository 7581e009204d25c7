"""The candidate's pages: the dashboard, the file with its timeline and stages, the receipt; and how much they ask of the database."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from recruitment.documents import actions as documents
from recruitment.documents.models import Issued
from screening.applications import actions
from screening.applications.models import Application, Employment, LanguageEvidence
from screening.applications.states import PUBLIC_LABELS, Gate, GateResult, RejectionReason, Section, State
from screening.applications.states.steps import ASKED, NEXT_STEPS
from tests import factories
from tests.applications.answers import DECLARATIONS, ENTRIES, IDENTITY

pytestmark = pytest.mark.django_db

AT_MOST = 10
# Which papers from where and by when: degrees, employments, round, calendar, policy, and two of the tables of papers.
OF_THE_GUIDE = 3
FORMS = {"identity": IDENTITY, "declarations": DECLARATIONS}


def file_page(application) -> str:
    return reverse("applications:file", args=[application.uuid])


@pytest.mark.parametrize("state", State)
def test_every_state_has_words_a_badge_and_a_next_step(signed_in, complete_draft, state):
    application = factories.brought_to(complete_draft, state) if state != State.DRAFT else complete_draft

    for url in (reverse("applications:list"), file_page(application)):
        page = signed_in.get(url).content.decode()
        assert str(PUBLIC_LABELS[state][0]) in page
    dashboard = signed_in.get(reverse("applications:list")).content.decode()
    assert str(NEXT_STEPS[state]) in dashboard
    assert ("Action required" in dashboard) == (state in ASKED)
    assert application.position.reference in dashboard


def test_the_dashboard_shows_the_number_and_by_when(signed_in, complete_draft):
    application = factories.brought_to(complete_draft, State.RETURNED)

    page = signed_in.get(reverse("applications:list")).content.decode()

    assert application.reference in page and "23:59 (Shanghai time)" in page


def test_the_dashboard_without_applications_leads_to_the_positions(signed_in):
    page = signed_in.get(reverse("applications:list")).content.decode()

    assert "You have no applications yet" in page and reverse("positions:list") in page


@pytest.mark.parametrize("number", [1, 3, 25])
def test_the_dashboard_asks_the_same_of_the_database_at_any_number(signed_in, candidate, position, number, django_assert_max_num_queries):
    rows = [
        Application(candidate=candidate, position=position, language="de", state=State.LAPSED, ended_at=timezone.now())
        for _row in range(number)
    ]
    Application.objects.bulk_create(rows)
    signed_in.get(reverse("applications:list"))

    with django_assert_max_num_queries(AT_MOST) as asked:
        signed_in.get(reverse("applications:list"))
    assert len(asked) <= 5


@pytest.mark.parametrize("section", Section)
def test_a_section_is_shown_with_few_questions(signed_in, complete_draft, section, django_assert_max_num_queries):
    url = reverse("applications:section", args=[complete_draft.uuid, section])
    signed_in.get(url)

    with django_assert_max_num_queries(AT_MOST + (section == Section.DOCUMENTS) * OF_THE_GUIDE):
        assert signed_in.get(url).status_code == 200


@pytest.mark.parametrize("section", Section)
def test_a_section_is_saved_with_few_questions(signed_in, complete_draft, section):
    url = reverse("applications:section", args=[complete_draft.uuid, section])
    answers = {**FORMS.get(section, {}), "then": "later", "seen": signed_in.get(url).context["stamp"]}

    with CaptureQueriesContext(connection) as asked:
        assert signed_in.post(url, answers).status_code == 302
    assert len([query for query in asked if "SAVEPOINT" not in query["sql"]]) <= AT_MOST


def test_the_number_of_entries_does_not_matter(signed_in, draft):
    url = reverse("applications:section", args=[draft.uuid, "languages"])
    counts = []
    for number in (1, 20):
        LanguageEvidence.objects.bulk_create([LanguageEvidence(application=draft, language="fr", is_native=True) for _row in range(number)])
        with CaptureQueriesContext(connection) as asked:
            signed_in.get(url)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_timeline_tells_the_candidates_story_and_nothing_else(signed_in, complete_draft, candidate, qualification_officer, robot):
    application = actions.submit(complete_draft, by=candidate)
    actions.assign(application, officer=qualification_officer, by=qualification_officer)
    actions.record_gate(application, Gate.QUALIFICATION, GateResult.NOT_PASSED, on=timezone.localdate(), by=qualification_officer)
    actions.propose_rejection(application, reason=RejectionReason.REQUIREMENT_NOT_MET, sentence="Degree", by=qualification_officer)

    response = signed_in.get(file_page(application))

    assert [str(words) for words, _at in response.context["timeline"]] == ["You handed the application in."]
    page = response.content.decode()
    assert "not passed" not in page and "rejection" not in page.lower() and str(qualification_officer) not in page


def test_the_security_review_is_only_called_final_checks(signed_in, complete_draft, robot):
    application = factories.brought_to(complete_draft, State.NOMINATED)
    actions.record_gate(application, Gate.SECURITY, GateResult.PASSED, on=timezone.localdate(), by=robot)

    response = signed_in.get(file_page(application))

    assert "Final checks" in response.content.decode() and "ecurity" not in response.content.decode()
    assert [state for _name, state, _day in response.context["stages"]] == ["passed", "passed", "passed", "now", "open"]


def test_an_ended_file_tells_no_gate_that_was_not_passed(signed_in, complete_draft, robot):
    application = factories.brought_to(complete_draft, State.NOMINATED)
    actions.record_gate(application, Gate.SECURITY, GateResult.NOT_PASSED, on=timezone.localdate(), by=robot)
    Application._base_manager.update(state=State.REJECTED, ended_at=timezone.now())

    response = signed_in.get(file_page(application))

    assert [state for _name, state, _day in response.context["stages"]] == ["passed", "passed", "passed", "open", "open"]


def test_letters_about_the_file_are_listed_on_it(signed_in, complete_draft, candidate):
    application = actions.submit(complete_draft, by=candidate)

    assert "/letters/" in signed_in.get(file_page(application)).content.decode()


def test_the_receipt_is_pressed_and_handed_out(signed_in, complete_draft, candidate):
    application = actions.submit(complete_draft, by=candidate)
    page, paper = (reverse(f"applications:{name}", args=[application.uuid]) for name in ("receipt", "receipt_paper"))
    assert "being prepared" in signed_in.get(page).content.decode()
    assert signed_in.get(paper).url == page

    documents.press(Issued.objects.get().uuid)

    assert Issued.objects.get().error == ""
    assert "Download the receipt" in signed_in.get(page).content.decode()
    response = signed_in.get(paper)
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert application.reference in response["Content-Disposition"]


def test_a_draft_has_no_receipt(signed_in, draft):
    assert signed_in.get(reverse("applications:receipt", args=[draft.uuid])).url == file_page(draft)
    assert signed_in.get(reverse("applications:receipt_paper", args=[draft.uuid])).status_code == 404


def test_check_answers_shows_everything_with_links_to_change_it(signed_in, complete_draft):
    page = signed_in.get(reverse("applications:check", args=[complete_draft.uuid])).content.decode()

    for text in (
        "Anna-Lena Müller",
        "C01X00T47",
        "Germany",
        "Universität Musterstadt",
        "Muster GmbH",
        "HSK (version 2.0), level 5",
        "until today",
    ):
        assert text in page, text
    for section in Section:
        assert reverse("applications:section", args=[complete_draft.uuid, section]) in page


def test_check_answers_of_a_file_in_the_office_can_be_read_only(signed_in, submitted):
    page = signed_in.get(reverse("applications:check", args=[submitted.uuid])).content.decode()

    assert "Anna-Lena Müller" in page and "Hand in" not in page and ">Change<" not in page


def test_what_is_often_sent_back_is_said_before(signed_in, complete_draft):
    today = timezone.localdate()
    complete_draft.identity.passport_expires_on = today + datetime.timedelta(days=90)
    complete_draft.identity.given_names = "Anneliese"
    complete_draft.identity.save()
    complete_draft.languages.filter(test="HSK").update(tested_on=datetime.date(2020, 1, 1))
    Employment.objects.create(
        application=complete_draft, employer="A", began_on=datetime.date(2010, 1, 1), ended_on=datetime.date(2014, 10, 31)
    )

    advice = signed_in.get(reverse("applications:check", args=[complete_draft.uuid])).context["advice"]

    said = {prompt.section for prompt in advice}
    assert said == {Section.IDENTITY, Section.WORK, Section.LANGUAGES}
    assert any("for 61 days" in prompt.sentence for prompt in advice)
    assert any("“Anneliese” does not occur" in prompt.sentence for prompt in advice)


@pytest.mark.parametrize("language", ["zh-hans", "de", "ja", "ko"])
def test_every_page_opens_in_every_language(client, candidate, complete_draft, language):
    client.force_login(candidate)
    names = ["file", "check", "discard"]
    addresses = [f"/{language}/applications/", f"/{language}/applications/start/{complete_draft.position.reference}/"]
    addresses += [f"/{language}/applications/{complete_draft.uuid}/{'' if name == 'file' else name + '/'}" for name in names]
    addresses += [f"/{language}/applications/{complete_draft.uuid}/{section}/" for section in Section]
    addresses += [f"/{language}/applications/{complete_draft.uuid}/{section}/add/" for section in ENTRIES]

    for address in addresses:
        assert client.get(address).status_code == 200, address
