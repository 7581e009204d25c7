"""The demonstration loads, and what it tells agrees with its content."""

from collections import Counter

import pytest

from publicity.notices.models import Notice
from recruitment.audit.actions import verify
from recruitment.demo.programme import Programme
from recruitment.demo.reading import content
from screening.applications.models import Application


@pytest.mark.django_db(databases=["default", "compartment"])
def test_everybody_stands_where_the_content_says():
    Programme(lambda line: None).load()
    wanted = {row["email_local"]: row["state"] for row in content("people")["candidates"]}
    found = {file.candidate.email.split("@")[0]: file.state for file in Application.objects.select_related("candidate")}
    assert {key: (found.get(key), state) for key, state in wanted.items() if found.get(key) != state} == {}
    assert Counter(Notice.objects.values_list("state", flat=True)) == {"concluded": 2, "published": 1}
    assert verify()[1] is None
