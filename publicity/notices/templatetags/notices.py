"""Words of the notice board."""

from django import template

from publicity.notices.states import Outcome

register = template.Library()


@register.simple_tag
def outcome(value: str):
    """The outcome of one person in words; nothing while it is open."""
    return Outcome(value).label if value else "–"
