"""Where anyone objects, with or without a name, and comes back to read the answer."""

from django.core.cache import cache
from django.db.models import F
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.generic import FormView
from redis.exceptions import RedisError

from publicity.notices.models import Notice
from publicity.objections import actions, codes
from publicity.objections.forms import CodeForm, FileForm
from publicity.objections.models import Objection

# By notice and minute, never by address: tracing whoever objects is forbidden (domain 1.2.3).
MOST_A_MINUTE = 30


class FileObjection(FormView):
    """The form of one notice, and the query code, shown once."""

    template_name = "objections/file.html"
    form_class = FileForm

    def dispatch(self, request, *args, **kwargs):
        self.notice = get_object_or_404(Notice.objects.public().select_related("department"), reference=kwargs["reference"])
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "entries": self.notice.entries.order_by(F("order"))}

    def get_context_data(self, **context):
        return super().get_context_data(notice=self.notice, **context)

    def form_valid(self, form):
        if _too_many(self.notice):
            return render(self.request, "objections/busy.html", {"notice": self.notice}, status=429)
        told = dict(form.cleaned_data)
        objection, code = actions.file(told.pop("entry"), language=translation.get_language(), **told)
        response = render(self.request, "objections/filed.html", {"objection": objection, "code": code, "notice": self.notice})
        response["Cache-Control"] = "no-store"
        return response


def _too_many(notice: Notice) -> bool:
    key = f"objections:{notice.pk}"
    try:
        cache.add(key, 0, 60)
        return cache.incr(key) > MOST_A_MINUTE
    except (RedisError, ValueError):
        return False


class Answer(FormView):
    """What became of an objection, for whoever has its code."""

    template_name = "objections/answer.html"
    form_class = CodeForm

    def form_valid(self, form):
        objection = Objection.objects.filter(code_hash=codes.hashed(form.cleaned_data["code"])).select_related("entry__notice").first()
        return self.render_to_response(self.get_context_data(form=CodeForm(), objection=objection, asked=True))
