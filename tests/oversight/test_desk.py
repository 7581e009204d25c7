"""The desk: open by mandate, every reading recorded, codes and regions and no name, and no query more for more rows."""

import pytest
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from screening.applications import actions as applications
from screening.applications.models import Identity, MissedPromise
from screening.applications.states import RejectionReason
from screening.applications.states.regions import Region, region_of
from screening.assessors.models import Membership, Panel
from screening.competence.models import Marking, Paper, Sitting
from screening.crosscultural.models import Booklet, Interview, Sheet
from screening.desk.table import LISTS
from screening.oversight.models import Attestation, Mandate, Question
from screening.stages import actions as stages
from screening.stages.models import Stage
from screening.stages.states import StageState
from tests import assessments, factories
from tests.oversight.conftest import GROUND, REASON, stage_of

pytestmark = pytest.mark.django_db

LIST_QUERIES = 11
MARKS_QUERIES = 13
POSTS_QUERIES = 13


def pages(position) -> list[str]:
    lists = [reverse("oversight:list", args=[position.reference, name]) for name in LISTS]
    others = [reverse("oversight:stage", args=[stage.uuid]) for stage in Stage.objects.of(position)]
    return [reverse("oversight:posts"), reverse("oversight:ledger"), reverse("oversight:post", args=[position.reference]), *lists, *others]


@pytest.mark.parametrize("who", ["hr_officer", "assessor", "candidate", "security_administrator", "superuser"])
def test_without_the_role_there_is_no_desk(client, who, stage, request):
    client.force_login(request.getfixturevalue(who))
    assert {client.get(page).status_code for page in pages(stage.position)} == {403}


def test_without_a_mandate_the_desk_says_why_it_is_closed(client, stage, oversight, observer):
    Mandate.objects.update(ended_at=timezone.now(), ended_by=oversight)
    client.force_login(oversight)
    for page in [*pages(stage.position), reverse("oversight:do", args=[stage.uuid, "stop"])]:
        answer = client.get(page)
        assert answer.status_code == 403 and "no mandate is in force" in answer.content.decode()
    assert client.post(reverse("oversight:do", args=[stage.uuid, "stop"]), {"reason": REASON}).status_code == 403
    assert not Entry.objects.filter(verb="oversight.read").exists()


def test_every_page_opens_and_every_reading_is_recorded(client, stage, observer, announced):
    client.force_login(observer)
    visited = pages(stage.position)
    assert {client.get(page).status_code for page in visited} == {200}
    assert Entry.objects.filter(verb="oversight.read", actor_id=observer.pk).count() == len(visited)
    assert client.get(reverse("oversight:list", args=[stage.position.reference, "names"])).status_code == 404
    assert client.get(reverse("oversight:post", args=["SH-P-2020-999"])).status_code == 404


def test_a_draft_is_not_there(client, observer, department, hr_officer):
    draft = factories.planned_position(department, author=hr_officer)
    client.force_login(observer)
    assert client.get(reverse("oversight:post", args=[draft.reference])).status_code == 404
    assert "No post has been published yet" in client.get(reverse("oversight:posts")).content.decode()


def filled(stage, hr_officer) -> list:
    """Files with marks of every kind in them; what could tell who somebody is carries a mark that no page may show."""
    made = [assessments.file(stage.position, 70 + number, "submitted") for number in range(3)]
    for number, file in enumerate(made):
        canary = f"CANARY{number}"
        Identity.objects.filter(application=file).update(
            full_name_latin=canary, family_name=canary, given_names=canary, chinese_name=canary, nationality="DE"
        )
        type(file.candidate).objects.filter(pk=file.candidate_id).update(display_name=canary, email=f"{canary}@example.org".lower())
        applications.propose_rejection(file, reason=RejectionReason.EVIDENCE_MISSING, sentence=f"{canary} showed nothing.", by=hr_officer)
        day = timezone.localdate()
        MissedPromise.objects.create(application=file, state="submitted", promised_on=day, expected_on=day + timezone.timedelta(days=9))
    return made


def test_nobody_can_be_recognised(client, stage, observer, hr_officer):
    files = filled(stage, hr_officer)
    client.force_login(observer)
    told = {page: client.get(page).content.decode() for page in pages(stage.position)}
    assert {page for page, text in told.items() if "CANARY" in text.upper()} == set()
    for name in ("rejections", "promises"):
        text = told[reverse("oversight:list", args=[stage.position.reference, name])]
        assert all(file.candidate_code in text for file in files) and "Europe" in text and "German" not in text
        assert not any(file.reference in text for file in files)
    assert "decided by hand" in told[reverse("oversight:list", args=[stage.position.reference, "rejections"])]


def test_a_list_asks_no_more_for_three_rows_than_for_one(client, stage, observer, hr_officer, django_assert_num_queries):
    files = filled(stage, hr_officer)
    client.force_login(observer)
    address = reverse("oversight:list", args=[stage.position.reference, "rejections"])
    client.get(address)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(address)
    type(files[0].rejection).objects.exclude(application=files[0]).delete()
    with django_assert_num_queries(LIST_QUERIES):
        assert files[0].candidate_code in client.get(address).content.decode()


