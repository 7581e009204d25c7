"""The five posts: planned, reviewed by a second person, published; their papers and question booklets."""

from positions import actions
from positions.models import CompetencyModel, Department, EligibilityRule, Position, RequiredDocument, Round
from recruitment.accounts.roles import Role
from recruitment.demo.office import Staff
from recruitment.demo.reading import content, day, in_five, instant, on
from screening.competence import actions as papers
from screening.competence.models import Paper, RubricLine, Task
from screening.crosscultural import actions as interviews
from screening.crosscultural.models import Booklet, Dimension, Question

TEXTS = (
    "title",
    "summary",
    "duties",
    "description",
    "benefits",
    "selection_note",
    "promotion_track",
    "legal_basis",
    "approving_authority",
    "place",
)
PLAIN = (
    "kind", "engagement_type", "approval_document_no", "involves_state_secrets", "secrecy_declared_by", "salary_mode",
    "salary_min", "salary_max", "salary_public", "term_months", "probation_months", "headcount", "working_languages",
)  # fmt: skip

MOVED = {
    "zh-hans": "原定场地当日检修，面试首日顺延一天。",
    "en": "The rooms are under repair on the day first named; interviews begin one day later.",
    "de": "Die Räume werden am zunächst genannten Tag instand gesetzt; die Gespräche beginnen einen Tag später.",
    "ja": "当初の会場が当日点検のため、面接の初日を1日繰り下げます。",
    "ko": "당초 장소가 당일 점검으로 사용할 수 없어 면접 첫날을 하루 늦춥니다.",
}


def publish(staff: Staff, rounds: dict[str, Round]) -> dict[str, Position]:
    """Code of the content → published post."""
    posts = {}
    for row in sorted(content("positions"), key=lambda row: row["dates"]["opens"]):
        hr, reviewer = staff.of(Role.HR_OFFICER, row["department"]), staff["publicity_fang"]
        opens = row["dates"]["opens"]
        with on(opens - 10):
            post = actions.plan(_planned(row, rounds[row["code"]]), by=hr)
            _ask(post, row)
        with on(opens - 7):
            post = actions.review(post, note="逐项审查，不涉及国家秘密。", by=reviewer)
        with on(opens, 9):
            posts[row["code"]] = actions.publish(post, by=hr)
    _correct(posts, reviewer=reviewer)
    return posts


def _correct(posts: dict[str, Position], *, reviewer) -> None:
    """The first day of interviews of one open post was moved, before anybody had applied."""
    row = next(row for row in content("positions") if row["dates"]["opens"] < -2 and row["dates"]["closes"] > 0)
    post, moved = posts[row["code"]], day(row["dates"]["interview"] + 1).isoformat()
    with on(row["dates"]["opens"] + 1, 10):
        correction = actions.correct(post, field="interview_on", new=moved, reasons=MOVED, by=post.author)
    with on(row["dates"]["opens"] + 1, 15):
        actions.mark_told(actions.issue(correction, by=reviewer))
    posts[row["code"]] = Position.objects.get(pk=post.pk)


def _planned(row: dict, round: Round) -> Position:
    texts = {key: value for name in TEXTS for key, value in in_five(name, row[name]).items()}
    dates = row["dates"]
    return Position(
        department=Department.objects.get(code=row["department"]),
        competency_model=CompetencyModel.objects.get(kind=row["kind"]),
        round=round,
        opens_at=instant(dates["opens"], 9),
        closes_at=instant(dates["closes"], 23, 59),
        test_on=day(dates["test"]),
        interview_on=day(dates["interview"]),
        **{name: row[name] for name in PLAIN},
        **texts,
    )


def _ask(post: Position, row: dict) -> None:
    for order, rule in enumerate(row["eligibility"], start=1):
        EligibilityRule.objects.create(
            position=post, order=order, kind=rule["kind"], params=rule["params"], **in_five("sentence", rule["sentence"])
        )
    for order, paper in enumerate(row["documents"], start=1):
        required = paper["required"]
        RequiredDocument.objects.create(
            position=post, order=order, kind=paper["kind"], required=required, **in_five("sentence", paper["sentence"])
        )


def set_papers(posts: dict[str, Position]) -> dict[str, Paper]:
    """One paper for each post, still open to change."""
    found = {}
    for row in content("papers"):
        texts = {**in_five("title", row["title"]), **in_five("instructions", row["instructions"])}
        post = posts[row["position"]]
        paper = Paper.objects.create(position=post, author=post.author, reference=row["code"], minutes=row["duration_minutes"], **texts)
        for order, item in enumerate(row["tasks"], start=1):
            _task(paper, order, item)
        found[row["position"]] = paper
    return found


def _task(paper: Paper, order: int, item: dict) -> None:
    texts = {**in_five("title", item["title"]), **in_five("prompt", item["prompt"])}
    task = Task.objects.create(paper=paper, order=order, kind=item["kind"], max_marks=item["max"], **texts)
    for place, line in enumerate(item["rubric"], start=1):
        anchors = {key: value for name in ("low", "mid", "high") for key, value in in_five(f"anchor_{name}", line["anchors"][name]).items()}
        RubricLine.objects.create(task=task, key=line["key"], order=place, max=line["max"], **in_five("name", line["name"]), **anchors)


def open_paper(paper: Paper, *, days: tuple[int, int], by, second) -> Paper:
    """Seal a paper and open it for these days, by two people."""
    paper.opens_at, paper.closes_at = instant(days[0], 9), instant(days[1], 18)
    paper.save(update_fields=["opens_at", "closes_at"])
    with on(days[0] - 3):
        paper = papers.seal(paper, by=by)
    with on(days[0], 8, 50):
        papers.open(paper, note="命题室，两人到场。", by=by)
        return papers.open(paper, note="Seal unbroken, hash compared.", by=second)


def seal_booklet(post: Position, *, by) -> Booklet:
    """The same questions in the same order for everybody."""
    row = content("interviews")
    texts = {**in_five("title", row["title"]), **in_five("instructions", row["instructions"])}
    booklet = Booklet.objects.create(position=post, minutes=row["minutes"], **texts)
    for order, item in enumerate(row["questions"], start=1):
        words = {**in_five("text", item["text"]), **in_five("probes", item["probes"])}
        Question.objects.create(booklet=booklet, key=item["key"], order=order, minutes=item["minutes"], **words)
    for order, item in enumerate(row["dimensions"], start=1):
        anchors = {key: value for level in "135" for key, value in in_five(f"anchor_{level}", item["anchors"][level]).items()}
        words = {**in_five("name", item["name"]), **in_five("description", item["description"])}
        Dimension.objects.create(booklet=booklet, key=item["key"], order=order, weight=item["weight"], **words, **anchors)
    return interviews.seal(booklet, by=by)
