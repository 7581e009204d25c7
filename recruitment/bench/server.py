"""The server that is measured: gunicorn as in production, asked over loopback, its CPU read from the kernel."""

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import requests
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from recruitment.accounts.models import User
from recruitment.bench.pages import AT_ONCE, Page
from recruitment.core import caching
from recruitment.core.keeping import SessionStore

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Figure:
    """What one page costs: queries, requests a second, latencies in ms, CPU of the server in ms a request."""

    name: str
    queries: int
    rate: float
    p50: float
    p99: float
    cpu: float


def session_of(email: str) -> str:
    """A session of this account, as after signing in."""
    user, store = User.objects.get(email=email), SessionStore()
    store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return store.session_key


def queries_of(page: Page) -> int:
    """How many queries one request makes, counted in this process on the same database."""
    client = Client(SERVER_NAME="127.0.0.1")
    if page.account:
        client.force_login(User.objects.get(email=page.account))
    ask: Callable = (lambda form: client.post(page.path, form)) if page.saves else (lambda form: client.get(page.path))
    ask(page.form)
    form = page.form
    if page.apart:
        caching.forget()
    with CaptureQueriesContext(connection) as queries:
        ask(form)
    return len(queries)


class Server:
    """A running gunicorn, found by the process id of its master."""

    def __init__(self, pid: int, url: str):
        self.pid, self.url = pid, url

    def cpu(self) -> float:
        """Seconds of CPU that all its processes have used."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return sum(_seconds(pid) for pid in [str(self.pid), *children])

    def measure(self, page: Page, *, number: int) -> Figure:
        """Ask a page so many times with four at once; one at a time where what is kept is forgotten before each.

        Those who save at once are different people: two windows of one file would be asked which answer counts.
        """
        queries, readers = queries_of(page), [page, *page.others] if page.saves else [page] * (1 if page.apart else AT_ONCE)
        with requests.Session() as first:
            first.cookies.update(_cookies(page))
            self._ask(first, page, page.form)
        before, begun = self.cpu(), time.perf_counter()
        with ThreadPoolExecutor(len(readers)) as crowd:
            times = [span for spans in crowd.map(lambda reader: self._many(reader, number // len(readers)), readers) for span in spans]
        wall, used = time.perf_counter() - begun, self.cpu() - before
        times.sort()
        return Figure(
            page.name,
            queries,
            len(times) / wall,
            1000 * times[len(times) // 2],
            1000 * times[int(len(times) * 0.99)],
            1000 * used / len(times),
        )

    def _many(self, page: Page, number: int) -> list[float]:
        spans = []
        with requests.Session() as session:
            session.cookies.update(_cookies(page))
            token = self._token(session, page)
            for _time in range(number):
                if page.apart:
                    caching.forget()
                if page.saves:  # what is said after a save is read on the next page, and does not pile up
                    session.cookies.update(_cookies(page))
                form = page.form
                begun = time.perf_counter()
                self._ask(session, page, form, token)
                spans.append(time.perf_counter() - begun)
        return spans

    def _token(self, session: requests.Session, page: Page) -> str:
        if page.saves is None:
            return ""
        session.get(self.url + page.path, timeout=30)
        return session.cookies.get(settings.CSRF_COOKIE_NAME, "")

    def _ask(self, session: requests.Session, page: Page, form: dict | None, token: str = "") -> None:
        """A page is shown, and a save is accepted: nothing else counts."""
        if form is None:
            answer = session.get(self.url + page.path, timeout=30, allow_redirects=False)
        else:
            token = token or self._token(session, page)
            answer = session.post(self.url + page.path, {**form, "csrfmiddlewaretoken": token}, timeout=30, allow_redirects=False)
        if answer.status_code != (200 if form is None else 302):
            raise RuntimeError(f"{page.name}: {answer.status_code} from {page.path}")


def _cookies(page: Page) -> dict[str, str]:
    return {settings.SESSION_COOKIE_NAME: session_of(page.account)} if page.account else {}


def _seconds(pid: str) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS
