"""Interviews of the demonstration: a booklet that two people opened, one that waits to be rated, and the voluntary questionnaire."""

from recruitment.demo.office import Staff
from recruitment.demo.reading import content, day, in_five, on
from recruitment.privacy import actions as privacy
from recruitment.privacy.states import ConsentKind
from screening.crosscultural import actions
from screening.crosscultural.models import Booklet, Interview, Item, Option, Slot
from screening.crosscultural.states import ItemKind

OBSERVATION = "举例具体：先听取双方意见，再提出书面约定，并在事后核实。"
EXTRA = 15


def set_items() -> None:
    """The questionnaire: statements of the public domain and situations of our own, each a pilot."""
    for order, row in enumerate(content("inventory")["items"], start=1):
        told = {name: row[name] for name in ("key", "kind", "scale", "is_reversed", "source")}
        item = Item.objects.create(order=order, **told, **in_five("text", row["text"]))
        for place, option in enumerate(row.get("options", ()), start=1):
            Option.objects.create(item=item, order=place, points=option["points"], **in_five("text", option["text"]))


def hold(interview: Interview, slot: Slot, *, staff: Staff, hr) -> None:
    """Booked, the questionnaire handed in, recorded with consent; two of the panel have locked their ratings, three have not."""
    person = interview.application.candidate
    with on(-10):
        actions.book(interview, slot=slot, by=person)
        actions.begin(interview, language=person.language, by=person)
        actions.keep(interview, answers={item.key: _answer(item) for item in Item.objects.asked()}, by=person)
        actions.finish(interview, by=person)
        privacy.give(person, ConsentKind.RECORDING, language=person.language, about=interview.application, by=person)
    with on(-1, 8, 20):
        actions.open(Booklet.objects.get(pk=interview.booklet_id), note="面试楼三层值班室，两人到场。", by=hr)
        actions.open(Booklet.objects.get(pk=interview.booklet_id), note="Seal unbroken, hash compared.", by=staff["oversight_ferreira"])
    interview = Interview.objects.get(pk=interview.pk)
    ratings = {dimension.pk: (4, OBSERVATION) for dimension in interview.booklet.dimensions.all()}
    for key in ("assessor_bai", "assessor_nam"):
        with on(-1, 10):
            actions.rate(interview, ratings=ratings, by=staff[key])
            actions.lock(interview, by=staff[key])
    with on(-1, 11):
        told = {"place": "面试楼档案柜 A-3，加密移动硬盘", "keeper": str(hr), "keep_until": day(180)}
        actions.register(interview, by=hr, **told)


def _answer(item: Item) -> int:
    """Mostly calm and prepared; less at home with what is new."""
    if item.kind == ItemKind.SITUATION:
        return max(item.options.all(), key=lambda option: option.points).order
    is_low = item.scale == "adventurousness"
    return 2 if is_low != item.is_reversed else 4


def look_forward(interview: Interview, slot: Slot, *, hr) -> None:
    """Booked for a day to come with additional minutes; the questionnaire is begun and not finished."""
    person = interview.application.candidate
    with on(-10, 15):
        actions.extend(interview, minutes=EXTRA, reason="经核准的便利安排。", by=hr)
        interview = Interview.objects.get(pk=interview.pk)
        actions.book(interview, slot=slot, by=person)
        actions.begin(interview, language=person.language, by=person)
        actions.keep(interview, answers={item.key: _answer(item) for item in list(Item.objects.asked())[:6]}, by=person)
