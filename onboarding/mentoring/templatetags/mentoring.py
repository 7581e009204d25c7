"""Words of mentoring."""

from django import template
from django.utils.text import format_lazy

from onboarding.mentoring.states import Topic

register = template.Library()


@register.simple_tag
def topics(values) -> str:
    """The topics of a session, one after the other."""
    return " · ".join(str(format_lazy("{}", Topic(value).label)) for value in values if value in Topic.values)
