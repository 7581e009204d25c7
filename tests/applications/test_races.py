"""Two at the same moment: one new version, and one winner between the candidate and the office."""

import threading

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django_fsm import TransitionNotAllowed

from recruitment.core.refusals import Refused
from screening.applications import actions
from screening.applications.models import Application, Version
from screening.applications.states import State

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds) -> None:
    """Each deed in a thread and a connection of its own, begun at the same moment."""
    barrier = threading.Barrier(len(deeds))

    def run(deed):
        barrier.wait()
        try:
            deed()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_clicks_hand_in_one_new_version(complete_draft, candidate):
    file = actions.reopen(actions.submit(complete_draft, by=candidate), by=candidate)
    file.progress.update(done=True)
    address, answers = reverse("applications:check", args=[file.uuid]), []
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(candidate)

    at_once(*(lambda client=client: answers.append(client.post(address, {"is_true": "on"})) for client in clients))

    assert {answer.url for answer in answers} == {reverse("applications:receipt", args=[file.uuid])}
    assert [version.number for version in Version.objects.all()] == [1, 2]


def test_the_candidate_opens_it_or_the_office_asks_and_never_both(complete_draft, candidate, qualification_officer):
    file, lost = actions.submit(complete_draft, by=candidate), []
    due_on = file.position.closes_at.date()

    def attempt(verb, **told):
        try:
            verb(Application.objects.get(pk=file.pk), **told)
        except (TransitionNotAllowed, Refused):
            lost.append(verb.__name__)

    at_once(
        lambda: attempt(actions.reopen, by=candidate),
        lambda: attempt(actions.send_back, items=["Apostille"], message="", due_on=due_on, by=qualification_officer),
    )

    assert len(lost) == 1
    assert Application.objects.get().state in (State.REOPENED, State.RETURNED)
