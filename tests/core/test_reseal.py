"""Reseal: after a change of keys every encrypted column is sealed with the newest one."""

from io import StringIO

import pytest
from django.core.management import call_command

from recruitment.core import crypto
from recruitment.documents.models import Issued
from tests.documents.test_issue import issue

pytestmark = pytest.mark.django_db(databases=["default", "compartment", "compartment_owner"])


def resealed() -> str:
    said = StringIO()
    call_command("reseal_fields", stdout=said)
    return said.getvalue().strip()


def test_rows_of_an_older_key_are_sealed_anew_and_the_older_key_can_go(candidate, settings):
    first, second = issue(candidate), issue(candidate)
    settings.FIELD_KEYS = {"newer": crypto.new_file_key(), **settings.FIELD_KEYS}
    third = issue(candidate)
    assert resealed() == "2 rows sealed anew."
    assert resealed() == "0 rows sealed anew."
    settings.FIELD_KEYS = {"newer": settings.FIELD_KEYS["newer"]}
    for issued in (first, second, third):
        assert Issued.objects.get(pk=issued.pk).context == {"paragraphs": ["Your file has arrived."]}


def test_a_row_that_does_not_open_stops_the_work_and_stays(candidate, settings):
    issued = issue(candidate)
    Issued.objects.filter(pk=issued.pk).update(uuid="00000000-0000-0000-0000-000000000001")
    settings.FIELD_KEYS = {"newer": crypto.new_file_key(), **settings.FIELD_KEYS}
    with pytest.raises(crypto.Tampered, match="documents_issued"):
        resealed()
