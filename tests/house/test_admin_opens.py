"""Every page of the office opens for whoever may see it, and for nobody else; none of them breaks."""

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from recruitment.accounts.roles import STAFF, Role
from screening.security import actions as security
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])

MODELS = sorted((model._meta.label_lower for model in admin.site._registry), key=str)
OF_DEPARTMENT = (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER)


@pytest.fixture(params=[*STAFF, "superuser"])
def staff(request, client, announced, security_administrator):
    """One member of the staff, signed in, in an office where something has happened."""
    if request.param == "superuser":
        person = request.getfixturevalue("superuser")
    else:
        person = factories.person("somebody", request.param, department="FTZ" if request.param in OF_DEPARTMENT else "")
    if request.param == Role.SECURITY_REVIEWER:
        security.admit(person, reason="tests", by=security_administrator)
    client.force_login(person)
    return person


def asked_by(person):
    request = RequestFactory().get("/admin/")
    request.user = person
    return request


def test_every_page_of_the_office_opens_for_its_readers_and_no_other(staff, client):
    faults = []
    for model, office in admin.site._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        request = asked_by(staff)
        may_see, may_add = office.has_view_or_change_permission(request), office.has_add_permission(request)
        pages = {reverse(f"{name}_changelist"): may_see, reverse(f"{name}_add"): may_add}
        if may_see and (row := office.get_queryset(request).first()):
            pages[reverse(f"{name}_change", args=[row.pk])] = True
        for address, opens in pages.items():
            status = client.get(address).status_code
            if status not in ((200,) if opens else (302, 403, 404)):
                faults.append(f"{address}: {status}")
        for address in (reverse(f"{name}_change", args=["0"]), reverse(f"{name}_change", args=["x"])):
            if client.get(address).status_code not in (302, 403, 404):
                faults.append(address)
    assert not faults


def test_whoever_has_no_part_in_the_office_stays_outside(client, candidate):
    client.force_login(candidate)
    for label in MODELS:
        address = reverse(f"admin:{label.replace('.', '_')}_changelist")
        assert client.get(address).status_code == 302, address
