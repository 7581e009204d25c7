"""The cast: everybody who plays in the tests, by the part they play. `rival` and `outsider` must never see a thing."""

import pytest

from recruitment.accounts.roles import Role
from tests import factories


def _player(name: str, *roles: Role, department: str = "", language: str = "en"):
    """A fixture that makes one person with their roles, on real tables."""

    def make(db):
        return factories.person(name, *roles, department=department, language=language)

    return pytest.fixture(make, name=name)


candidate = _player("candidate", Role.CANDIDATE, language="de")
rival = _player("rival", Role.CANDIDATE)
outsider = _player("outsider")
hr_officer = _player("hr_officer", Role.HR_OFFICER, department="FTZ")
second_hr_officer = _player("second_hr_officer", Role.HR_OFFICER, department="FTZ")
foreign_hr_officer = _player("foreign_hr_officer", Role.HR_OFFICER, department="STC")
qualification_officer = _player("qualification_officer", Role.QUALIFICATION_OFFICER, department="FTZ")
second_qualification_officer = _player("second_qualification_officer", Role.QUALIFICATION_OFFICER, department="FTZ")
assessor = _player("assessor", Role.ASSESSOR)
second_assessor = _player("second_assessor", Role.ASSESSOR)
third_assessor = _player("third_assessor", Role.ASSESSOR)
setter = _player("setter", Role.SETTER)
second_setter = _player("second_setter", Role.SETTER, language="ja")
oversight = _player("oversight", Role.OVERSIGHT_OBSERVER)
publicity_officer = _player("publicity_officer", Role.PUBLICITY_OFFICER, language="zh-hans")
second_publicity_officer = _player("second_publicity_officer", Role.PUBLICITY_OFFICER, language="zh-hans")
mentor = _player("mentor", Role.MENTOR, language="zh-hans")
second_mentor = _player("second_mentor", Role.MENTOR, language="zh-hans")
specialist = _player("specialist", Role.SERVICE_SPECIALIST)
officer = _player("officer", Role.OFFICER_IN_SERVICE, language="ja")
system_administrator = _player("system_administrator", Role.SYSTEM_ADMINISTRATOR)
security_administrator = _player("security_administrator", Role.SECURITY_ADMINISTRATOR)
audit_administrator = _player("audit_administrator", Role.AUDIT_ADMINISTRATOR)


@pytest.fixture
def superuser(db):
    user = factories.User.objects.create_superuser("superuser@example.org", factories.PASSWORD)
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def robot(db):
    return factories.User.objects.robot()


@pytest.fixture
def department(db):
    return factories.DepartmentFactory(code="FTZ")


@pytest.fixture
def position(department, hr_officer, second_hr_officer):
    return factories.published_position(department, author=hr_officer, reviewer=second_hr_officer)


@pytest.fixture
def draft(position, candidate):
    return factories.application(position, candidate)


@pytest.fixture
def complete_draft(draft):
    return factories.complete(draft)


def _in_state(state: str):
    def make(complete_draft):
        return factories.brought_to(complete_draft, state)

    return pytest.fixture(make, name=state)


submitted = _in_state("submitted")
returned = _in_state("returned")
qualified = _in_state("qualified")
tested = _in_state("tested")
assessed = _in_state("assessed")
nominated = _in_state("nominated")
reserved = _in_state("reserved")
cleared = _in_state("cleared")
announced = _in_state("announced")
confirmed = _in_state("confirmed")
deferred = _in_state("deferred")
offered = _in_state("offered")
appointed = _in_state("appointed")
