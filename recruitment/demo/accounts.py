"""The demonstration's accounts: one for each role."""

import json
from pathlib import Path

from recruitment.accounts.models import Assignment
from recruitment.accounts.roles import Role

PASSWORD = "Willkommen-in-Shanghai-2026"
DOMAIN = "demo.example.org"


PEOPLE = json.loads((Path(__file__).parent / "content" / "people.json").read_text())


def _address(row: dict) -> str:
    """Whoever of the cast is a candidate too signs in as the candidate they are."""
    key = row["candidate_key"]
    local = next(person["email_local"] for person in PEOPLE["candidates"] if person["key"] == key) if key else row["email_local"]
    return f"{local}@{DOMAIN}"


def rows() -> list[dict]:
    """(role, e-mail, name) of the first account of each role in the cast, in the order of the roles."""
    order = {_address(row): number for number, row in enumerate(PEOPLE["staff"])}
    assignments = Assignment.objects.in_force().filter(user__email__in=order).select_related("user")
    firsts: dict[str, Assignment] = {}
    for assignment in sorted(assignments, key=lambda row: order[row.user.email]):
        firsts.setdefault(assignment.role, assignment)
    named = {row["role"]: _address(row) for row in PEOPLE["staff"] if row["candidate_key"]}
    for assignment in assignments:
        if named.get(assignment.role) == assignment.user.email:
            firsts[assignment.role] = assignment
    return [
        {"role": Role(role).label, "email": firsts[role].user.email, "name": str(firsts[role].user)}
        for role in Role.values
        if role in firsts
    ]
