"""The oversight desk with one's own eyes: clean in Chinese at a desk and in German on a phone, from the first page to a question."""

import datetime

import pytest
from django.utils import timezone

from positions.actions.posts import freeze
from recruitment.accounts.roles import Role
from screening.oversight import actions
from screening.oversight.models import Body
from screening.stages import actions as stages
from screening.stages.models import Stage
from tests.assessments import five
from tests.browser.conftest import check


@pytest.fixture
def watched(town, office):
    """An observer, and the stages of the town's post; one of them was asked about."""
    with office.at():
        freeze(town.position.round, by=town.hr)
        stages.lay_out(town.position)
        observer = town.person("observer", Role.OVERSIGHT_OBSERVER)
        administrator = town.person("security_administrator", Role.SECURITY_ADMINISTRATOR)
        body = Body.objects.create(kind="observer", country="CH", contact="office@institute.example", **five(name="Institute"))
        until = timezone.now() + datetime.timedelta(days=9)
        actions.grant(body, person=observer, until=until, reason="Sent for the round.", lifts_stops=True, by=administrator)
        stage = Stage.objects.select_related("position__department").get(position=town.position, gate="competence")
        actions.ask(stage, text="How are the two forms made parallel?", by=observer)
    return observer, stage


def test_the_desk_is_clean_at_a_desk_and_on_a_phone(watched, town, page, phone, look, enter):
    observer, stage = watched
    reference = town.position.reference
    for reader, language in ((page, "zh-hans"), (phone, "de")):
        enter(reader, observer.email, language=language)
        for path in ("", f"posts/{reference}/", f"posts/{reference}/rejections/", f"stages/{stage.uuid}/", "ledger/"):
            look(reader, f"/{language}/oversight/{path}")
            assert not reader.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), path
        look(reader, f"/{language}/oversight/stages/{stage.uuid}/ask/")
        reader.click("main form button[type=submit]")
        check(reader)
        reader.fill("main textarea", "Wer hat die zweite Fassung gelesen?")
        reader.click("main form button[type=submit]")
        reader.wait_for_url(f"**/stages/{stage.uuid}/")
        check(reader)
