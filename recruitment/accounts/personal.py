"""What an account keeps about its person."""

from django.utils.translation import gettext_lazy as _

SIGN_IN = _("To sign in and to receive letters")
RIGHTS = _("To know who may do what in the office")

PERSONAL = {
    "User": {
        "email": (SIGN_IN, "contract", "account"),
        "display_name": (_("To address you"), "contract", "account"),
        "time_zone": (_("To show times as you read them"), "contract", "account"),
    },
    "Assignment": {
        "role": (RIGHTS, "duty", "audit"),
        "department_code": (RIGHTS, "duty", "audit"),
        "granted_by": (RIGHTS, "duty", "audit"),
    },
}

NOT_PERSONAL = {"User": ("password",)}


def account(person) -> dict:
    """The account's part of the export of one's own data."""
    return {
        "email": person.email,
        "name": person.display_name,
        "language": person.language,
        "time_zone": person.time_zone,
        "joined_at": person.joined_at,
        "roles": [role for role, _code in person.held],
    }


EXPORTS = {"account": account}
