"""A verb as the doors know it: its word, its label, its form, and the action behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_fsm import TransitionNotAllowed

from recruitment.core.refusals import Refused


class ConfirmForm(forms.Form):
    """A verb that asks nothing but to be sure."""


@dataclass(frozen=True)
class Verb:
    """One verb of the office, offered as a button and carried out by its action with `by` and the form's answers."""

    name: str
    label: str | Promise
    action: Callable
    form: type[forms.Form] = ConfirmForm
    may: Callable | None = None  # (row, user) -> bool, for verbs that are no transition
    bulk: bool = False
    warns: bool = False  # drawn as a warning button

    def is_open(self, row, user) -> bool:
        """Whether this user may do this to this row now: the lifecycle says it, not a flag."""
        if self.may is not None:
            return self.may(row, user)
        return any(transition.name == self.name for transition in row.get_available_user_state_transitions(user))


@dataclass(frozen=True)
class Outcome:
    """What became of one row of a bulk verb."""

    row: object
    done: bool
    sentence: str | Promise


def perform_each(verb: Verb, rows, *, by, answers: dict) -> list[Outcome]:
    """Do the verb to each row by itself: one refusal does not stop the others, and each is reported."""
    outcomes = []
    for row in rows:
        try:
            verb.action(row, by=by, **answers)
        except (Refused, TransitionNotAllowed) as refusal:
            reason = getattr(refusal, "sentence", _("Not possible in its present state."))
            outcomes.append(Outcome(row, False, reason))
        else:
            outcomes.append(Outcome(row, True, _("Done.")))
    return outcomes
