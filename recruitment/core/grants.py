"""Who may touch which table. Grants are the control; triggers only help against mistakes."""

from django.db import connections

from recruitment.core.routers import COMPARTMENT_APPEND_ONLY

APP = "portal_app"
COMPARTMENT = "portal_compartment"

# On these the application may only add and read.
APPEND_ONLY = (
    "audit_entry",
    "ledger_leaf",
    "ledger_checkpoint",
    "ledger_cosignature",
    "merit_qualityreport",
    "merit_shortlist",
    "oversight_attestation",
    "policy_parameter",
    "privacy_consent",
    "privacy_privacynotice",
    "privacy_wording",
)
# These may be erased as well, when a person's data must go, but never rewritten.
NEVER_REWRITTEN = ("ledger_opening",)


def make_roles(cursor) -> None:
    """The two working roles and the compartment's schema; a single login becomes a member, to take them by SET ROLE."""
    single_login = connections["default"].settings_dict["USER"] == connections["owner"].settings_dict["USER"]
    for role in (APP, COMPARTMENT):
        cursor.execute("select 1 from pg_roles where rolname = %s", [role])
        if cursor.fetchone() is None:
            cursor.execute(f"create role {role} nologin")
        if single_login:
            cursor.execute(f"grant {role} to current_user")
    cursor.execute("create schema if not exists compartment")
    cursor.execute("create extension if not exists pg_trgm")
    cursor.execute("create extension if not exists btree_gist")


def grant(cursor) -> None:
    """Set every grant anew, so that a table made by a later migration is not forgotten."""
    cursor.execute("revoke all on schema public from public")
    cursor.execute(f"grant usage on schema public to {APP}")
    cursor.execute(f"grant select, insert, update, delete on all tables in schema public to {APP}")
    cursor.execute(f"grant usage, select on all sequences in schema public to {APP}")
    _revoke(cursor, "update, delete, truncate", APPEND_ONLY)
    _revoke(cursor, "update, truncate", NEVER_REWRITTEN)
    cursor.execute(f"revoke all on schema compartment from public, {APP}")
    cursor.execute(f"revoke all on all tables in schema compartment from public, {APP}")
    cursor.execute(f"grant usage on schema compartment to {COMPARTMENT}")
    cursor.execute(f"grant select, insert, update on all tables in schema compartment to {COMPARTMENT}")
    cursor.execute(f"revoke delete, truncate, references, trigger on all tables in schema compartment from {COMPARTMENT}")
    _revoke(cursor, "update", COMPARTMENT_APPEND_ONLY, schema="compartment", role=COMPARTMENT)
    _revoke(cursor, "insert, update", ("django_migrations",), schema="compartment", role=COMPARTMENT)
    cursor.execute(f"grant usage, select on all sequences in schema compartment to {COMPARTMENT}")


def _revoke(cursor, rights: str, tables: tuple[str, ...], *, schema: str = "public", role: str = APP) -> None:
    """Take rights on those of the tables that exist already."""
    cursor.execute("select tablename from pg_tables where schemaname = %s and tablename = any(%s)", [schema, list(tables)])
    for (table,) in cursor.fetchall():
        cursor.execute(f"revoke {rights} on {schema}.{table} from {role}")
