"""Public numbers: one after the other, without gaps, in the transaction of what bears them."""

import threading

import pytest
from django.db import connection, transaction

from recruitment.core.models import Series
from recruitment.core.references import allocate


@pytest.mark.django_db
def test_numbers_follow_each_other_within_a_series_and_a_year():
    assert [allocate("notice", 2026), allocate("notice", 2026), allocate("notice", 2027), allocate("other", 2026)] == [1, 2, 1, 1]


@pytest.mark.django_db
def test_a_number_whose_thing_was_not_made_is_given_again():
    allocate("notice", 2026)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert allocate("notice", 2026) == 2
        raise ZeroDivisionError
    assert allocate("notice", 2026) == 2


@pytest.mark.django_db(transaction=True)
def test_a_number_without_a_transaction_is_refused():
    with pytest.raises(RuntimeError):
        allocate("notice", 2026)
    assert not Series.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_many_at_once_get_different_numbers():
    given, lock = [], threading.Lock()

    def ask():
        for _turn in range(5):
            with transaction.atomic():
                number = allocate("application", 2026)
            with lock:
                given.append(number)
        connection.close()

    people = [threading.Thread(target=ask) for _person in range(4)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(given) == list(range(1, 21))
