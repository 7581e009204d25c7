"""Every letter of the journey, in every language: complete, addressed, with the number in its subject."""

import datetime

import pytest
from django.conf import settings

from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.states import RejectionReason, State
from tests import factories

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 12, 24)
MOMENT = datetime.datetime(2026, 12, 24, 15, tzinfo=datetime.UTC)
LETTERS = {
    Kind.SUBMITTED: {},
    Kind.RETURNED: {"items": ["Apostille & translation"], "message": "“Please” <soon>", "due_on": DAY},
    Kind.RESUBMITTED: {},
    Kind.QUALIFIED: {},
    Kind.EXAMINED: {"score": "78.50"},
    Kind.ASSESSED: {"score": "81.00"},
    Kind.NOMINATED: {"rank": 1},
    Kind.RESERVED: {"rank": 7},
    Kind.CLEARED: {},
    Kind.ANNOUNCED: {"notice_url": "https://example.org/notices/1", "ends_on": DAY},
    Kind.CONFIRMED: {},
    Kind.DEFERRED: {},
    Kind.REVOKED: {},
    Kind.OFFERED: {},
    Kind.APPOINTED: {},
    Kind.DECLINED: {},
    Kind.REJECTED: {"reason": RejectionReason.RANKED_BELOW.label, "sentence": "Others & more"},
    Kind.WITHDRAWN: {},
    Kind.LAPSED: {"was_draft": False},
    Kind.REOPENED: {"until_at": MOMENT, "zone": "Asia/Seoul"},
    Kind.RENEWED: {"submitted_at": MOMENT, "zone": "Asia/Seoul", "version": 2},
    Kind.RESTORED: {"submitted_at": MOMENT, "zone": "", "version": 1},
    Kind.PROMISE_MISSED: {"promised_on": DAY, "expected_on": DAY},
}


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("kind", LETTERS)
def test_it_is_whole(complete_draft, candidate, kind, language):
    application = factories.brought_to(complete_draft, State.SUBMITTED)
    candidate.language = language

    letter = notify(candidate, kind, about=application, **LETTERS[kind])

    assert application.reference in letter.subject
    assert application.reference in letter.body or kind == Kind.RETURNED
    assert f"/{language}/applications/{application.uuid}/" in letter.body
    assert len(letter.body.splitlines()) > 5
    for broken in ("{{", "{%", "&amp;", "&quot;", "&#x27;", "None", "%("):
        assert broken not in letter.subject + letter.body
    for said in LETTERS[kind].values():
        if isinstance(said, str) and not said.startswith("https"):
            assert said in letter.body or said == "Asia/Seoul"


def test_a_lapsed_draft_has_no_number_and_is_called_by_its_position(draft, candidate):
    letter = notify(candidate, Kind.LAPSED, about=draft, was_draft=True)

    assert "Investitionsberatung" in letter.subject and "None" not in letter.body


def test_the_reason_of_a_rejection_is_told_in_the_readers_language(complete_draft, candidate):
    application = factories.brought_to(complete_draft, State.SUBMITTED)

    letter = notify(candidate, Kind.REJECTED, about=application, reason=RejectionReason.RANKED_BELOW.label, sentence="—")

    assert letter.language == "de"
