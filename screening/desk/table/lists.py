"""Lists of lines about one post: codes, regions, numbers and coded reasons; nothing that somebody wrote about a person."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions import table as positions
from recruitment.core import spoken_dates
from screening.applications.actions.office import DECIDED_IN
from screening.applications.models import LateRequest, MissedPromise, Rejection
from screening.applications.states import Gate, GateResult, RejectionReason, State
from screening.applications.states.regions import region_of
from screening.assessors.models import Membership
from screening.competence.models import Marking, Sitting
from screening.crosscultural.models import Interview, Sheet
from screening.merit.models import MeritLine
from screening.merit.states import ListState
from screening.qualification.models import CorrectionRequest
from screening.stages import states as stages

CODE, REGION, SCORE = _("Candidate number"), _("Region of nationality"), _("Score")
STAGE, DECIDED = pgettext_lazy("of the selection", "Stage"), pgettext_lazy("stamp", "Decided")
NOTHING = "–"
# Rows stand by number: the order in which files came in, or were worked through, would tell more than the codes do.
CODED = "application__candidate_code"
FILE = ("application__candidate_code", "application__identity__nationality")


@dataclass(frozen=True)
class Listing:
    """One list: its title, what it means, its columns, its rows and how a page of them is laid out."""

    title: str | Promise
    meaning: str | Promise
    columns: tuple
    rows: Callable
    lines: Callable


def who(application) -> list:
    """All that is said of a person: the code, and the region of the nationality."""
    identity = getattr(application, "identity", None)
    return [application.candidate_code, region_of(str(identity.nationality) if identity else "").label]


def numbers(keys) -> dict[int, int]:
    """A number for each of several people, the same on every page; the order of their keys tells no name."""
    return {key: number for number, key in enumerate(sorted(set(keys)), start=1)}


def _moment(instant) -> str:
    return spoken_dates.moment(instant) if instant else NOTHING


def _figure(value) -> str:
    return NOTHING if value is None else str(value)


def sittings(position):
    markings = Marking.objects.counting().locked().order_by("ordinal").only("sitting", "marker", "ordinal", "total")
    rows = Sitting.objects.filter(paper__position=position).select_related("application__identity").order_by("code")
    rows = rows.only("code", "state", "score", "extra_minutes", *FILE)
    return rows.prefetch_related(Prefetch("markings", markings, to_attr="locked"))


def of_sittings(page, position) -> list[list]:
    """Marks under the markers' numbers; where there is a third marking, the first two lay too far apart."""
    markers = numbers(Marking.objects.filter(sitting__paper__position=position).values_list("marker", flat=True))
    return [
        [
            *who(row.application),
            " · ".join(f"{_('Marker %(number)s') % {'number': markers[one.marker_id]}}: {one.total}" for one in row.locked) or NOTHING,
            _figure(abs(row.locked[0].total - row.locked[1].total) if len(row.locked) > 1 else None),
            pgettext_lazy("value", "yes") if len(row.locked) > 2 else pgettext_lazy("value", "no"),
            str(row.extra_minutes),
            _figure(row.score),
        ]
        for row in page
    ]


def interviews(position):
    sheets = Sheet.objects.counting().locked().order_by("membership").only("interview", "membership", "average")
    rows = Interview.objects.filter(application__position=position).select_related("application__identity").order_by("code")
    return rows.only("code", "state", "score", *FILE).prefetch_related(Prefetch("sheets", sheets, to_attr="locked"))


def of_interviews(page, position) -> list[list]:
    """Locked averages under the members' numbers."""
    members = numbers(Membership.objects.filter(panel__position=position).values_list("pk", flat=True))
    return [
        [
            *who(row.application),
            " · ".join(f"{_('Member %(number)s') % {'number': members[one.membership_id]}}: {one.average:.2f}" for one in row.locked)
            or NOTHING,
            _figure(row.score),
        ]
        for row in page
    ]


def merit_lines(position):
    standing = MeritLine.objects.filter(merit_list__position=position).exclude(merit_list__state=ListState.DISCARDED)
    return standing.select_related("application__identity").only("competence_score", "crosscultural_score", "composite", "rank",
        "decision", "tie_break", *FILE).order_by("rank", CODED)  # fmt: skip


def of_merit_lines(page, position) -> list[list]:
    return [
        [
            str(row.rank),
            *who(row.application),
            *(str(score) for score in (row.competence_score, row.crosscultural_score, row.composite)),
            row.get_decision_display(),
            row.get_tie_break_display(),
        ]
        for row in page
    ]


def rejections(position):
    gates = [f"application__{gate.value}_gate" for gate in Gate]
    rows = Rejection.objects.filter(application__position=position).select_related("application__identity").order_by(CODED, "pk")
    return rows.only("stage", "reason", "proposed_at", "approved_at", *FILE, *gates)


def of_rejections(page, position) -> list[list]:
    """A rejection follows from a result, or somebody decided it by hand."""
    return [
        [
            *who(row.application),
            str(State(row.stage).label),
            str(RejectionReason(row.reason).label),
            _("follows from the result") if _follows(row) else _("decided by hand"),
            _moment(row.proposed_at),
            _moment(row.approved_at),
        ]
        for row in page
    ]


def _follows(rejection) -> bool:
    gate = DECIDED_IN.get(State(rejection.stage))
    if gate is None or gate == stages.Gate.MERIT:
        return rejection.reason == RejectionReason.RANKED_BELOW
    return rejection.application.gate(Gate(gate.value)) == GateResult.NOT_PASSED


def late(position):
    rows = LateRequest.objects.filter(application__position=position).select_related("application__identity").order_by(CODED, "pk")
    return rows.only("asked_at", "due_on", "decision", "decided_at", *FILE)


def of_late(page, position) -> list[list]:
    return [
        [*who(row.application), _moment(row.asked_at), spoken_dates.day(row.due_on), row.get_decision_display(), _moment(row.decided_at)]
        for row in page
    ]


def corrections(position):
    again = CorrectionRequest.objects.filter(application__position=position).exclude(reason_again="")
    return again.select_related("application__identity").only("reason_again", "sent_at", "due_on", *FILE).order_by(CODED, "pk")


def of_corrections(page, position) -> list[list]:
    return [[*who(row.application), row.reason_again, _moment(row.sent_at), spoken_dates.day(row.due_on)] for row in page]


def promises(position):
    rows = MissedPromise.objects.filter(application__position=position).select_related("application__identity").order_by(CODED, "pk")
    return rows.only("state", "promised_on", "expected_on", "found_at", *FILE)


def of_promises(page, position) -> list[list]:
    return [
        [*who(row.application), str(State(row.state).label), *(spoken_dates.day(day) for day in (row.promised_on, row.expected_on))]
        for row in page
    ]


def extensions(position):
    return position.corrections.issued()


def of_extensions(page, position) -> list[list]:
    told = ((row, positions.change(row)) for row in page)
    return [[_figure(one.number), one.kind, one.label, one.old, one.new, one.reason, _moment(row.decided_at)] for row, one in told]


LISTS = {
    "test": Listing(
        _("Marks of the competence test"),
        _("Locked marks under numbers: a candidate’s code and a marker’s number. A third marking is asked for when the first two lie apart."),
        (CODE, REGION, _("Marks"), _("Gap"), _("Third marking"), _("Additional minutes"), SCORE),
        sittings,
        of_sittings,
    ),
    "interview": Listing(
        _("Ratings of the interviews"),
        _("Locked ratings under numbers: a candidate’s code and a member’s number."),
        (CODE, REGION, _("Ratings"), SCORE),
        interviews,
        of_interviews,
    ),
    "merit": Listing(
        _("Merit list"),
        _("The order by the weights of the round, with the rule that set equal scores apart."),
        (_("Place"), CODE, REGION, _("Competence test"), _("Interview"), _("Overall score"), _("Decision"), _("Tie-break")),
        merit_lines,
        of_merit_lines,
    ),
    "rejections": Listing(
        _("Rejections"),
        _("Each rejection has a coded reason and two people. What was decided by hand does not follow from a result of the stage."),
        (CODE, REGION, STAGE, _("Reason"), _("Finding"), pgettext_lazy("stamp", "Proposed"), DECIDED),
        rejections,
        of_rejections,
    ),
    "late": Listing(
        _("Late submissions"),
        _("Requests to hand in after the deadline, and how each was decided."),
        (CODE, REGION, pgettext_lazy("stamp", "Asked"), _("Answer due"), _("Decision"), DECIDED),
        late,
        of_late,
    ),
    "corrections": Listing(
        _("Second requests for corrections"),
        _("One complete request is the rule. These came a second time, and here is why."),
        (CODE, REGION, _("Why this was not asked the first time"), pgettext_lazy("stamp", "Sent"), pgettext_lazy("stamp", "Due")),
        corrections,
        of_corrections,
    ),
    "promises": Listing(
        _("Broken promises"),
        _("Days that were promised to a candidate and passed, with the day that is promised instead."),
        (CODE, REGION, STAGE, _("Promised by"), _("Now expected by")),
        promises,
        of_promises,
    ),
    "extensions": Listing(
        _("Extensions and public corrections"),
        _("What was changed in the post after it was published."),
        (_("No."), _("Kind"), _("What is corrected"), pgettext_lazy("of a correction", "From"), pgettext_lazy("of a correction", "To"),
         _("Reason"), DECIDED),
        extensions,
        of_extensions,
    ),
}  # fmt: skip
