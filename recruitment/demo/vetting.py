"""Security reviews of the demonstration: what candidates declare, what members find, and cases that wait for somebody."""

import datetime

from django.utils import timezone

from positions.conditions.spans import add_months
from recruitment.accounts.models import User
from recruitment.demo.office import Staff
from recruitment.demo.reading import on
from screening.applications.models import Application
from screening.applications.states import State
from screening.security import actions
from screening.security.entries import Opinion, Proposal
from screening.security.listing import open_gaps
from screening.security.models import Review
from screening.security.states import CHECKLISTS, Dimension, Disclosure, Kind, Occasion

REVIEWERS = ("security_qiu", "security_dong", "security_yan")
# The demonstration has no second factors; the password stands in.
FACTOR = "password"
MEANWHILE = {
    "zh-hans": "求职与进修",
    "en": "Looking for work, further study",
    "de": "Stellensuche, Weiterbildung",
    "ja": "求職・研修",
    "ko": "구직 및 연수",
}
SHARE = {
    "zh-hans": ("示例咨询合伙企业", "持有百分之五的份额，2023年起"),
    "en": ("Example Advisory Partners", "A share of five per cent since 2023"),
    "de": ("Beispiel Beratungspartnerschaft", "Anteil von fünf Prozent seit 2023"),
    "ja": ("例示アドバイザリー合同会社", "2023年から5パーセントを保有"),
    "ko": ("예시자문 합자회사", "2023년부터 5퍼센트 지분 보유"),
}
FACTS = {
    "zh-hans": "公开的企业登记显示，您自2021年起持有该合伙企业百分之五的份额；申报中写的是2023年起。",
    "en": "A public company register shows your share of five per cent since 2021; your declaration says 2023.",
    "de": "Ein öffentliches Unternehmensregister führt Ihren Anteil von fünf Prozent seit 2021; in der Erklärung steht 2023.",
    "ja": "公開の企業登記では2021年から5パーセントの持分が記録されています。申告では2023年となっています。",
    "ko": "공개 기업등기에는 2021년부터 5퍼센트 지분이 기록되어 있으나, 신고서에는 2023년으로 되어 있습니다.",
}
HOMES = {"CN": "上海", "JP": "東京", "KR": "서울", "US": "Portland", "SG": "Singapore", "MX": "Monterrey", "DE": "Bremen", "FR": "Lyon"}


def review(file: Application, *, offset: int, staff: Staff, conclusion: str = "passed") -> None:
    """Declared, judged in three dimensions by three people, proposed by one of them and agreed by another."""
    members = [staff[key] for key in REVIEWERS]
    with on(offset, 9):
        actions.open_due(by=User.objects.robot())
    with on(offset, 11):
        case = declare(Review.objects.get(application_uuid=file.uuid))
    negative = conclusion != "passed"
    with on(offset, 14):
        judge(case, members, concerns=(Dimension.BUSINESS,) if negative else ())
        told = Proposal(conclusion)
        if negative:
            told = Proposal(conclusion, "见线下卷宗", "无，因为当事人未作说明", Disclosure.WITHHELD, "说明理由会暴露信息来源", "")
        actions.propose(case, proposal=told, factor=FACTOR, by=members[0])
    with on(offset + 1, 10):
        actions.decide(case, factor=FACTOR, by=members[2])


def declare(case: Review, *, with_share: bool = False) -> Review:
    """Eleven years without a gap; what the application does not tell is filled in a word."""
    write(case, with_share=with_share)
    actions.hand_in(case, by=User.objects.get(pk=case.candidate_id))
    return case


def write(case: Review, *, with_share: bool = False) -> None:
    """Everything but the last press of the button."""
    person = User.objects.get(pk=case.candidate_id)
    first = add_months(timezone.localdate(), -12 * 11)
    identity = Application.objects.select_related("identity").get(uuid=case.application_uuid).identity
    country = str(identity.residence_country)
    home = {"place": HOMES.get(country, "Shanghai"), "country": country if country in HOMES else "CN", "began_on": first}
    actions.write(case, kind=Kind.RESIDENCE, values=home, by=person)
    for gap in open_gaps(actions.draft_of(case, by=person).content, tier=case.tier)["busy"]:
        told = {"detail": MEANWHILE[person.language], "country": home["country"], "began_on": gap.first, "ended_on": gap.last}
        actions.write(case, kind=Kind.OTHER_TIME, values=told, by=person)
    if with_share:
        add_share(case)
    for kind in (Kind.INTEREST, Kind.ACCOUNT):
        actions.say_none(case, kind=kind, by=person)


