"""The verb of the calendar: a reserve list ends."""

from recruitment.accounts.models import User
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import State
from screening.merit.models import MeritList


def lapse_reserve(merit_list: MeritList, *, by: User) -> int:
    """Let everybody lapse who still waits on a reserve list that is no longer valid; each gets a letter. Gives how many."""
    waiting = Application.objects.filter(merit_lines__merit_list=merit_list, state=State.RESERVED)
    return sum(1 for application in waiting.select_related("candidate", "position__department") if applications.lapse(application, by=by))
