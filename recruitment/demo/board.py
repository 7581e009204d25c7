"""Notices and objections of the demonstration."""

from positions.models import Position
from publicity.notices import actions as notices
from publicity.notices.models import Notice
from publicity.objections import actions as objections
from recruitment.accounts.models import User
from recruitment.demo.office import Staff
from recruitment.demo.reading import instant, on
from screening.applications.states import State


def announce(post: Position, *, offset: int, staff: Staff) -> Notice:
    """A notice for everybody of the department who is cleared."""
    author, reviewer = staff["publicity_zhu"], staff["publicity_fang"]
    with on(offset - 2, 10):
        notice = notices.draw_up(post.department, by=author)
        notice = notices.fill(notice, by=User.objects.robot())
    with on(offset - 1, 10):
        notice = notices.review(notice, by=reviewer)
    with on(offset, 8, 30):
        return notices.publish(notice, by=author)


STATEMENTS = {
    State.REVOKED: ("substantiated", True, "候选人申报的一段任职经历与用人单位出具的证明不符。", "经核实，情况属实，影响聘任。"),
    State.DEFERRED: ("undetermined", True, "候选人可能在相关企业持有未申报的股份。", "目前难以查实，待补充材料后作出结论。"),
}


def object_to(notice: Notice, goals: dict[int, State], *, offset: int, staff: Staff) -> None:
    """The objections that the outcomes rest on; the proposer and whoever confirms are two people."""
    for entry in notice.entries.all():
        goal = goals.get(entry.application_id)
        if goal not in STATEMENTS:
            continue
        finding, affects, statement, reasons = STATEMENTS[goal]
        with on(offset, 11):
            told = {"mode": "named", "name": "陈述人", "contact": "021-5550-0199", "language": "zh-hans"}
            objection, _code = objections.file(entry, statement=statement, **told)
            objection = objections.examine(objection, by=staff["publicity_zhu"])
            objection = objections.propose(
                objection, finding=finding, affects=affects, reasons=reasons, reply=reasons, by=staff["publicity_zhu"]
            )
        with on(offset + 1, 11):
            objections.answer(objection, by=staff["publicity_fang"])


def conclude(notice: Notice) -> None:
    """The night after the last day."""
    offset = (notice.ends_on - instant(0).date()).days
    with on(offset + 1, 1):
        notices.conclude(notice, by=User.objects.robot())
