"""Which pages are measured, as whom, and how often they are asked."""

from dataclasses import dataclass, replace
from random import randrange
from uuid import UUID

from django.urls import reverse

from positions.models import Position
from publicity.notices.models import Notice
from recruitment.accounts.models import User
from screening.applications.models import Application, SectionProgress
from screening.applications.states import Section, State
from screening.competence.models import Marking

# A whole section, as somebody fills it who has the passport at hand.
IDENTITY = {
    "full_name_latin": "BENCH MARK", "name_order": "given_first", "family_name": "Mark", "given_names": "Bench", "sex": "2",
    "birth_date_day": "28", "birth_date_month": "2", "birth_date_year": "1990", "nationality": "DE", "other_nationalities": ["FR", ""],
    "was_chinese_national": "no", "residence_country": "CN", "passport_number": "C01X00T47", "passport_expires_on": "2036-05-01",
    "telephone": "+49 30 123456", "then": "later",
}  # fmt: skip
AT_ONCE = 4


@dataclass(frozen=True)
class Page:
    """One page: a name, its address, the account that asks (None is anonymous).

    `apart` forgets before each request whatever was kept of public pages. A page that `saves` posts the section of that
    file; `others` are the same page of other people, for those who ask at the same time.
    """

    name: str
    path: str
    account: str | None = None
    target: str = ""
    apart: bool = False
    saves: UUID | None = None
    others: tuple["Page", ...] = ()

    @property
    def form(self) -> dict | None:
        """What a save posts: every answer, one of them another each time, under the stamp that the page shows now."""
        if self.saves is None:
            return None
        progress = SectionProgress.objects.filter(application__uuid=self.saves, section=Section.IDENTITY).first()
        return {**IDENTITY, "shanghai_months": str(randrange(1200)), "seen": progress.stamp if progress else "", "base": ""}


def pages() -> list[Page]:
    """The pages of the performance targets, on what the database holds."""
    post = Position.objects.current().first() or Position.objects.public().first()
    notice = Notice.objects.public().order_by("-pk").first()
    drafts = Application.objects.filter(state=State.DRAFT, identity__isnull=False).select_related("candidate")[:AT_ONCE]
    first, *rest = [_saving(draft) for draft in drafts]
    draft, section = drafts[0], first.path
    hr = "hr.jiang@demo.example.org"
    reader = draft.candidate.email
    waiting = Application.objects.visible_to(User.objects.get(email=hr)).filter(state=State.SUBMITTED).order_by("pk").first()
    marker, dossier = Marking.objects.order_by("pk").first().marker.email, dossier_of(waiting)
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
        replace(first, others=tuple(rest)),
        Page("HR's list", "/admin/applications/application/", hr, "≤ 3, ≤ 20 q"),
        Page("HR's board", "/admin/board/", hr, "≤ 3, ≤ 20 q"),
        Page("HR's queue", "/admin/queue/", hr, "≤ 3, ≤ 20 q"),
        Page("dossier of a file", dossier, hr),
        Page("papers to mark", "/en/marking/", marker, "≤ 3, ≤ 20 q"),
    ]


def dossier_of(application: Application) -> str:
    """The address of a file's dossier."""
    return reverse("admin:applications_application_change", args=[application.pk])


def _saving(draft: Application) -> Page:
    path = f"/en/applications/{draft.uuid}/identity/"
    return Page("section of the form, save", path, draft.candidate.email, "≤ 2, ≤ 10 q", saves=draft.uuid)
