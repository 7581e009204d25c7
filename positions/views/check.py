"""Can I apply? Each requirement looked at by the rules that support the officers, without an account; no answer is kept anywhere."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from positions.conditions import answers
from positions.forms import CheckForm
from positions.models import Position
from positions.states import FindingResult, Holds, RuleKind

HELP = {
    RuleKind.AGE: _("Look at other positions, too: the age limits differ. Ask the office if you are near the limit."),
    RuleKind.NATIONALITY: _("If you gave up Chinese nationality, show the certificate of its loss with your application."),
    RuleKind.DEGREE: _("A degree that is completed after the deadline does not count; wait for a later round, or look for a position with another level."),
    RuleKind.DEGREE_FIELD: _("Attach the list of your courses: the officer looks at what you studied, not only at the title."),
    RuleKind.WORK_YEARS: _("Count part-time, research and volunteer work, and attach proof of each; the officer decides what counts."),
    RuleKind.CERTIFICATE: _("Show what your certificate entitles you to where it was issued; the officer looks whether it is equal."),
    RuleKind.LANGUAGE: _("A test with a CEFR level taken before the deadline would help, or the proof of a degree taught in that language."),
    RuleKind.CHINESE: _("An HSK of the asked level before the deadline would help. Levels of HSK 2.0 and 3.0 are not compared with each other."),
    RuleKind.NO_CRIMINAL_RECORD: _("You need a certificate from each country you lived in. Begin early: apostille and translation take weeks."),
    RuleKind.RESIDENCE_MONTHS: _("Add up all your stays; residence permits and stamps in your passport prove them."),
    RuleKind.PASSPORT_VALIDITY: _("A passport can be renewed before you apply; then use the new one from the beginning."),
}  # fmt: skip
# Whoever holds Chinese nationality is told of their channel instead.
HELPED = {RuleKind.NATIONALITY: (FindingResult.UNCLEAR,)}
CHANNELS = {
    Holds.CHINESE: _(
        "This programme is for foreign nationals. Chinese nationals apply through the ordinary recruitment of civil servants and of public institutions in Shanghai; China does not recognise a second nationality of its citizens (Nationality Law, Article 3)."
    ),
    Holds.HONG_KONG_MACAO: _(
        "This programme and its work permits are for foreign nationals. Compatriots from Hong Kong and Macao apply through the recruitment in Shanghai that is open to residents of Hong Kong and Macao; ask the human resources authority of the district or the office of this programme."
    ),
    Holds.TAIWAN: _(
        "This programme and its work permits are for foreign nationals. Compatriots from Taiwan apply through the recruitment in Shanghai that is open to residents of Taiwan; ask the human resources authority of the district or the office of this programme."
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@never_cache
def check(request: HttpRequest, reference: str) -> HttpResponse:
    """The questions, and under a POST the findings; answers live as long as the request."""
    position = get_object_or_404(Position.objects.visible_to(request.user).for_page(), reference=reference)
    form = CheckForm(request.POST if request.method == "POST" else None, rules=position.rules.select_related("position"))
    context = {"position": position, "form": form, "rows": []}
    if request.method == "POST" and form.is_valid():
        rows = [_row(form, rule) for rule in form.rules]
        counts = Counter(row["result"] for row in rows)
        context |= {"rows": rows, "counts": [(result.value, counts[result]) for result in FindingResult], "channel": _channel(form)}
    return render(request, "positions/check.html", context)


def _row(form: CheckForm, rule) -> dict:
    told = form.answers(rule)
    finding = answers.find(rule, told)
    helps = any(told.values()) and finding.result in HELPED.get(rule.kind, (FindingResult.NOT_MET, FindingResult.UNCLEAR))
    return {"sentence": rule.sentence, "result": finding.result, "reason": finding.reason, "help": HELP[rule.kind] if helps else ""}


def _channel(form: CheckForm) -> object:
    """Where Chinese nationals and compatriots apply, if that is what was answered."""
    held = [form.answers(rule).get("holds") for rule in form.rules if rule.kind == RuleKind.NATIONALITY]
    return next((CHANNELS[holds] for holds in held if holds in CHANNELS), "")
