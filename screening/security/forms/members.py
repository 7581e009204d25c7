"""Whom to let in, for what emergency, and how deep the review of a post goes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from screening.security.states import Tier


class AdmitForm(forms.Form):
    """Whom to let in, and why."""

    person = forms.ModelChoiceField(
        User.objects.none(), label=_("Security review officer"), error_messages={"required": _("Choose a person.")}
    )
    reason = forms.CharField(label=_("Reason"), max_length=250, error_messages={"required": _("Say why this person needs to know.")})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = User.objects.with_role(Role.SECURITY_REVIEWER)


class AccessForm(forms.Form):
    """Why an administrator must look inside."""

    reason = forms.CharField(
        label=_("What the emergency is"),
        help_text=_(
            "A second administrator decides. You then see the reviews for four hours and can change nothing; every member is told."
        ),
        min_length=10,
        max_length=250,
        error_messages={"required": _("Say what the emergency is."), "min_length": _("Explain in at least 10 characters.")},
    )


class AssessForm(forms.Form):
    """The tier of a post, and what it rests on."""

    position_reference = forms.ChoiceField(label=_("Post"), error_messages={"required": _("Choose a post.")})
    tier = forms.ChoiceField(label=_("Tier"), choices=Tier, widget=forms.RadioSelect, error_messages={"required": _("Choose a tier.")})
    grounds = forms.CharField(
        label=_("What the tier rests on"),
        help_text=_("What the duties of this post could do to the public if trust were misplaced. Nothing about a person."),
        widget=forms.Textarea(attrs={"rows": 5}),
        min_length=10,
        max_length=2000,
        error_messages={"required": _("Say what the tier rests on."), "min_length": _("Explain in at least 10 characters.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        posts = Position.objects.public().order_by("reference")
        self.fields["position_reference"].choices = [("", "—"), *((post.reference, f"{post.reference} · {post.title}") for post in posts)]
