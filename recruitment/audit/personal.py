"""What the register of deeds keeps about those who did them and those they were done to."""

from django.utils.translation import gettext_lazy as _

WHY = _("To be able to show who did what, when and why")

PERSONAL = {"Entry": dict.fromkeys(("actor_label", "subject_reference", "data", "origin"), (WHY, "duty", "audit"))}
NOT_PERSONAL = {"Entry": ("verb", "subject_label", "subject_id", "source", "target")}
