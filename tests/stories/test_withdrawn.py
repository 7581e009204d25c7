"""A candidate withdraws: it ends at once, with a letter, and nothing can be done to the file any more."""

import pytest
from django_fsm import TransitionNotAllowed

from screening.applications import actions as applications
from tests.stories.town import Town


def test_a_candidate_withdraws(office):
    with office.at():
        town = Town("withdrawn", language="ja")
        file = applications.withdraw(town.submitted(), reason="一身上の都合", by=town.candidate)
        assert (file.state, file.withdrawal_reason) == ("withdrawn", "一身上の都合")
        town.was_told("withdrawn")
        with pytest.raises(TransitionNotAllowed):
            applications.withdraw(town.file(), reason="again", by=town.candidate)
        again = applications.begin(town.position, language="ja", by=town.candidate)
        assert again.state == "draft", "whoever withdrew may apply anew"
