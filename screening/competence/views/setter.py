"""The setters' pages: the bank, a question, its rubric, its review. Every look is recorded."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView
from django_fsm import TransitionNotAllowed

from recruitment.accounts.roles import Role
from recruitment.core.refusals import Refused
from recruitment.documents import delivery
from recruitment.documents.forms import UploadForm
from screening.competence import actions
from screening.competence.forms import LineForm, NoteForm, QuestionForm
from screening.competence.models import Question
from screening.competence.permissions import may_propose, may_retire, may_review
from screening.competence.states import QuestionState

MATERIAL = "question_material"


class Setters(LoginRequiredMixin, UserPassesTestMixin):
    """The bank belongs to setters; there is nothing for anybody else."""

    raise_exception = False

    def test_func(self) -> bool:
        return self.request.user.has_role(Role.SETTER)


class Questions(LoginRequiredMixin, ListView):
    """What the reader wrote, reviewed, or is asked to review."""

    template_name = "competence/questions.html"
    paginate_by = 50

    def get_queryset(self):
        return Question.objects.visible_to(self.request.user).select_related("author").defer("content")


class OneQuestion(LoginRequiredMixin, View):
    """A page about a question that the reader may see; no other exists."""

    @cached_property
    def question(self) -> Question:
        mine = Question.objects.visible_to(self.request.user).select_related("author", "reviewer")
        return get_object_or_404(mine, uuid=self.kwargs["uuid"])

    def page(self, template: str, status: int = 200, **context):
        return render(self.request, template, {"question": self.question, **context}, status=status)

    def to_question(self):
        return redirect("competence:question", self.question.uuid)

    def require_author(self) -> None:
        """Only a draft is changed, by its author."""
        if not may_propose(self.question, self.request.user) or not self.question.is_editable:
            raise Http404


class QuestionPage(OneQuestion):
    """All that a question says, in the reader's language and in the others."""

    def get(self, request, uuid):
        actions.look(self.question, by=request.user)
        said, code = self.question.content, (get_language() or "en").replace("-", "_")
        lines = [{"key": line["key"], "max": line["max"], **_in(line, code)} for line in said.get("lines", [])]
        is_other, state = may_review(self.question, request.user), self.question.state
        return self.page(
            "competence/question.html",
            said=_in(said, code),
            lines=lines,
            materials=self.question.materials.select_related("document"),
            may_write=may_propose(self.question, request.user) and self.question.is_editable,
            may_review=is_other and state == QuestionState.PROPOSED,
            may_retire=may_retire(self.question, request.user) and state == QuestionState.APPROVED,
            note_form=NoteForm(),
        )


def _in(said: dict, code: str) -> dict[str, str]:
    """The texts in one language, under their names without it."""
    return {name.removesuffix(f"_{code}"): text for name, text in said.items() if name.endswith(f"_{code}")}


class NewQuestion(Setters, View):
    """Begin a question."""

    def get(self, request):
        return self.ask(QuestionForm())

    def post(self, request):
        form = QuestionForm(request.POST)
        if not form.is_valid():
            return self.ask(form, status=422)
        question = actions.write(form.poured(Question(author=request.user)), by=request.user)
        messages.success(request, _("Saved."))
        return redirect("competence:question", question.uuid)

    def ask(self, form, status: int = 200):
        return render(self.request, "competence/write.html", {"form": form}, status=status)


class EditQuestion(OneQuestion):
    """Change a draft."""

    def get(self, request, uuid):
        self.require_author()
        actions.look(self.question, by=request.user)
        return self.page("competence/write.html", form=QuestionForm(initial=QuestionForm.shown(self.question)))

    def post(self, request, uuid):
        self.require_author()
        form = QuestionForm(request.POST)
        if not form.is_valid():
            return self.page("competence/write.html", 422, form=form)
        actions.write(form.poured(self.question), by=request.user)
        messages.success(request, _("Saved."))
        return self.to_question()


class EditLine(OneQuestion):
    """Write a line of the rubric, a new one or one that is there."""

    def get(self, request, uuid, key=""):
        self.require_author()
        line = next((line for line in self.question.content.get("lines", []) if line["key"] == key), None)
        if key and line is None:
            raise Http404
        return self.page("competence/write.html", form=LineForm(initial=line))

    def post(self, request, uuid, key=""):
        self.require_author()
        form = LineForm(request.POST)
        if not form.is_valid():
            return self.page("competence/write.html", 422, form=form)
        actions.write(form.poured(self.question), by=request.user)
        messages.success(request, _("Saved."))
        return self.to_question()


class AddFile(OneQuestion):
    """Add a file that candidates read with the question."""

    def get(self, request, uuid):
        self.require_author()
        return self.page("competence/write.html", form=UploadForm(), is_upload=True)

    def post(self, request, uuid):
        self.require_author()
        form = UploadForm(request.POST, request.FILES)
        document = form.receive(kind=MATERIAL, owner=request.user, by=request.user) if form.is_valid() else None
        if document is None:
            return self.page("competence/write.html", 422, form=form, is_upload=True)
        actions.attach(self.question, document=document, by=request.user)
        return self.to_question()


class QuestionFile(OneQuestion):
    """A file of the question."""

    def get(self, request, uuid, file):
        material = get_object_or_404(self.question.materials.select_related("document"), document__uuid=file)
        return delivery.read(material.document, by=request.user)


class Review(OneQuestion):
    """Propose, approve, send back, retire."""

    def post(self, request, uuid, verb):
        noted = {"note": request.POST.get("note", "")[:2000]} if verb in ("approve", "send_back") else {}
        verbs = {"propose": actions.propose, "approve": actions.approve, "send_back": actions.send_back, "retire": actions.retire}
        if verb not in verbs:
            raise Http404
        try:
            verbs[verb](self.question, by=request.user, **noted)
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        except TransitionNotAllowed:
            messages.error(request, _("Somebody was faster: the question has changed meanwhile."))
        else:
            messages.success(request, _("Done."))
        return redirect("competence:questions")
