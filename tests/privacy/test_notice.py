"""The notice on personal information: five languages alike, adopted and never changed, with the list made from the register."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.privacy import listing, texts
from recruitment.privacy.actions import adopt_notice, give, notice_hash
from recruitment.privacy.models import PrivacyNotice
from recruitment.privacy.states import ConsentKind

pytestmark = pytest.mark.django_db

LANGUAGES = ["zh-hans", "en", "de", "ja", "ko"]
BODIES = {code: f"A notice.\n## Heading {code}\n- One\n- Two\n" for code in LANGUAGES}


def test_the_first_notice_is_in_force_and_its_checksum_fits():
    notice = PrivacyNotice.objects.in_force()
    assert notice.version == 1
    assert notice.hash == notice_hash(1, {code: notice.body(code) for code in LANGUAGES})


def test_the_first_notice_has_the_same_parts_in_every_language():
    notice = PrivacyNotice.objects.in_force()
    shapes = {code: [(bool(block.heading), len(block.items)) for block in texts.blocks(notice.body(code))] for code in LANGUAGES}
    assert all(shape == shapes["en"] for shape in shapes.values())
    assert sum(1 for heading, _items in shapes["en"] if heading) == 11


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_it_to_anyone_in_every_language(client, language):
    with translation.override(language):
        address = reverse("privacy:notice")
    page = client.get(address).content.decode()
    assert f"/{language}/" in address
    heading = next(block.heading for block in texts.blocks(PrivacyNotice.objects.in_force().body(language)) if block.heading)
    assert heading in page
    assert PrivacyNotice.objects.in_force().hash in page


def test_the_page_lists_what_the_register_says(client):
    page = client.get(reverse("privacy:notice")).content.decode()
    assert "To sign in and to receive letters" in page
    assert "24 months after the last sign-in" in page
    assert all(str(kind.label) in page for kind in ConsentKind if kind != ConsentKind.PRIVACY_NOTICE)


def test_equal_lines_of_the_list_are_drawn_together():
    user = [line for line in listing.lines() if line.purpose == "To sign in and to receive letters"]
    assert [line.fields for line in user] == [["e-mail address"]]


def test_the_page_costs_few_queries(client, django_assert_max_num_queries):
    client.get(reverse("privacy:notice"))
    with django_assert_max_num_queries(8):
        client.get(reverse("privacy:notice"))


def test_a_new_version_is_in_force_from_its_day_on(security_administrator):
    day = timezone.localdate() + timedelta(days=7)
    notice = adopt_notice(BODIES, valid_from=day, by=security_administrator)
    assert notice.version == 2
    assert PrivacyNotice.objects.in_force().version == 1
    assert PrivacyNotice.objects.in_force(day).version == 2


def test_a_new_version_is_a_new_text_to_consent_to(candidate, security_administrator):
    before = give(candidate, ConsentKind.PRIVACY_NOTICE, language="en", by=candidate)
    adopt_notice(BODIES, valid_from=timezone.localdate(), by=security_administrator)
    assert give(candidate, ConsentKind.PRIVACY_NOTICE, language="en", by=candidate).wording_id != before.wording_id


@pytest.mark.parametrize("who", ["candidate", "hr_officer", "system_administrator", "superuser"])
def test_only_the_security_administrator_adopts_it(who, request):
    with pytest.raises(Refused, match="security administrator"):
        adopt_notice(BODIES, valid_from=timezone.localdate(), by=request.getfixturevalue(who))


@pytest.mark.parametrize("bodies", [{}, {**BODIES, "ko": ""}, {**BODIES, "de": "  "}])
def test_a_language_that_is_missing_is_refused(security_administrator, bodies):
    with pytest.raises(ValidationError, match="every language"):
        adopt_notice(bodies, valid_from=timezone.localdate(), by=security_administrator)


def test_it_cannot_begin_in_the_past(security_administrator):
    with pytest.raises(ValidationError, match="not in the past"):
        adopt_notice(BODIES, valid_from=timezone.localdate() - timedelta(days=1), by=security_administrator)


def test_adopting_leaves_one_footprint(security_administrator):
    notice = adopt_notice(BODIES, valid_from=timezone.localdate(), by=security_administrator)
    assert Entry.objects.get(verb="privacy.notice.adopt").data == {"version": 2, "hash": notice.hash}


def test_in_the_admin_a_version_is_added_and_none_is_changed(client, security_administrator):
    client.force_login(security_administrator)
    fields = {f"body_{code.replace('-', '_')}": body for code, body in BODIES.items()}
    answer = client.post(reverse("admin:privacy_privacynotice_add"), {**fields, "valid_from": timezone.localdate().isoformat()})
    assert answer.status_code == 302
    assert PrivacyNotice.objects.in_force().version == 2
    assert client.post(reverse("admin:privacy_privacynotice_change", args=[1]), {**fields, "valid_from": "2020-01-01"}).status_code == 403


def test_in_the_admin_bad_input_is_answered_and_kept(client, security_administrator):
    client.force_login(security_administrator)
    fields = {f"body_{code.replace('-', '_')}": body for code, body in BODIES.items()}
    page = client.post(reverse("admin:privacy_privacynotice_add"), {**fields, "body_ko": "", "valid_from": "2020-01-01"})
    assert page.status_code == 200
    assert "not in the past" in page.content.decode()
    assert "Heading de" in page.content.decode()


def test_the_register_of_consents_is_read_by_those_who_watch_over_privacy(client, candidate, hr_officer, audit_administrator):
    give(candidate, ConsentKind.HEALTH, language="en", by=candidate)
    client.force_login(hr_officer)
    assert client.get(reverse("admin:privacy_consent_changelist")).status_code == 403
    client.force_login(audit_administrator)
    assert str(candidate) in client.get(reverse("admin:privacy_consent_changelist")).content.decode()
    assert client.get(reverse("admin:privacy_consent_add")).status_code == 403
