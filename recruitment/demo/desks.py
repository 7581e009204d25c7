"""Work that waits on the desks: a paper that is open, scripts to mark, interviews to choose, hold and rate, questions about data."""

from positions import actions as positions
from positions.models import Position
from recruitment.accounts.models import User
from recruitment.demo import interviews as held
from recruitment.demo import pool
from recruitment.demo.office import Staff
from recruitment.demo.posts import open_paper, seal_booklet
from recruitment.demo.reading import instant, on
from screening.applications.models import Application
from screening.applications.states import State
from screening.assessors import actions as assessors
from screening.assessors.states import DrawPurpose, PanelKind
from screening.competence import actions as tests
from screening.competence.models import Paper
from screening.crosscultural import actions as interviews
from screening.rights import actions as rights
from screening.rights.states import RequestKind

ASSESSORS = ("assessor_xu", "assessor_ritter", "assessor_kato", "assessor_bai", "assessor_nam")


def seat(post: Position, kind: PanelKind, *, staff: Staff, hr) -> object:
    """Five assessors from five institutions, one of them in the chair."""
    panel = assessors.compose(post, kind=kind, by=hr)
    for number, key in enumerate(ASSESSORS):
        institution = pool.INSTITUTIONS[key.removeprefix("assessor_")]
        assessors.seat(panel, assessor=staff[key], institution=institution, is_chair=number == 0, by=hr)
        assessors.declare(post.round, language=staff[key].language, by=staff[key])
    return panel


def sit(post: Position, paper: Paper, *, staff: Staff, hr) -> None:
    """The qualified are invited; all but one have handed in, and their scripts lie on two desks each."""
    with on(-8):
        seat(post, PanelKind.MARKING, staff=staff, hr=hr)
    paper = open_paper(paper, days=(-2, 12), by=hr, second=staff["oversight_ferreira"])
    with on(-1, 9):
        sittings = tests.invite(paper, by=hr)
    for sitting in sittings[:-1]:
        with on(-1, 10):
            sitting = tests.start(tests.identify(sitting, by=hr), by=sitting.application.candidate)
            texts = {task.pk: _answer(sitting.application) for task in paper.tasks.filter(form=sitting.form)}
            sitting = tests.save(sitting, texts=texts, by=sitting.application.candidate)
            tests.hand_in(sitting, by=sitting.application.candidate)
    if len(sittings) > 1:
        with on(-1, 17):
            tests.assign(paper, by=hr)


def _answer(file: Application) -> str:
    return (
        "一、情况分析。居民与企业的诉求集中在信息不对称和办理时限两个方面，其中跨语言沟通造成的退件约占三成。\n\n"
        "二、建议措施。（一）把办事指南改写为一页纸的多语种清单；（二）设立每周一次的联合接待；（三）对首次退件实行一次性告知。\n\n"
        "三、风险与预案。个人信息只在必要范围内处理；发生群体性误解时，由牵头部门在二十四小时内发布双语说明。"
    )


def meet(post: Position, *, staff: Staff, hr, days: tuple[int, ...]) -> None:
    """A panel, a booklet that two people opened, slots on these days; one candidate of a past slot waits to be rated."""
    with on(-12):
        pool.meet(post)
        seal_booklet(post, by=hr)
        panel = seat(post, PanelKind.INTERVIEW, staff=staff, hr=hr)
        times = [(instant(offset, hour), instant(offset, hour, 50)) for offset in days for hour in (9, 10, 14, 15)]
        slots = interviews.offer(panel, times=times, place="浦东新区示例路1号3楼", by=hr)
    draw(post, hr=hr)
    with on(-11):
        invited = interviews.invite(panel, by=hr)
    for interview in invited[:1]:
        held.hold(interview, slots[0], staff=staff, hr=hr)
    for interview in invited[1:2]:
        held.look_forward(interview, slots[5], hr=hr)


def draw(post: Position, *, hr) -> None:
    """Room and order are drawn, the seeds published; further panels are announced and wait for their seed."""
    rooms = ("浦东新区示例路1号301室", "浦东新区示例路1号302室")
    with on(-12, 10):
        drawn = [assessors.announce(post, purpose=DrawPurpose.ROOMS, rooms=rooms, by=hr)]
        drawn.append(assessors.announce(post, purpose=DrawPurpose.ORDER, by=hr))
    with on(-12, 15):
        for row in drawn:
            assessors.reveal(row, by=hr)
    with on(-1, 9):
        assessors.announce(post, purpose=DrawPurpose.PANELS, number=1, by=hr)


def remember() -> None:
    """Whoever has begun a draft has saved the posts that are open."""
    with on(-1, 20):
        for file in Application.objects.filter(state=State.DRAFT).select_related("candidate").order_by("pk"):
            for post in Position.objects.current()[:3]:
                positions.save(post, by=file.candidate)


def waiting(post: Position, state: State) -> bool:
    """Whether anybody of the post stands there."""
    return Application.objects.for_position(post).filter(state=state).exists()


REQUESTS = {
    "ko": (RequestKind.EXPLANATION, "제 지원서를 누가 읽는지, 그리고 언제까지 보관하는지 알려 주십시오."),
    "de": (RequestKind.CORRECTION, "Mein zweiter Vorname fehlt in der Bewerbung; er lautet Friederike."),
    "ja": (RequestKind.CORRECTION, "最終学歴の卒業年月が一年早く記載されています。訂正をお願いします。"),
}
ANSWER = "지원서는 해당 부서의 자격심사 담당자와 인사담당자만 읽습니다. 보관 기간은 개인정보 처리 고지의 목록에 있습니다."


def ask_about_data(administrator: User) -> None:
    """Three people ask about their data; the first is answered, the others wait."""
    for offset, (language, (kind, statement)) in zip((-10, -6, -3), REQUESTS.items(), strict=True):
        person = Application.objects.filter(state=State.SUBMITTED, language=language).order_by("pk")[0].candidate
        with on(offset, 9):
            asked = rights.ask(kind, statement=statement, by=person)
        if kind == RequestKind.EXPLANATION:
            with on(offset + 5, 9):
                rights.fulfil(asked, answer=ANSWER, by=administrator)
