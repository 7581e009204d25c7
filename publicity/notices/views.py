"""The public notice board: the list, one notice, its PDF and its JSON."""

import json

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone, translation
from django.utils.decorators import method_decorator
from django.views.generic import DetailView, ListView, View

from publicity.notices.models import Notice
from publicity.notices.states import PUBLIC_STATES, NoticeState
from recruitment.core.caching import public_page
from recruitment.documents.delivery import publish_stream
from recruitment.documents.models import Issued

NO_ROBOTS = "noindex, noarchive"


@method_decorator(public_page, name="dispatch")
class NoticeList(ListView):
    """All notices, the newest first; by state and year. Titles only, no names: lists cannot be taken down elsewhere."""

    template_name = "notices/list.html"
    paginate_by = 20

    def get_queryset(self):
        notices = Notice.objects.public().for_list()
        self.year, self.state = self.request.GET.get("year", ""), self.request.GET.get("state", "")
        if self.year.isdecimal() and len(self.year) == 4 and self.year.isascii():
            notices = notices.filter(starts_on__year=int(self.year))
        if self.state in PUBLIC_STATES:
            notices = notices.filter(state=self.state)
        return notices

    def get_context_data(self, **context):
        first = Notice.objects.public().order_by("starts_on").values_list("starts_on", flat=True).first()
        this_year = timezone.localdate().year
        years = list(range(this_year, first.year - 1, -1)) if first else []
        states = [(state.value, state.label) for state in PUBLIC_STATES]
        return super().get_context_data(year=self.year, state=self.state, years=years, states=states, **context)


class PublicNotice:
    """One public notice, found by its code."""

    def notice(self) -> Notice:
        return get_object_or_404(Notice.objects.public().select_related("department"), reference=self.kwargs["reference"])


def taken_off(notice: Notice) -> set[int]:
    """Places of people who took back their consent to publication (PIPL, art. 15): their names leave at once."""
    return set(notice.entries.filter(application__publication_withdrawn_at__isnull=False).values_list("order", flat=True))


@method_decorator(public_page, name="dispatch")
class NoticePage(PublicNotice, DetailView):
    """Who is proposed, until when anyone may object, and to whom."""

    template_name = "notices/detail.html"

    def get_object(self, queryset=None):
        return self.notice()

    def get_context_data(self, **context):
        notice = self.object
        language = translation.get_language()
        frozen = notice.frozen
        shown, off = notice.shows_names, taken_off(notice)
        rows = [
            {**line, "position_title": line["position_title"].get(language, ""), "sex": line["sex"].get(language, "")}
            for line in frozen["entries"]
            if shown and line["order"] not in off
        ]
        outcomes = dict(notice.entries.values_list("order", "outcome")) if notice.state == NoticeState.CONCLUDED else {}
        for row in rows:
            row["outcome"] = outcomes.get(row["order"], "")
        return super().get_context_data(
            text=frozen["texts"][language],
            frozen=frozen,
            rows=rows,
            shown=shown,
            taken_off=len(off),
            number=len(frozen["entries"]),
            is_running=self.is_running(),
            **context,
        )

    def is_running(self) -> bool:
        return self.object.state == NoticeState.PUBLISHED and timezone.now() < self.object.ends_at

    def render_to_response(self, context, **kwargs):
        return super().render_to_response(context, headers={"X-Robots-Tag": NO_ROBOTS}, **kwargs)


class NoticeJson(PublicNotice, View):
    """The frozen content in canonical JSON, the bytes whose hash the notice bears."""

    def get(self, request, reference):
        notice = self.notice()
        if not notice.shows_names or taken_off(notice):
            raise Http404
        text = json.dumps(notice.frozen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return HttpResponse(text, content_type="application/json", headers={"X-Robots-Tag": NO_ROBOTS, "ETag": f'"{notice.digest}"'})


class NoticePdf(PublicNotice, View):
    """The printed notice in the language of the page, as long as its names are public."""

    def get(self, request, reference):
        notice = self.notice()
        if not notice.shows_names or taken_off(notice):
            raise Http404
        issued = Issued.objects.filter(
            about_label=Notice._meta.label, about_reference=notice.reference, language=translation.get_language()
        ).first()
        if issued is None or not issued.is_pressed:
            raise Http404
        response = publish_stream(issued)
        response["X-Robots-Tag"] = NO_ROBOTS
        return response
