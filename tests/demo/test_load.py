"""The demonstration loads, and what it tells agrees with its content."""

import json
from collections import Counter

import pytest

from publicity.notices.models import Notice
from recruitment.accounts.models import User
from recruitment.accounts.queries import ROBOT_EMAIL
from recruitment.audit.actions import verify
from recruitment.demo.programme import Programme
from recruitment.demo.reading import content
from recruitment.ledger import queries
from recruitment.ledger.models import Opening
from recruitment.ledger.verification import findings
from screening.applications.models import Application, Identity


def told_of_people() -> dict[int, str]:
    """Place in the ledger → what stands there that could tell who somebody is; openings and leaves together."""
    known = {user.email for user in User.objects.all()} | {user.display_name for user in User.objects.exclude(email=ROBOT_EMAIL)}
    for identity in Identity.objects.all():
        known |= {identity.full_name_latin, identity.chinese_name, identity.family_name, identity.passport_number}
    known = {told for told in known if len(told or "") > 1}
    found = {}
    for opening in Opening.objects.select_related("leaf"):
        said = f"{opening.leaf.kind} {opening.leaf.reference} {json.dumps(opening.payload, ensure_ascii=False)}"
        found |= {opening.leaf_id: f"{opening.leaf.kind}: {name}" for name in known if name in said}
    return found


@pytest.mark.django_db(databases=["default", "compartment"])
def test_everybody_stands_where_the_content_says():
    Programme(lambda line: None).load()
    wanted = {row["email_local"]: row["state"] for row in content("people")["candidates"]}
    found = {file.candidate.email.split("@")[0]: file.state for file in Application.objects.select_related("candidate")}
    assert {key: (found.get(key), state) for key, state in wanted.items() if found.get(key) != state} == {}
    assert Counter(Notice.objects.values_list("state", flat=True)) == {"concluded": 2, "published": 1}
    assert verify()[1] is None
    assert list(findings()) == [] and queries.head().cosignatures.count() == 1
    assert told_of_people() == {}
