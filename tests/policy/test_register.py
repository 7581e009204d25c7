"""The register itself: every entry is whole, its default lawful, and the rows of a new database are the register."""

import pytest
from django.core.exceptions import ValidationError

from recruitment.policy.models import Parameter
from recruitment.policy.register import REGISTER
from recruitment.policy.states import Form, SourceStatus


@pytest.mark.parametrize("key", REGISTER)
def test_every_default_is_lawful_described_and_sourced(key):
    entry = REGISTER[key]
    assert entry.clean(entry.default) == entry.default
    assert str(entry.description)
    assert entry.source
    assert entry.status in SourceStatus.values


@pytest.mark.parametrize("key", [key for key, entry in REGISTER.items() if entry.floor is not None and entry.form == Form.INTEGER])
def test_no_value_below_its_floor_is_taken(key):
    with pytest.raises(ValidationError, match="must not be below"):
        REGISTER[key].clean(int(REGISTER[key].floor) - 1)


@pytest.mark.parametrize("key", [key for key, entry in REGISTER.items() if entry.ceiling is not None and entry.form == Form.INTEGER])
def test_no_value_above_its_ceiling_is_taken(key):
    with pytest.raises(ValidationError, match="must not be above"):
        REGISTER[key].clean(int(REGISTER[key].ceiling) + 1)


def test_what_the_law_fixes_cannot_be_changed():
    assert REGISTER["arbitration.days"].clean(60) == 60
    for days in (59, 61):
        with pytest.raises(ValidationError, match="公务员法"):
            REGISTER["arbitration.days"].clean(days)


@pytest.mark.parametrize("said", ["", "soon", "5.5", "1e3", "٥x", "--5", None, True, "9" * 40])
def test_what_is_not_a_whole_number_is_refused_with_a_sentence(said):
    with pytest.raises(ValidationError, match="Enter a whole number"):
        REGISTER["notice.min_working_days.statutory"].clean(said)


@pytest.mark.parametrize("said", ["", "much", "NaN", "Infinity", None])
def test_what_is_not_a_number_is_refused_with_a_sentence(said):
    with pytest.raises(ValidationError, match="Enter a number"):
        REGISTER["agreement.alpha_warn"].clean(said)


def test_a_choice_is_one_of_its_words():
    assert REGISTER["notice.count_rule"].clean("inclusive") == "inclusive"
    assert REGISTER["interview.panel_size"].clean("7") == 7
    with pytest.raises(ValidationError, match="5, 7"):
        REGISTER["interview.panel_size"].clean("6")


def test_weights_are_read_from_what_people_type():
    assert REGISTER["composite.weights"].clean("competence=45, crosscultural=55") == {"competence": 45, "crosscultural": 55}
    assert REGISTER["composite.weights"].clean("crosscultural=55，competence=45") == {"competence": 45, "crosscultural": 55}


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("competence=40, crosscultural=50", "add up to 100"),
        ("competence=40", "weight for each of"),
        ("competence=40, other=60", "weight for each of"),
        ("competence=half, crosscultural=60", "whole number"),
        ("competence=-10, crosscultural=110", "whole number"),
        ("40/60", "weight for each of"),
        ({"competence": 40.0, "crosscultural": 60}, "whole number"),
    ],
)
def test_weights_that_do_not_fit_are_refused_with_a_sentence(said, says):
    with pytest.raises(ValidationError, match=says):
        REGISTER["composite.weights"].clean(said)


@pytest.mark.django_db
def test_a_new_database_holds_the_whole_register():
    rows = {row.key: row for row in Parameter.objects.all()}
    assert rows.keys() == REGISTER.keys()
    assert {key: row.value for key, row in rows.items()} == {key: entry.default for key, entry in REGISTER.items()}
    assert rows["log.retention_days"].floor == 183
