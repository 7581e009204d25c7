"""Whether there is a security review cannot be told from the list of files, however its address is bent."""

import re

import pytest

from screening.security import actions as security
from screening.security.models import Review

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])

LIST = "/admin/applications/application/"
BENT = ["", "?o=1", "?o=-4.7", "?o=99", "?o=x", "?q=SH-", "?q=Anna", "?q=compartment", "?all=", "?p=2", "?group=in_review&o=1"]
SHUT = (
    *("security=1", "security_gate=passed", "security_gate__exact=pending", "security_on__isnull=True", "security_review__state=opened"),
    *("review=1", "review__conclusion=passed", "uuid__in=1", "rejection__reason=review_not_passed", "checks__result=met"),
)


def bare(answer) -> str:
    """The page without its tokens, which differ each time."""
    return re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]+"', "", answer.content.decode())


@pytest.mark.parametrize("query", BENT)
def test_the_list_is_the_same_with_and_without_a_review(query, as_hr, nominated, robot):
    before = as_hr.get(LIST + query)
    security.open_due(by=robot)
    assert Review.objects.count() == 1
    after = as_hr.get(LIST + query)
    assert (before.status_code, bare(before)) == (after.status_code, bare(after))


@pytest.mark.parametrize("lookup", SHUT)
def test_a_lookup_is_refused_with_and_without_a_review(lookup, as_hr, nominated, robot):
    assert as_hr.get(f"{LIST}?{lookup}").status_code == 400
    security.open_due(by=robot)
    assert as_hr.get(f"{LIST}?{lookup}").status_code == 400


def test_the_dossier_is_the_same_but_for_who_read_it(as_hr, nominated, robot):
    as_hr.get(f"{LIST}{nominated.pk}/change/")
    security.open_due(by=robot)
    told = as_hr.get(f"{LIST}{nominated.pk}/change/").content.decode()
    assert "compartment" not in told.lower() and "opened" not in told.lower().replace("who opened this file", "")
