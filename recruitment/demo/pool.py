"""The pool of assessors of the demonstration: who is in it, who was invited, and where one of them meets a candidate's life."""

from positions.states import PositionKind
from recruitment.accounts.actions import grant
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.demo.accounts import DOMAIN
from recruitment.demo.office import Staff, account
from recruitment.demo.reading import on
from screening.applications.models import Application
from screening.applications.states import State
from screening.assessors import actions
from screening.assessors.models import Assessor
from screening.assessors.states import StationKind

INSTITUTIONS = {
    "xu": "华东公共行政评价中心（演示）",
    "ritter": "Institut für Verwaltungspraxis (Demo)",
    "kato": "国際行政研究所（デモ）",
    "bai": "浦江城市治理研究院（演示）",
    "nam": "한강행정연구원(데모)",
}
# Key, name, language, whose institution; the last two have not come yet.
OTHERS = (
    ("feng", "冯思远", "zh-hans", "xu"),
    ("lu", "陆晓岚", "zh-hans", "bai"),
    ("hartwig", "Prof. Dr. Annegret Hartwig", "de", "ritter"),
    ("mori", "森 佳代子", "ja", "kato"),
    ("yoon", "윤재호", "ko", "xu"),
    ("tang", "唐静宜", "zh-hans", "bai"),
    ("lindqvist", "Dr. Karl Lindqvist", "en", "ritter"),
)
COMING = ("tang", "lindqvist")


def fill(staff: Staff, *, hr: User) -> None:
    """Twelve people: five who sit already, five more with accounts, one who is invited and one who declined."""
    with on(-60):
        for key in INSTITUTIONS:
            user = staff[f"assessor_{key}"]
            _enter(user.email, user.display_name, user.language, INSTITUTIONS[key], user=user, hr=hr)
        for key, name, language, home in OTHERS:
            user = None if key in COMING else account(f"assessor.{key}", name, language)
            if user is not None:
                grant(user, Role.ASSESSOR, by=User.objects.robot())
            _enter(f"assessor.{key}@{DOMAIN}", name, language, INSTITUTIONS[home], user=user, hr=hr)
    with on(-2):
        invited = [actions.invite(row, by=hr) for row in Assessor.objects.filter(user=None).order_by("number")]
    with on(-1):
        actions.decline(invited[-1], by=User.objects.robot())


def _enter(email: str, name: str, language: str, institution: str, *, user: User | None, hr: User) -> None:
    languages = list(dict.fromkeys([language, "zh-hans", "en"]))
    person = Assessor(email=email, name=name, language=language, institution=institution, user=user, kinds=list(PositionKind.values))
    # Scripts of the demonstration come in five languages, and all of them are read in every institution.
    person.languages = [] if user is not None else languages
    actions.add(person, by=hr)


def meet(post) -> None:
    """One assessor once worked where a candidate of the post worked, so that there is something to ask."""
    file = Application.objects.for_position(post).filter(state=State.TESTED, employment__isnull=False).order_by("pk").first()
    if file is None:
        return
    job = file.employment.order_by("pk").first()
    bai = Assessor.objects.get(email=f"assessor.bai@{DOMAIN}")
    told = {"kind": StationKind.EMPLOYER, "institution": job.employer, "since": job.began_on.year, "until": None}
    actions.tell(bai, kind="station", told=told, by=bai.user)
