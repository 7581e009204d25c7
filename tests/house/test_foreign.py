"""Of what is somebody else's, nobody can tell that it is there: it is answered like what nobody made."""

import re
from urllib.parse import unquote
from uuid import uuid4

import pytest
from django.urls import reverse

from screening.applications.states import State
from screening.assessors.models import ConflictHint
from screening.competence import actions as competence
from screening.competence.models import Paper, Sitting
from screening.crosscultural.models import Booklet, Interview
from screening.stages import actions as stages
from screening.stages.models import Stage
from tests import assessments, factories
from tests.competence.bank import question

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])

ROLES = ("rival", "assessor", "setter", "foreign_hr_officer", "oversight", "mentor", "outsider")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
NOBODYS = {"code": "NOSUCH99", "reference": "SH-P-1999-001", "round": "1999-1"}


@pytest.fixture
def pairs(position, candidate, hr_officer, second_assessor, second_setter) -> list[tuple[str, str]]:
    """Addresses of what there is, each with one of what there is not."""
    file = factories.brought_to(factories.complete(factories.application(position, candidate)), State.NOMINATED)
    paper: Paper = competence.seal(assessments.draft_paper(position, author=hr_officer), by=hr_officer)
    sitting = Sitting.objects.create(paper=paper, application=file, code=file.candidate_code)
    booklet = Booklet.objects.create(position=position, **assessments.five(title="Booklet", instructions="Ask."))
    interview = Interview.objects.create(application=file, booklet=booklet, code=file.candidate_code)
    hint = ConflictHint.objects.create(assessor=second_assessor, application=file, ground="referee")
    asked = question(by=second_setter)
    stages.lay_out(position)
    stage = Stage.objects.filter(position=position).first()
    by_key = [
        *((f"competence:{name}", [paper.uuid]) for name in ("key", "room")),
        *(("competence:invigilate", [sitting.uuid, verb]) for verb in ("identify", "extend", "pause")),
        *((f"competence:{name}", [sitting.uuid]) for name in ("paper", "answers", "receipt", "trial")),
        *((f"competence:{name}", [asked.uuid]) for name in ("question", "question_edit", "line_new", "question_attach")),
        *((f"crosscultural:{name}", [interview.uuid]) for name in ("interview", "calendar")),
        ("assessors:question", [hint.uuid]),
        ("oversight:stage", [stage.uuid]),
        ("oversight:do", [stage.uuid, "stop"]),
        *((f"security:{name}", [file.uuid]) for name in ("declaration", "copy", "reconsider", "change")),
    ]
    found = [(reverse(name, args=args), UUID.sub(str(uuid4()), reverse(name, args=args))) for name, args in by_key]
    by_code = [*(f"competence:{name}" for name in ("script", "lock", "follow_up", "step_back", "moderate")), "crosscultural:sheet"]
    found += [(reverse(name, args=[file.candidate_code]), reverse(name, args=[NOBODYS["code"]])) for name in by_code]
    found.append((reverse("oversight:post", args=[position.reference]), reverse("oversight:post", args=[NOBODYS["reference"]])))
    return [*found, (reverse("assessors:declare", args=[position.round.reference]), reverse("assessors:declare", args=[NOBODYS["round"]]))]


def bare(answer, address: str) -> tuple[int, str]:
    """Status and page, without the address that was asked for and what differs each time."""
    page = unquote(answer.content.decode()).replace(address[3:], "")  # in every language
    return answer.status_code, re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]+"', "", page)


def test_what_is_foreign_is_answered_like_what_is_absent(pairs, request, client):
    for role in ROLES:
        client.force_login(request.getfixturevalue(role))
        for foreign, absent in pairs:
            if role == "oversight" and "/keys/" in foreign:
                continue  # an observer may be one of the two who open a paper
            there = client.get(foreign, headers={"accept-language": "en"})
            assert there.status_code in (403, 404), (role, foreign, there.status_code)
            assert bare(there, foreign) == bare(client.get(absent, headers={"accept-language": "en"}), absent), (role, foreign)
