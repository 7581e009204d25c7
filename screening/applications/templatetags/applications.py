"""Words about a file for its candidate; no tag here asks the database."""

from django import template

from screening.applications.states import State
from screening.applications.states.steps import ASKED, NEXT_STEPS

register = template.Library()


@register.filter
def next_step(application) -> str:
    """The next step in plain words."""
    return NEXT_STEPS[State(application.state)]


@register.filter
def is_asked(application) -> bool:
    """Whether something is asked of the candidate now."""
    return application.state in ASKED
