"""The register of personal information: it refuses what it does not know, and finds what nobody has answered for."""

import pytest
from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured

from recruitment.policy.register import REGISTER
from recruitment.policy.states import Unit
from recruitment.privacy import inventory, registry
from recruitment.privacy.retention import RETENTION, periods
from recruitment.privacy.states import LegalBasis


@pytest.fixture(autouse=True)
def apart(monkeypatch):
    """What a test registers is forgotten after it."""
    monkeypatch.setattr(registry, "_purposes", {label: dict(fields) for label, fields in registry._purposes.items()})
    monkeypatch.setattr(registry, "_exempt", dict(registry._exempt))


def test_every_app_is_read_when_the_portal_starts():
    assert registry.registered()["accounts.User"]["email"].basis == LegalBasis.CONTRACT
    assert "payload" in registry.registered()["ledger.Opening"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"nickname": ("x", "contract", "account")}, "no field nickname"),
        ({"email": ("x", "curiosity", "account")}, "curiosity"),
        ({"email": ("x", "contract", "for ever")}, "for ever"),
    ],
)
def test_a_word_that_is_not_known_stops_the_start(fields, says):
    with pytest.raises(ImproperlyConfigured, match=says):
        registry.register("accounts.User", fields)


def test_a_field_that_does_not_exist_cannot_be_exempt():
    with pytest.raises(FieldDoesNotExist):
        registry.exempt("accounts.User", ["nickname"])


def test_a_personal_field_that_nobody_answers_for_is_found():
    del registry._purposes["accounts.User"]["display_name"]
    assert "accounts.User.display_name" in inventory.unregistered()


def test_a_field_that_is_exempt_is_not_found():
    registry._exempt.clear()
    assert "accounts.User.password" in inventory.unregistered()
    registry.exempt("accounts.User", ["password"])
    assert "accounts.User.password" not in inventory.unregistered()


def test_a_model_that_is_exempt_as_a_whole_hands_nothing_on():
    assert "accounts.Assignment" in {model._meta.label for model in inventory.personal_models()}
    registry.exempt("accounts.Assignment", registry.EVERYTHING)
    assert "accounts.Assignment" not in {model._meta.label for model in inventory.personal_models()}


def test_a_model_that_leads_to_a_person_is_personal_and_reference_data_is_not():
    labels = {model._meta.label for model in inventory.personal_models()}
    assert {"accounts.User", "accounts.Assignment", "privacy.Consent", "ledger.Opening"} <= labels
    assert not {"calendar.CalendarYear", "calendar.CalendarDay", "policy.Parameter", "ledger.Checkpoint"} & labels


def test_states_stamps_and_keys_are_not_asked_for():
    asked = inventory.unregistered()
    assert "accounts.User.joined_at" not in asked
    assert "privacy.Consent.at" not in asked
    assert not any(label.endswith((".id", ".uuid", ".state")) for label in asked)


def test_the_ground_floor_has_answered_for_everything():
    ground = ("accounts.", "privacy.", "ledger.", "policy.", "calendar.")
    assert [label for label in inventory.unregistered() if label.startswith(ground)] == []


@pytest.mark.parametrize("key", RETENTION)
def test_every_class_of_retention_has_a_parameter_that_counts_time_or_archive_rules(key):
    parameter = RETENTION[key].parameter
    assert parameter is None or REGISTER[parameter].unit in (Unit.DAYS, Unit.MONTHS, Unit.YEARS)


@pytest.mark.django_db
def test_the_periods_are_told_in_words():
    told = periods()
    assert told["children"] == "30 days after the service is closed"
    assert told["personnel"] == "kept by the rules for archives"
    assert told.keys() == RETENTION.keys()
