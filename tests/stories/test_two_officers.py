"""Two officers decide at once: one wins, the other is told, nothing happens twice."""

from collections import Counter
from functools import partial
from threading import Barrier, Thread

from django.db import connections
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from screening.applications import actions as applications
from screening.qualification import actions as qualification
from tests.stories.town import Town


def test_two_officers_decide_at_once(office):
    with office.at():
        town = Town("rivals")
        town.submitted()
        town.checked()
        outcomes, barrier = [], Barrier(2)

        def decide(verb) -> None:
            barrier.wait()
            try:
                verb()
                outcomes.append("won")
            except (Refused, TransitionNotAllowed) as refusal:
                outcomes.append(type(refusal).__name__)
            finally:
                connections.close_all()

        file = town.file()
        crowd = [
            Thread(target=decide, args=[partial(qualification.qualify, file, by=officer)])
            for officer in (town.second_officer, town.third_officer)
        ]
        for thread in crowd:
            thread.start()
        for thread in crowd:
            thread.join()
        assert Counter(outcomes)["won"] == 1, outcomes
        assert Entry.objects.about(file).filter(verb="screening.application.qualify").count() == 1
        assert len(town.letters("qualified")) == 1


def test_withdrawing_and_qualifying_at_once_has_one_order_only(office):
    with office.at():
        town = Town("crossing")
        town.submitted()
        town.checked()
        file, barrier, failed = town.file(), Barrier(2), []

        def do(verb) -> None:
            barrier.wait()
            try:
                verb()
            except (Refused, TransitionNotAllowed) as refusal:
                failed.append(refusal)
            finally:
                connections.close_all()

        verbs = (
            lambda: qualification.qualify(file, by=town.second_officer),
            lambda: applications.withdraw(file, reason="Another post.", by=town.candidate),
        )
        crowd = [Thread(target=do, args=[verb]) for verb in verbs]
        for thread in crowd:
            thread.start()
        for thread in crowd:
            thread.join()
        assert town.file().state == "withdrawn"
        assert len(town.letters("qualified")) == 1 - len(failed)
