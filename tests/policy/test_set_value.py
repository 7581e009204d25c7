"""Setting a value and verifying a source: the two verbs of policy, and how what they say is read."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.policy import queries
from recruitment.policy.actions import set_value, verify
from recruitment.policy.models import Parameter
from recruitment.policy.register import REGISTER

pytestmark = pytest.mark.django_db

KEY = "notice.takedown_after_days"


@pytest.fixture
def today():
    return timezone.localdate()


def test_values_come_typed():
    assert queries.value("notice.min_working_days.statutory") == 5
    assert queries.value("notice.count_rule") == "next_day"
    assert queries.value("agreement.alpha_warn") == Decimal("0.667")
    assert queries.value("composite.weights") == {"competence": 40, "crosscultural": 60}


def test_a_key_that_is_not_registered_is_an_error():
    with pytest.raises(KeyError):
        queries.value("notice.colour")


def test_before_the_first_row_the_default_holds():
    assert queries.value(KEY, on=date(2001, 1, 1)) == 30


@pytest.mark.parametrize("attempt", [lambda rows: rows.delete(), lambda rows: rows.update(value=1)])
def test_what_was_in_force_is_never_rewritten(attempt):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        attempt(Parameter.objects.filter(key=KEY))
    assert queries.value(KEY) == 30


def test_a_value_holds_from_its_day_on(system_administrator, today):
    set_value(KEY, 45, reason="Office decision", valid_from=today + timedelta(days=3), by=system_administrator)
    assert queries.value(KEY) == 30
    assert queries.value(KEY, on=today + timedelta(days=2)) == 30
    assert queries.value(KEY, on=today + timedelta(days=3)) == 45


def test_the_later_of_two_rows_for_one_day_holds(system_administrator, today):
    set_value(KEY, 45, reason="First", valid_from=today, by=system_administrator)
    set_value(KEY, 50, reason="Correction", valid_from=today, by=system_administrator)
    assert queries.value(KEY) == 50


def test_what_was_frozen_stays_when_the_value_changes(system_administrator, today):
    frozen = queries.frozen([KEY, "composite.weights", "agreement.alpha_warn"])
    set_value(KEY, 45, reason="Office decision", valid_from=today, by=system_administrator)
    assert queries.thawed(frozen, KEY) == 30
    assert queries.thawed(frozen, "agreement.alpha_warn") == Decimal("0.667")
    assert frozen["composite.weights"] == {"competence": 40, "crosscultural": 60}


def test_the_register_is_loaded_once_and_then_costs_one_query(django_assert_num_queries):
    queries.value(KEY)
    with django_assert_num_queries(1):
        queries.value("interview.ratio")
    with django_assert_num_queries(1):
        queries.frozen(REGISTER)


def test_the_old_row_stays_and_the_new_one_says_who_and_why(system_administrator, today):
    row = set_value(KEY, "45", reason=" Office decision 3 ", valid_from=today, by=system_administrator)
    assert (row.value, row.reason, row.changed_by, row.unit) == (45, "Office decision 3", str(system_administrator), "days")
    assert Parameter.objects.filter(key=KEY).count() == 2


@pytest.mark.parametrize("who", ["hr_officer", "security_administrator", "candidate", "superuser"])
def test_only_the_system_administrator_changes_the_register(who, request, today):
    by = request.getfixturevalue(who)
    with pytest.raises(Refused, match="system administrator"):
        set_value(KEY, 45, reason="x", valid_from=today, by=by)
    with pytest.raises(Refused, match="system administrator"):
        verify(KEY, source="x", by=by)
    assert Parameter.objects.filter(key=KEY).count() == 1


def test_the_law_is_stronger_than_the_administrator(system_administrator, today):
    with pytest.raises(ValidationError, match="must not be below 5"):
        set_value("notice.min_working_days.statutory", 4, reason="In a hurry", valid_from=today, by=system_administrator)
    assert queries.value("notice.min_working_days.statutory") == 5


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_change_needs_its_reason(system_administrator, today, reason):
    with pytest.raises(ValidationError, match="reason"):
        set_value(KEY, 45, reason=reason, valid_from=today, by=system_administrator)


def test_the_past_cannot_be_changed(system_administrator, today):
    with pytest.raises(ValidationError, match="not in the past"):
        set_value(KEY, 45, reason="x", valid_from=today - timedelta(days=1), by=system_administrator)


def test_a_change_leaves_one_footprint_with_both_values(system_administrator, today):
    set_value(KEY, 45, reason="Office decision", valid_from=today, by=system_administrator)
    entry = Entry.objects.get(verb="policy.parameter.set_value")
    assert entry.data == {"key": KEY, "from": 30, "to": 45, "reason": "Office decision"}
    assert entry.actor_id == system_administrator.pk


def test_a_source_that_was_read_makes_the_parameter_verified(system_administrator):
    assert Parameter.objects.get(key=KEY).status == "unverified"
    row = verify(KEY, source="某规定(2026)第3条", by=system_administrator)
    assert (row.status, row.source, row.value) == ("verified", "某规定(2026)第3条", 30)
    assert Entry.objects.get(verb="policy.parameter.verify").data["source"] == row.source


def test_a_later_change_keeps_the_verified_source(system_administrator, today):
    verify(KEY, source="某规定(2026)第3条", by=system_administrator)
    row = set_value(KEY, 45, reason="x", valid_from=today, by=system_administrator)
    assert (row.status, row.source) == ("verified", "某规定(2026)第3条")


def test_verifying_needs_the_name_of_the_text(system_administrator):
    with pytest.raises(ValidationError, match="Name the text"):
        verify(KEY, source=" ", by=system_administrator)
