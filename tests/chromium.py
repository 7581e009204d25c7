"""The browser: real Chromium, where any error on the console, any breach of the policy and any other host is a failure."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright

from tests.browser.axe import findings

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
OWN_HOSTS = ("127.0.0.1", "localhost")
PATIENCE = 10_000.0

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser(monkeypatch_session) -> Iterator[Browser]:
    """Chromium as the machine has it. Its driver runs a loop in this thread, in which the tests use the database all the same."""
    monkeypatch_session.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    program = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    assert program, "Chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def monkeypatch_session() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What the browser found wrong. A test that provokes an error takes it off the list; the rest must stay empty."""
    found: list[str] = []
    yield found
    assert not found, "\n".join(found)


@pytest.fixture
def new_page(browser: Browser, complaints: list[str], request: pytest.FixtureRequest) -> Iterator[NewPage]:
    """`new_page(locale="de-DE", viewport={…}, …)`: a person with a browser of their own, cookies apart from all others."""
    contexts: list[BrowserContext] = []

    def open_page(**choices: object) -> Page:
        context = browser.new_context(**{"locale": "en-GB", "reduced_motion": "reduce", **choices})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return watched(context.new_page(), complaints)

    yield open_page
    for number, context in enumerate(contexts):
        photograph(context, f"{request.node.name}-{number}")
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A reader at a desk."""
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """The same reader on a small phone."""
    return new_page(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)


def watched(page: Page, complaints: list[str]) -> Page:
    """Nothing that the browser complains about goes unnoticed (a breach of the policy is an error on the console)."""

    def check_host(route: Route, request: Request) -> None:
        host = request.url.split("/")[2].rsplit(":", 1)[0] if "://" in request.url else OWN_HOSTS[0]
        if host in OWN_HOSTS:
            route.continue_()
        else:
            complaints.append(f"{page.url} asks another host: {request.url}")
            route.abort()

    page.route("**/*", check_host)
    page.on("console", lambda said: complaints.append(f"{page.url}: {said.text}") if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    return page


def photograph(context: BrowserContext, name: str) -> None:
    """With PORTAL_SCREENSHOTS set to a folder, the last page of every test is kept there."""
    folder = os.environ.get("PORTAL_SCREENSHOTS")
    if not folder:
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(context.pages):
        page.screenshot(path=f"{folder}/{name}-{number}.png", full_page=True)


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """`axe(page)`: the page as it stands has no finding of axe-core."""

    def check(page: Page) -> None:
        found = findings(page)
        assert not found, f"{page.url}\n" + "\n".join(found)

    return check