def test_the_first_page_asks_no_more_for_three_posts_than_for_one(
    client, stage, observer, department, hr_officer, second_hr_officer, django_assert_num_queries
):
    client.force_login(observer)
    client.get(reverse("oversight:posts"))
    with django_assert_num_queries(POSTS_QUERIES):
        client.get(reverse("oversight:posts"))
    for _number in range(2):
        stages.lay_out(factories.published_position(department, author=hr_officer, reviewer=second_hr_officer))
    with django_assert_num_queries(POSTS_QUERIES):
        assert client.get(reverse("oversight:posts")).content.decode().count("Ranking and nomination") == 3


def test_the_verbs_of_a_mandate_on_the_page(client, stage, observer, lifters, hr_officer):
    def do(verb: str, person, **told):
        client.force_login(person)
        return client.post(reverse("oversight:do", args=[stage.uuid, verb]), told, follow=True)

    assert "Explain in at least 10 characters." in do("ask", observer, text="Why?").content.decode()
    assert "Why was nobody asked twice?" in do("ask", observer, text="Why was nobody asked twice?").content.decode()
    assert Question.objects.get().asked_by == observer
    assert "Stopped by oversight" in do("stop", observer, reason=REASON).content.decode()
    assert do("stop", observer, reason=REASON).status_code == 404
    assert do("lift", observer).status_code == 404
    assert GROUND in do("propose-lift", lifters[0], ground=GROUND).content.decode()
    refused = do("lift", lifters[0])
    assert refused.status_code == 409 and stage_of(stage.position).state == StageState.STOPPED
    assert do("lift", lifters[1]).status_code == 200 and stage_of(stage.position).state == StageState.OPEN
    assert do("attest", observer, text="We saw nothing against the rules.").status_code == 200
    assert Attestation.objects.get().text == "We saw nothing against the rules."
    client.force_login(observer)
    assert "We saw nothing against the rules." in client.get(reverse("oversight:stage", args=[stage.uuid])).content.decode()
    assert client.get(reverse("oversight:do", args=[stage.uuid, "close"])).status_code == 404


def test_an_auditor_reads_and_stops_nothing(client, stage, auditor):
    client.force_login(auditor)
    assert client.get(reverse("oversight:stage", args=[stage.uuid])).status_code == 200
    assert client.get(reverse("oversight:do", args=[stage.uuid, "stop"])).status_code == 404
    assert client.get(reverse("oversight:do", args=[stage.uuid, "ask"])).status_code == 200


def locked(position, person, *, people) -> Sitting:
    """A script with three locked marks, and an interview with one locked sheet, on raw rows."""
    now = timezone.now()
    file = factories.brought_to(factories.complete(factories.application(position, person)), "tested")
    paper = Paper.objects.filter(position=position).first() or assessments.draft_paper(position, author=people[0])
    sitting = Sitting.objects.create(paper=paper, application=file, code=file.candidate_code, extra_minutes=30)
    for ordinal, (marker, total) in enumerate(zip(people, ("61.00", "84.00", "70.00"), strict=True), start=1):
        given = {"ordinal": ordinal, "place": ordinal, "total": total, "state": "locked", "locked_at": now}
        Marking.objects.create(sitting=sitting, marker=marker, **given)
    booklet, _new = Booklet.objects.get_or_create(position=position, defaults=assessments.five(title="Booklet", instructions="Ask."))
    panel, _new = Panel.objects.get_or_create(position=position, kind="interview", number=1)
    seat, _new = Membership.objects.get_or_create(panel=panel, assessor=people[0], institution="Institute")
    interview = Interview.objects.create(application=file, booklet=booklet, code=file.candidate_code)
    Sheet.objects.create(interview=interview, membership=seat, average="3.500000", state="locked", locked_at=now)
    return sitting


def test_marks_appear_under_numbers_and_cost_no_query_more(client, stage, observer, candidate, rival, django_assert_num_queries):
    people = assessments.people(3, "CANARY")
    first = locked(stage.position, candidate, people=people)
    client.force_login(observer)
    addresses = {name: reverse("oversight:list", args=[stage.position.reference, name]) for name in ("test", "interview")}
    told = {name: client.get(address).content.decode() for name, address in addresses.items()}
    for part in (first.code, "Marker 1: 61.00 · Marker 2: 84.00 · Marker 3: 70.00", "23.00", ">30<"):
        assert part in told["test"]
    assert "Member 1: 3.50" in told["interview"] and "canary" not in f"{told}".lower()
    locked(stage.position, rival, people=people)
    for address in addresses.values():
        with django_assert_num_queries(MARKS_QUERIES):
            assert client.get(address).content.decode().count("Marker 1") in (0, 2)


def test_a_country_has_a_region():
    assert [region_of(code) for code in ("DE", "CN", "BR", "KE", "FJ", "", "XX")] == [
        Region.EUROPE, Region.ASIA, Region.AMERICAS, Region.AFRICA, Region.OCEANIA, Region.UNSTATED, Region.UNSTATED,
    ]  # fmt: skip


def test_letters_of_stages_lead_to_the_right_desk(stage):
    told = stage.letter_context()
    assert told["oversight_url"].endswith(reverse("oversight:stage", args=[stage.uuid]))
    assert told["desk_url"].endswith(reverse("admin:stages_stage_change", args=[stage.pk]))
