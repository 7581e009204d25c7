"""What an objection keeps about whoever objected, and about the person on the notice."""

from django.utils.translation import gettext_lazy as _

HEAR = _("To look into objections and to answer them")
REACH = _("To reach whoever objected under their name")

PERSONAL = {
    "Objection": {
        "name": (REACH, "consent", "objection"),
        "contact": (REACH, "consent", "objection"),
        **dict.fromkeys(("mode", "statement", "finding", "reasons", "reply"), (HEAR, "duty", "objection")),
    },
}
NOT_PERSONAL = {"Objection": ("code_hash",)}
