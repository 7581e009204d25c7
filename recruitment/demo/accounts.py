"""The demonstration's accounts: one for each role."""

from recruitment.accounts.models import Assignment
from recruitment.accounts.roles import Role

PASSWORD = "Willkommen-in-Shanghai-2026"
DOMAIN = "demo.example.org"


def rows() -> list[dict]:
    """(role, e-mail, name) of the first account of each role, in the order of the roles."""
    assignments = Assignment.objects.in_force().filter(user__email__endswith=f"@{DOMAIN}").select_related("user").order_by("pk")
    firsts: dict[str, Assignment] = {}
    for assignment in assignments:
        firsts.setdefault(assignment.role, assignment)
    return [{"role": Role(role).label, "email": firsts[role].user.email, "name": str(firsts[role].user)} for role in Role.values if role in firsts]
