"""Whom the candidates of the demonstration name, what these people say, and what is brought forward for each competency."""

from recruitment.accounts.models import User
from recruitment.demo.reading import on
from screening.applications import actions
from screening.applications.models import Application, CompetencyEvidence, Referee
from screening.applications.queries import competencies_asked

NAMES = {
    "zh-hans": (("顾文澜", "supervisor"), ("沈嘉树", "teacher")),
    "en": (("Margaret Oduya", "supervisor"), ("Prof. Ian Fairweather", "teacher")),
    "de": (("Dr. Helga Brandt-Lorenz", "supervisor"), ("Prof. Dr. Jonas Weidlich", "teacher")),
    "ja": (("高瀬 由紀子", "supervisor"), ("宮本 健一", "teacher")),
    "ko": (("한서윤", "supervisor"), ("오재현", "teacher")),
}
SAID = {
    "zh-hans": ("曾共事四年，本人为其直接上级。", "在一次多方谈判僵持时，先单独听取各方顾虑，再提出三方均可接受的时间表。", "善于倾听，能把分歧说清楚。"),
    "en": ("I led the team for four years.", "When a negotiation of three parties stood still, they heard each side alone and came back with a timetable that all signed.", "Listens first, and names differences without heat."),
    "de": ("Ich habe das Team vier Jahre geleitet.", "Als eine Verhandlung mit drei Seiten stockte, sprach sie oder er zuerst mit jeder allein und legte dann einen Zeitplan vor, den alle unterschrieben.", "Hört zu und benennt Unterschiede ruhig."),
    "ja": ("4年間、直属の上司でした。", "三者の交渉が止まったとき、まず各者の懸念を個別に聞き、全員が合意できる日程をまとめました。", "よく聞き、違いを落ち着いて言葉にします。"),
    "ko": ("4년 동안 직속 상사였습니다.", "세 당사자의 협상이 멈추었을 때 먼저 각자의 우려를 따로 듣고 모두가 서명한 일정을 마련했습니다.", "먼저 듣고, 차이를 차분하게 말합니다."),
}  # fmt: skip


def name_referees(file: Application, row: dict) -> None:
    """Two, at the last employer and the first university."""
    places = {"supervisor": row["employment"][:1], "teacher": row["education"][:1]}
    for number, (name, relation) in enumerate(NAMES[row["language"]]):
        place = places[relation]
        institution = (place[0].get("employer") or place[0].get("institution")) if place else ""
        Referee.objects.create(
            application=file, name=name, relation=relation, institution=institution or "Example", language=row["language"],
            email=f"referee.{row['key']}.{number + 1}@referees.example.org",
        )  # fmt: skip


def bring_forward(file: Application, row: dict) -> None:
    """What they did in their employments, for one competency after the other."""
    duties = [job["duties"] for job in row["employment"] if job["duties"]]
    CompetencyEvidence.objects.bulk_create(
        CompetencyEvidence(application=file, competency=key, name=name, text=text)
        for (key, name, _description), text in zip(competencies_asked(file.position), duties, strict=False)
    )


def answer(file: Application, row: dict, days: int) -> None:
    """The first referee answers within the week; the second takes their time."""
    referee = file.referees.first()
    capacity, strengths, cooperation = SAID[row["language"]]
    answers = {"capacity": capacity, "strengths": strengths, "cooperation": cooperation, "recommendation": "strong"}
    with on(days, 16):
        actions.answer(referee, answers=answers, by=User.objects.robot())
