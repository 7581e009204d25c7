"""What panels keep about their members, and about who stepped back from which file."""

from django.utils.translation import gettext_lazy as _

SEATS = _("To show that panels are composed as the rules demand")
BIAS = _("To keep those who are biased out of the decision")

PERSONAL = {
    "Membership": {"institution": (SEATS, "duty", "assessment")},
    "Recusal": {"ground": (BIAS, "duty", "assessment"), "reason": (BIAS, "duty", "assessment")},
}
