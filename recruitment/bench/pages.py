"""Which pages are measured, as whom, and how often they are asked."""

from dataclasses import dataclass

from positions.models import Position
from publicity.notices.models import Notice
from screening.applications.models import Application
from screening.applications.states import State


@dataclass(frozen=True)
class Page:
    """One page: a name, its address, the account that asks (None is anonymous), and a form for a save.

    `apart` forgets before each request whatever was kept of public pages.
    """

    name: str
    path: str
    account: str | None = None
    target: str = ""
    form: dict | None = None
    apart: bool = False


def pages() -> list[Page]:
    """The pages of the performance targets, on what the database holds."""
    post = Position.objects.current().first() or Position.objects.public().first()
    notice = Notice.objects.public().order_by("-pk").first()
    draft = Application.objects.filter(state=State.DRAFT, identity__isnull=False).select_related("candidate").first()
    section = f"/en/applications/{draft.uuid}/identity/"
    form = {"full_name_latin": "Bench Mark", "name_order": "given_first", "sex": "2"}
    hr = "hr.jiang@demo.example.org"
    reader = draft.candidate.email
    return [
        Page("list of posts, nothing kept", "/en/positions/", None, "≤ 1.5, ≤ 5 q", apart=True),
        Page("list of posts, signed in", "/en/positions/", reader, "≤ 1.5, ≤ 5 q"),
        Page("list of posts, anonymous", "/en/positions/", None, "≤ 0.2, 0 q"),
        Page("page of a post, nothing kept", f"/en/positions/{post.reference}/", None, "≤ 1.5", apart=True),
        Page("page of a post, signed in", f"/en/positions/{post.reference}/", reader, "≤ 1.5"),
        Page("notice, nothing kept", f"/en/notices/{notice.reference}/", None, "≤ 1.5, ≤ 5 q", apart=True),
        Page("notice, anonymous", f"/en/notices/{notice.reference}/", None, "≤ 0.2, 0 q"),
        Page("candidate's dashboard", "/en/applications/", reader, "≤ 1.5, ≤ 10 q"),
        Page("section of the form", section, reader, "≤ 1.5, ≤ 10 q"),
        Page("section of the form, save", section, reader, "≤ 2, ≤ 10 q", form=form),
        Page("HR's list", "/admin/applications/application/", hr, "≤ 3, ≤ 20 q"),
        Page("HR's board", "/admin/board/", hr, "≤ 3, ≤ 20 q"),
        Page("HR's queue", "/admin/queue/", hr, "≤ 3, ≤ 20 q"),
    ]
