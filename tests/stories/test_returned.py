"""A candidate is returned and then qualified: one complete request, one answer."""

import datetime

from django.utils import timezone

from screening.applications import actions as applications
from screening.qualification import actions as qualification
from tests.stories.town import Town


def test_a_candidate_is_returned_and_then_qualified(office):
    with office.at():
        town = Town("returned", language="ko")
        town.submitted()
        file = town.checked("unclear", "스캔이 선명하지 않습니다.")
        due_on = timezone.localdate() + datetime.timedelta(days=14)
        qualification.request_corrections(file, message="", due_on=due_on, by=town.officer)
        assert town.file().state == "returned"
        town.was_told("returned")
        applications.resubmit(town.file(), by=town.candidate)
        town.was_told("resubmitted")
        for check in qualification.prepare(town.file(), by=town.officer):
            qualification.decide(check, qualification.Found("met", method="issuer"), by=town.officer)
        qualification.qualify(town.file(), by=town.second_officer)
        assert town.file().state == "qualified"
        town.was_told("qualified")
