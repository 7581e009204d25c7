"""The last minutes before a deadline: two hundred candidates save sections and hand in at once, some of them twice."""

import datetime
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html.parser import HTMLParser
from random import Random

import requests
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from positions.models import Position
from recruitment.accounts.models import User
from recruitment.bench.server import session_of
from recruitment.privacy import actions as privacy
from recruitment.privacy.states import REQUIRED_FOR_APPLICATION
from screening.applications.models import Application, Declaration, Identity
from screening.applications.states import Section, State

SAVES = 3
CLICKS = 2
# Seconds that a person who is in a hurry spends on a page.
PAUSE = (5.0, 15.0)


@dataclass(frozen=True)
class Rush:
    """What came of it: latencies in seconds, answers by status, files handed in, numbers given."""

    spans: list[float]
    statuses: Counter
    handed_in: int
    numbers: int
    versions: int


class Fields(HTMLParser):
    """What a browser would send of the page's own form."""

    def __init__(self):
        super().__init__()
        self.values: dict[str, str] = {}
        self.inside, self.area, self.choice = False, "", ""

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        if tag == "form":
            self.inside = "portal-form" in (told.get("class") or "")
        if not self.inside:
            return
        name = told.get("name") or ""
        if tag == "input" and name and (told.get("type") not in ("radio", "checkbox", "file") or "checked" in told):
            self.values[name] = told.get("value") or ""
        elif tag == "textarea":
            self.area, self.values[name] = name, ""
        elif tag == "select":
            self.choice = name
        elif tag == "option" and self.choice and "selected" in told:
            self.values[self.choice] = told.get("value") or ""

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "form"
        self.area = "" if tag == "textarea" else self.area
        self.choice = "" if tag == "select" else self.choice

    def handle_data(self, data):
        if self.area:
            self.values[self.area] = data.removeprefix("\n")


def run(url: str, *, people: int, pause: tuple[float, float] = PAUSE) -> Rush:
    """Let so many candidates act at once, each pausing between two steps; every answer is timed, and the database tells what came of it."""
    files = [_file(number) for number in range(people)]
    keys = [application.pk for application in files]
    sessions = [session_of(application.candidate.email) for application in files]
    with ThreadPoolExecutor(people) as crowd:
        outcomes = list(crowd.map(lambda pair: _act(url, *pair, pause=pause), zip(files, sessions, strict=True)))
    done = Application.objects.filter(pk__in=keys)
    return Rush(
        spans=sorted(span for outcome in outcomes for span, _status in outcome),
        statuses=Counter(status for outcome in outcomes for _span, status in outcome),
        handed_in=done.filter(state=State.SUBMITTED).count(),
        numbers=done.exclude(reference="").values("reference").distinct().count(),
        versions=sum(application.versions.count() for application in done.prefetch_related("versions")),
    )


@transaction.atomic
def _file(number: int) -> Application:
    """A complete draft of somebody who has waited until the last minute."""
    stamp = time.time_ns()
    person = User.objects.create(
        email=f"rush-{stamp}-{number}@load.invalid", password="!", display_name=f"Candidate {number}", language="en"
    )
    application = Application.objects.create(candidate=person, position=Position.objects.open().first(), language="en")
    born, expires = datetime.date(1990, 2, 28), timezone.localdate() + datetime.timedelta(days=2000)
    names = {"full_name_latin": "Anna Rush", "family_name": "Rush", "given_names": "Anna", "name_order": "given_first"}
    passport = {"passport_number": f"C{number:08d}", "passport_expires_on": expires, "telephone": "+49 30 123456", "sex": 2}
    abroad = {"was_chinese_national": False, "shanghai_months": 0}
    Identity.objects.create(
        application=application, nationality="DE", residence_country="DE", birth_date=born, **names, **passport, **abroad
    )
    Declaration.objects.create(application=application, has_criminal_record=False, was_dismissed=False)
    application.progress.bulk_create(
        [application.progress.model(application=application, section=section, done=True) for section in Section]
    )
    for kind in REQUIRED_FOR_APPLICATION:
        privacy.give(person, kind, language="en", about=application, by=person)
    return application


def _act(url: str, application: Application, session: str, *, pause: tuple[float, float]) -> list[tuple[float, int]]:
    """Open a section, save it, look at everything, hand in with a double click."""
    told: list[tuple[float, int]] = []
    luck = Random(application.pk)
    with requests.Session() as browser:
        browser.cookies.set(settings.SESSION_COOKIE_NAME, session)
        root = f"{url}/en/applications/{application.uuid}"
        for _save in range(SAVES):
            time.sleep(luck.uniform(*pause))
            form = fields(_timed(told, browser.get, f"{root}/identity/"))
            time.sleep(luck.uniform(*pause))
            _timed(told, browser.post, f"{root}/identity/", data={**form, "then": "complete"})
        form = fields(_timed(told, browser.get, f"{root}/check/"))
        with ThreadPoolExecutor(CLICKS) as fingers:
            clicks = [
                fingers.submit(_timed, told, browser.post, f"{root}/check/", data={**form, "is_true": "on"}) for _click in range(CLICKS)
            ]
            for click in clicks:
                click.result()
    return told


def _timed(told: list, ask, address: str, **sent) -> requests.Response:
    begun = time.perf_counter()
    answer = ask(address, timeout=60, allow_redirects=False, **sent)
    told.append((time.perf_counter() - begun, answer.status_code))
    return answer


def fields(answer: requests.Response) -> dict[str, str]:
    page = Fields()
    page.feed(answer.text)
    return page.values
