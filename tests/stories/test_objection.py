"""An objection is upheld: one person is not appointed, and nobody learns who said what."""

from publicity.notices import tasks
from publicity.objections import actions as objections
from publicity.objections import codes
from publicity.objections.models import Objection
from recruitment.audit.models import Entry
from tests.stories.town import Town

STATEMENT = "The employment at Muster GmbH never existed; the employer confirmed that in writing."


def test_an_objection_is_upheld(office):
    with office.at():
        town = Town("objection")
        town.jump_to_cleared()
        notice = town.notice()
        entry = notice.entries.get()
        objection, code = objections.file(entry, mode="anonymous", name="", contact="", statement=STATEMENT, language="zh-hans")
        assert Objection.objects.get(code_hash=codes.hashed(codes.cleaned(code.lower()))) == objection
        objection = objections.propose(
            objections.examine(objection, by=town.publicity),
            finding="substantiated",
            affects=True,
            reasons="Confirmed.",
            reply="Thank you.",
            by=town.publicity,
        )
        objections.answer(objection, by=town.second_publicity)
        town.time_passes(notice)
        tasks.conclude_due()
        assert town.file().state == "revoked"
        town.was_told("revoked")
        (letter,) = town.letters("revoked")
        assert STATEMENT not in letter.body
        assert STATEMENT not in str(list(Entry.objects.values_list("data", flat=True)))
        assert not Objection.objects.visible_to(town.hr).exists()
        assert not Objection.objects.visible_to(town.candidate).exists()


def test_an_open_objection_defers_one_person_and_lets_the_others_pass(office):
    with office.at():
        town = Town("deferral")
        town.jump_to_cleared()
        notice = town.notice()
        objections.file(notice.entries.get(), mode="anonymous", name="", contact="", statement=STATEMENT, language="en")
        town.time_passes(notice)
        tasks.conclude_due()
        assert town.file().state == "deferred"
        town.was_told("deferred")
