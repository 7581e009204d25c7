"""Unique marks in every field of the compartment; then everybody else looks everywhere, and no mark is seen."""

import datetime
import re
from collections import defaultdict

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone

from recruitment.core.fields import EncryptedJSONField, EncryptedTextField
from recruitment.privacy import registry
from screening.oversight.actions import grant
from screening.oversight.models import Body
from screening.oversight.states import BodyKind
from screening.security import actions
from screening.security.models import Review, Trace
from tests.assessments import five
from tests.crawler import crawl
from tests.house.addresses import TABLE

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])

MARK = re.compile(r"canary-([a-z]+)-([a-z_]+)")
OFFICE = (
    *("hr_officer", "qualification_officer", "publicity_officer", "system_administrator", "security_administrator"),
    *("audit_administrator", "superuser"),
)
OTHERS = ("anonymous", "candidate", "rival", "assessor", "setter", "observer", "mentor", "specialist", "officer")
# What a reader may see of it: one's own declaration and what is put to one, who is inside for who names them, who was let in for who lets in.
OWN = {"draft", "declaration", "hearing.facts", "hearing.answer", "review.disclosed"}
MAY_SEE = defaultdict(set, {
    "candidate": OWN,
    "security_administrator": {"membership", "emergencyaccess"},
    "system_administrator": {"emergencyaccess"},
    "audit_administrator": {"emergencyaccess"},
})  # fmt: skip


def mark(model, field) -> str:
    return f"canary-{model._meta.model_name}-{field.name}"


def value(model, field):
    """Something plausible for a column, with a mark wherever there is text."""
    if isinstance(field, EncryptedJSONField):
        return {"residence": [{"id": "a", "place": mark(model, field)}], "none": []}
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, EncryptedTextField | models.CharField | models.TextField):
        return mark(model, field)[: field.max_length or None]
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    return timezone.localdate() if isinstance(field, models.DateField) else None


def marked(model, **fixed):
    """A row with a mark in every text."""
    told = {field.name: value(model, field) for field in model._meta.local_fields if field.name not in fixed}
    kept = {name: said for name, said in told.items() if said is not None}
    return model.objects.create(**kept | fixed)


@pytest.fixture
def observer(oversight, security_administrator):
    """Sent by a body, so that the desk of oversight is open."""
    body = Body.objects.create(kind=BodyKind.OBSERVER, country="CH", contact="office@body.example", **five(name="Body"))
    until = timezone.now() + datetime.timedelta(days=30)
    return grant(body, person=oversight, until=until, reason="Sent for the round.", by=security_administrator).person


@pytest.fixture
def compartment(nominated, candidate, members, robot) -> Review:
    """Every table has a marked row; the review ended negatively, its result is outside, and others look again."""
    by = {"user_id": members[0].pk}
    whose = {"application_uuid": nominated.uuid, "candidate_id": candidate.pk}
    first = marked(
        Review, **whose, reference=nominated.reference, position_reference=nominated.position.reference, occasion="nomination", follows=None,
        state="decided", conclusion="not_passed", disclosure="told", proposed_by=members[0].pk, decided_by=members[1].pk, valid_until=None,
        carried_at=None, ended_at=None,
    )  # fmt: skip
    hidden = {"judged_by": members[0].pk, "proposed_by": members[0].pk, "asked_by": members[0].pk, "sent_by": members[0].pk}
    special = {
        "emergencyaccess": {"user_id": 0, "granted_by": None, "granted_at": None, "expires_at": None},
        "membership": {"user_id": 0, "until": timezone.now()},
        "riskassessment": {"confirmed_by": members[1].pk},
        "change": {**whose, "reference": "SH-X"},
        "draft": whose,
        "declaration": {**whose, "number": 1},
        "trace": by,
        "signature": by,
    }
    for model in apps.get_app_config("security").get_models():
        if model is not Review:
            names = {field.name for field in model._meta.local_fields}
            fixed = {"review": first} if "review" in names else {}
            fixed |= {name: pk for name, pk in hidden.items() if name in names}
            marked(model, **fixed | special.get(model._meta.model_name, {}))
    actions.carry(first, by=robot)
    actions.reconsider(Review.objects.get(pk=first.pk), statement="canary-review-statement", by=candidate)
    return first


