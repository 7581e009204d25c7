"""The flight check: what officers would send back, said before; advice with a link to the place, never a barrier."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from positions.models import RequiredDocument
from recruitment.calendar.queries import working_days
from screening.applications import actions
from screening.applications.inventory import filing_on
from screening.applications.models import Application, Education, Employment
from screening.applications.states import State
from tests import factories

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
OPEN = {
    "country": "DE",
    "issued_on": None,
    "expires_on": None,
    "language": "",
    "is_translated": False,
    "name_on_paper": "",
    "authentication": "",
}


def asks_for(application, *kinds: str) -> None:
    for kind in kinds:
        RequiredDocument.objects.create(position=application.position, kind=kind, required=True, sentence_en=kind)


def checked(client, application):
    return client.get(reverse("applications:flight", args=[application.uuid]))


def sentences(client, application) -> str:
    return " | ".join(advice.sentence for _section, found in checked(client, application).context["groups"] for advice in found)


def test_a_careful_file_has_nothing_to_mend(signed_in, complete_draft):
    page = checked(signed_in, complete_draft).content.decode()

    assert "Nothing was found that would be sent back." in page and "What was looked at" in page


def test_filing_is_planned_after_the_service_times_of_the_round(complete_draft):
    round_, closes = complete_draft.position.round, timezone.localdate(complete_draft.position.closes_at)
    days = sum(round_.service_days.values())

    planned = filing_on(complete_draft, today=timezone.localdate())

    assert planned == working_days().add_working_days(closes, days).ends_on


def test_filing_comes_nearer_as_stages_are_passed(complete_draft):
    today = timezone.localdate()
    first = filing_on(complete_draft, today=today)
    later = [
        filing_on(factories.brought_to(complete_draft, state), today=today) for state in (State.TESTED, State.NOMINATED, State.OFFERED)
    ]

    assert [first, *later] == sorted([first, *later], reverse=True) and later[-1] >= today


def test_a_certificate_that_will_have_lapsed_is_told_with_the_way_to_it(signed_in, complete_draft, candidate, a_pdf):
    asks_for(complete_draft, "no_criminal_record")
    facts = {**OPEN, "issued_on": timezone.localdate() - 120 * DAY}
    paper = actions.attach(complete_draft, "no_criminal_record", a_pdf("fz.pdf"), facts=facts, by=candidate)

    page = checked(signed_in, complete_draft)

    assert "“Certificate of no criminal record” counts until" in page.content.decode()
    assert reverse("applications:paper_about", args=[complete_draft.uuid, paper.pk]) in page.content.decode()


def test_the_shorter_time_of_the_country_counts(signed_in, complete_draft, candidate, a_pdf):
    """A Portuguese certificate counts for three months, a German one for six."""
    asks_for(complete_draft, "no_criminal_record")
    filing = filing_on(complete_draft, today=timezone.localdate())
    facts = {**OPEN, "country": "PT", "issued_on": min(filing - 120 * DAY, timezone.localdate())}
    actions.attach(complete_draft, "no_criminal_record", a_pdf(), facts=facts, by=candidate)
    told = sentences(signed_in, complete_draft)

    assert "counts until" in told and "from Germany is missing" in told


def test_a_certificate_of_another_country_lived_in_is_missed(signed_in, complete_draft, candidate, a_pdf):
    asks_for(complete_draft, "no_criminal_record")
    today = timezone.localdate()
    Employment.objects.create(
        application=complete_draft, employer="B", country="FR", began_on=today - 900 * DAY, ended_on=today - 300 * DAY
    )
    actions.attach(complete_draft, "no_criminal_record", a_pdf(), facts={**OPEN, "issued_on": today}, by=candidate)

    told = sentences(signed_in, complete_draft)

    assert "from France is missing" in told and "from Germany" not in told


def test_a_paper_without_its_day_and_country_is_asked_for_them(signed_in, complete_draft, candidate, a_pdf):
    asks_for(complete_draft, "no_criminal_record")
    actions.attach(complete_draft, "no_criminal_record", a_pdf(), by=candidate)
    told = sentences(signed_in, complete_draft)

    assert "When was “Certificate of no criminal record” issued?" in told and "Say which country issued" in told


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("MUELLER ANNA LENA", ""),
        ("Anna-Lena Schmidt", "is not the name in your passport"),
        ("A. Müller", "is not the whole name"),
        ("穆安娜", ""),
    ],
)
def test_names_on_papers_are_compared_as_people_write_them(signed_in, complete_draft, candidate, a_pdf, name, said):
    actions.attach(complete_draft, "degree", a_pdf(), facts={**OPEN, "country": "", "name_on_paper": name}, by=candidate)
    told = sentences(signed_in, complete_draft)

    assert said in told if said else "name" not in told


def test_a_former_name_explains_itself(signed_in, complete_draft, candidate, a_pdf):
    complete_draft.identity.former_names = "Anna-Lena Schmidt"
    complete_draft.identity.save()
    actions.attach(complete_draft, "degree", a_pdf(), facts={**OPEN, "country": "", "name_on_paper": "Schmidt, Anna-Lena"}, by=candidate)

    assert "not the name in your passport" not in sentences(signed_in, complete_draft)


def test_a_missing_translation_is_told_until_one_is_there(signed_in, complete_draft, candidate, a_pdf):
    actions.attach(complete_draft, "degree", a_pdf(), facts={**OPEN, "language": "de"}, by=candidate)
    assert "no translation is attached" in sentences(signed_in, complete_draft)

    actions.attach(complete_draft, "translation", a_pdf(), by=candidate)
    assert "no translation is attached" not in sentences(signed_in, complete_draft)


def test_a_degree_without_a_way_to_recognition_is_told_by_its_country(signed_in, complete_draft, candidate, a_pdf):
    asks_for(complete_draft, "degree")
    assert "from Germany needs CSCSE recognition or an apostille" in sentences(signed_in, complete_draft)

    Education.objects.filter(application=complete_draft).update(country="IN")
    assert "from India needs CSCSE recognition or consular legalisation" in sentences(signed_in, complete_draft)

    actions.attach(complete_draft, "degree", a_pdf(), facts={**OPEN, "country": "IN", "authentication": "cscse"}, by=candidate)
    assert "CSCSE recognition" not in sentences(signed_in, complete_draft)


def test_it_stands_on_the_page_on_which_answers_are_checked(signed_in, complete_draft):
    complete_draft.identity.passport_expires_on = timezone.localdate() + 200 * DAY
    complete_draft.identity.save()

    page = signed_in.get(reverse("applications:check", args=[complete_draft.uuid])).content.decode()

    assert "think of renewing it now" in page and "#id_passport_expires_on" in page
    assert reverse("applications:flight", args=[complete_draft.uuid]) in page


def test_it_never_stops_anybody(complete_draft, candidate):
    complete_draft.identity.passport_expires_on = timezone.localdate() + DAY
    complete_draft.identity.save()

    assert actions.submit(complete_draft, by=candidate).state == State.SUBMITTED


def test_an_empty_draft_can_be_checked(signed_in, draft):
    assert checked(signed_in, draft).status_code == 200


def test_what_is_handed_in_leads_to_the_file(signed_in, submitted):
    assert checked(signed_in, submitted).url == reverse("applications:file", args=[submitted.uuid])


def test_strangers_find_nothing(client, rival, complete_draft):
    client.force_login(rival)

    assert checked(client, complete_draft).status_code == 404


def test_it_asks_the_database_the_same_for_one_paper_and_for_five(
    signed_in, complete_draft, candidate, a_pdf, django_assert_max_num_queries
):
    for _number in range(5):
        actions.attach(complete_draft, "degree", a_pdf(), facts=OPEN, by=candidate)
    with django_assert_max_num_queries(20):
        checked(signed_in, complete_draft)


def test_the_documents_section_says_which_papers_from_where_and_by_when(signed_in, complete_draft):
    page = signed_in.get(reverse("applications:section", args=[complete_draft.uuid, "documents"]))

    assert [(wanted.route.code, wanted.route.kind) for wanted in page.context["wanted"]] == [("DE", "no_criminal_record"), ("DE", "degree")]
    told = page.content.decode()
    assert "Federal Office of Justice" in told and "Have it issued after" in told


def test_when_time_is_short_the_guide_says_now(signed_in, complete_draft):
    Application._base_manager.filter(pk=complete_draft.pk).update(created_at=timezone.now())
    round_ = complete_draft.position.round
    for stage in ("qualification", "competence", "crosscultural", "merit", "security", "offer"):
        setattr(round_, f"{stage}_days", 1)
    round_.save()

    page = signed_in.get(reverse("applications:section", args=[complete_draft.uuid, "documents"])).content.decode()

    assert "Ask for it now: it typically takes" in page