def add_share(case: Review) -> None:
    """A business interest that was forgotten at first."""
    person = User.objects.get(pk=case.candidate_id)
    name, detail = SHARE[person.language]
    actions.write(case, kind=Kind.INTEREST, values={"name": name, "detail": detail}, by=person)


def judge(case: Review, members: list, *, concerns: tuple = ()) -> None:
    """As many dimensions as there are members, each by one of them."""
    for dimension, member in zip(Dimension, members, strict=False):
        looked_at = tuple(topic.value for topic in CHECKLISTS[dimension])
        opinion = Opinion("clear", looked_at)
        if dimension in concerns:
            opinion = Opinion(
                "concern",
                looked_at,
                topic="interests",
                concern="与申报不一致：一份合伙份额未在首次申报中列出",
                evidence="线下卷宗2026-安-017",
                rests_on_records=False,
                mitigating="当事人在询问后当日补报，份额较小，与拟聘部门无业务往来",
                assessment="需要说明，但不严重；与职务的关联有限",
            )
        actions.judge(case, dimension=dimension, opinion=opinion, by=member)


# --- Cases that wait for somebody ------------------------------------------------------------------------------------


def leave_open(*, staff: Staff) -> None:
    """One still writes, one is asked about facts, one waits for the second signature, one is looked at again, one reported a change."""
    with on(-2, 9):
        actions.open_due(by=User.objects.robot())
    waiting = list(Review.objects.live().filter(occasion=Occasion.NOMINATION).order_by("reference"))
    for case, leave in zip(waiting, (_signed_once, _asked, _written), strict=False):
        leave(case, [staff[key] for key in REVIEWERS])
    _look_again()
    _report_change([staff[key] for key in REVIEWERS])


def _written(case: Review, _members: list) -> None:
    with on(-1, 20):
        write(case)


def _asked(case: Review, members: list) -> None:
    """A dimension rests on records; the person has some days to correct them."""
    with on(-2, 20):
        declare(case)
    with on(-1, 9):
        add_share(case)
        actions.hand_in(case, by=User.objects.get(pk=case.candidate_id))
    with on(-1, 15):
        judge(case, members[:2], concerns=(Dimension.BUSINESS,))
        person = User.objects.get(pk=case.candidate_id)
        actions.show_facts(case, facts=FACTS[person.language], by=members[1])
        actions.refer(case, organ_kind="foreign_affairs", reference_no="沪安询〔2026〕17号", sent_on=timezone.localdate(), by=members[0])


def _signed_once(case: Review, members: list) -> None:
    with on(-2, 18):
        declare(case)
    with on(-1, 10):
        judge(case, members)
        actions.propose(case, proposal=Proposal("passed"), factor=FACTOR, by=members[0])


def _look_again() -> None:
    """Whoever was refused asks that others look again."""
    refused = Review.objects.filter(conclusion="not_passed", state="decided").order_by("pk").last()
    if refused is None:
        return
    moment = refused.decided_at + datetime.timedelta(days=2)
    with on((timezone.localdate(moment) - timezone.localdate()).days, 11):
        said = "The share was sold before I applied; the contract of sale lies with my documents. Please look at it again."
        actions.reconsider(refused, statement=said, by=User.objects.get(pk=refused.candidate_id))


def _report_change(members: list) -> None:
    """An officer in service takes on a small lecture; a member opens the review that follows."""
    file = Application.objects.filter(state=State.APPOINTED).order_by("reference").first()
    case = Review.objects.of_file(file.uuid).last()
    if case is None:
        return
    with on(-3, 18):
        told = {"kind": "business", "happened_on": timezone.localdate(), "statement": "I was asked to give an unpaid lecture twice a year."}
        actions.report_change(file, **told, by=file.candidate)
    with on(-1, 11):
        actions.renew(case, occasion=Occasion.CHANGE, by=members[1])
