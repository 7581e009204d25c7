"""What a file keeps about its candidate is registered, and the candidate can take a copy of all of it."""

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from recruitment.privacy import registry
from recruitment.privacy.inventory import unregistered
from screening.applications import actions
from screening.applications.personal import applications_of


def test_every_personal_field_is_registered():
    assert [name for name in unregistered() if name.startswith("applications.")] == []


@pytest.mark.django_db
def test_the_copy_holds_every_answer_and_every_file(complete_draft, candidate, a_pdf):
    actions.attach(complete_draft, "passport", a_pdf("Pass.pdf"), by=candidate)

    text = json.dumps(applications_of(candidate), cls=DjangoJSONEncoder, ensure_ascii=False)

    for answer in (
        "Anna-Lena Müller",
        "C01X00T47",
        "1990-02-28",
        "Universität Musterstadt",
        "Muster GmbH",
        "HSK",
        "Because.",
        "Pass.pdf",
        '"DE"',
    ):
        assert answer in text
    assert json.loads(json.dumps(registry.exported(candidate), cls=DjangoJSONEncoder))["applications"]


@pytest.mark.django_db
def test_the_copy_of_somebody_else_holds_nothing_of_it(complete_draft, rival):
    assert applications_of(rival) == []