def first_addresses(marks: list[str]) -> list[str]:
    """Every address without an argument, every list of the office, searched, filtered and sorted by what must not be found."""
    names = [name for name in TABLE if name not in ("account_logout", "privacy:export")]
    pages = [reverse(name) for name in names]
    for model, office in admin.site._registry.items():
        base = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        pages += [base, *([f"{base}?q={marks[0]}"] if office.search_fields else [])]
    lookups = ("security_gate=deferred", "review__reasons=x", "securityreview__isnull=False", "o=-1")
    pages += [f"{reverse('admin:applications_application_changelist')}?{lookup}" for lookup in lookups]
    pages += [
        "/admin/security/review/1/history/",
        "/admin/security/review/1/delete/",
        "/admin/autocomplete/?term=canary&app_label=security",
    ]
    return [*pages, "/admin/", "/admin/security/", "/nothing-here/", "/api/v1/positions/"]


def seen_by(role: str, browser, starts: list[str]) -> dict[str, set[str]]:
    """Marks that a reader came across without having a right to, each with where."""
    found, allowed = defaultdict(set), MAY_SEE[role]
    for sight in crawl(browser, starts):
        for model, field in MARK.findall(sight.said):
            if not {model, f"{model}.{field}"} & allowed and model + "-" + field not in sight.address:
                found[f"{model}.{field}"].add(sight.address)
    return found


def test_every_text_of_the_compartment_has_its_mark(compartment):
    """The net has no hole: a column that is added later is marked as well."""
    for model in apps.get_app_config("security").get_models():
        rows = list(model.objects.all())
        for field in model._meta.local_fields:
            if isinstance(field, EncryptedTextField | EncryptedJSONField) or field.name.endswith("_label"):
                assert any(MARK.search(str(getattr(row, field.attname))) for row in rows), f"{model._meta.label}.{field.name}"


def test_nobody_outside_meets_a_mark(compartment, request, client, candidate, nominated, caplog):
    faults, pages = {}, 0
    starts = first_addresses(["canary-review-reasons"])
    own = [reverse("security:declaration", args=[nominated.uuid]), reverse("applications:file", args=[nominated.uuid])]
    for role in (*OFFICE, *OTHERS):
        browser = type(client)(raise_request_exception=False)
        if role != "anonymous":
            browser.force_login(request.getfixturevalue(role))
        starts_of = (
            [*starts, *own] if role in OFFICE or role == "candidate" else [*(page for page in starts if "/admin/" not in page), *own]
        )
        met = seen_by(role, browser, starts_of)
        faults |= {f"{role} {name}": sorted(addresses)[:3] for name, addresses in met.items()}
        pages += len(starts_of)
    assert faults == {}
    assert not MARK.search(caplog.text)
    assert not MARK.search(str(registry.exported(candidate)))
    assert Trace.objects.filter(verb="read").count() == 0  # nobody even got as far as a reading
    assert pages > 500


def test_no_table_outside_holds_a_mark(compartment, request, client, candidate):
    """Letters, the register, sessions, the ledger: nothing was copied out in clear."""
    client.force_login(candidate)
    client.get(reverse("security:declaration", args=[compartment.application_uuid]))
    holding = []
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f"select count(*) from public.{table} row where row::text like '%%canary-%%'")
            if cursor.fetchone()[0]:
                holding.append(table)
    assert holding == []


def test_a_member_meets_the_marks(compartment, client, members):
    """The net catches: a member, for whom the compartment is, sees what nobody else saw."""
    client.force_login(members[3])
    page = client.get(reverse("admin:security_review_change", args=[compartment.pk])).content.decode()
    assert {f"{model}.{field}" for model, field in MARK.findall(page)} >= {
        *("review.reasons", "judgement.concern", "hearing.facts", "declaration.content", "referral.reference_no", "signature.user_label")
    }
