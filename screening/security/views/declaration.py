"""Writing the declaration: lists of entries, what is still open, handing in, one's own copy."""

import datetime

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from screening.applications.models import Application
from screening.applications.states import State
from screening.security import actions
from screening.security.forms import ENTRY_FORMS, HandInForm
from screening.security.listing import lacks, open_gaps, sentence, shown, since
from screening.security.models import Change, Declaration, Hearing, Review
from screening.security.states import LISTS, Disclosure, Kind
from screening.security.states.declared import TITLES
from screening.security.views.base import FormPage, OwnReview


class Declarations(LoginRequiredMixin, View):
    """One's declarations; nothing before the final checks."""

    def get(self, request):
        reviews = Review.objects.of_candidate(request.user).order_by("application_uuid", "-pk").distinct("application_uuid")
        return render(request, "security/list.html", {"reviews": list(reviews)})


class DeclarationPage(OwnReview):
    """What is declared, what is open, what was handed in, what the person is asked."""

    def get(self, request, uuid):
        draft = actions.draft_of(self.review, by=request.user)
        tier, mine = self.review.tier, {"application_uuid": uuid, "candidate_id": request.user.pk}
        none = draft.content.get("none", ())
        lists = [(kind, entries, kind in LISTS and not entries, kind in none) for kind, entries in shown(draft.content)]
        ended = [review for review in self.reviews if review.conclusion == "not_passed" and review.carried_at]
        return self.page(
            "security/declaration.html",
            lists=lists,
            lacking=lacks(draft.content, tier=tier),
            first_day=since(tier, timezone.localdate()),
            versions=list(Declaration.objects.filter(**mine)),
            hearings=list(Hearing.objects.of_candidate(request.user).filter(review__in=self.reviews)),
            changes=list(Change.objects.filter(**mine)),
            outcome=ended[-1] if ended else None,
            is_told=bool(ended) and ended[-1].disclosure == Disclosure.TOLD,
            may_be_reconsidered=actions.may_be_reconsidered(self.review),
            is_appointed=Application.objects.of_candidate(request.user).filter(uuid=uuid, state=State.APPOINTED).exists(),
            form=HandInForm(),
        )


class Entry(FormPage):
    """One entry, added or corrected."""

    template = "security/entry.html"

    @property
    def kind(self) -> Kind:
        try:
            return Kind(self.kwargs["kind"])
        except ValueError:
            raise Http404 from None

    def row(self) -> dict:
        """The entry of the address; an empty one when it is to be added, begun where the first gap is."""
        content = actions.draft_of(self.review, by=self.request.user).content
        if "key" in self.kwargs:
            found = next((row for row in content.get(self.kind, ()) if row["id"] == self.kwargs["key"]), None)
            if found is None:
                raise Http404
            return found
        gaps = open_gaps(content, tier=self.review.tier)["lived" if self.kind == Kind.RESIDENCE else "busy"]
        return {"began_on": gaps[0].first, "ended_on": gaps[0].last} if gaps else {}

    def form(self, *told):
        row = self.row()
        days = {name: datetime.date.fromisoformat(row[name]) for name in ("began_on", "ended_on") if isinstance(row.get(name), str)}
        return ENTRY_FORMS[self.kind](*told, initial={**row, **days})

    def context(self) -> dict:
        return {"title": TITLES[self.kind], "key": self.kwargs.get("key", "")}

    def perform(self, form):
        told = {"kind": self.kind.value, "key": self.kwargs.get("key", ""), "values": form.cleaned_data}
        return self.tried(actions.write, self.review, **told, done=_("Saved."))


class RemoveEntry(Entry):
    """Take an entry out."""

    def get(self, request, **kwargs):
        return self.page("security/entry_remove.html", entry=sentence(self.kind, self.row()))

    def post(self, request, **kwargs):
        self.row()
        return self.tried(actions.remove, self.review, kind=self.kind.value, key=self.kwargs["key"], done=_("Removed."))


class SayNone(Entry):
    """There is nothing of this kind."""

    def get(self, request, **kwargs):
        return self.page("security/say_none.html", kind=self.kind)

    def post(self, request, **kwargs):
        return self.tried(actions.say_none, self.review, kind=self.kind.value, done=_("Saved."))


class HandIn(OwnReview):
    """The truth, ticked, and a version that stays."""

    def get(self, request, uuid):
        return self.back() if self.reviews else None  # a stranger's does not exist

    def post(self, request, uuid):
        form = HandInForm(request.POST)
        if not form.is_valid():
            return self.page("security/hand_in.html", 422, form=form)
        return self.tried(
            actions.hand_in, self.review, done=_("Your declaration was received. You can correct it as long as the checks go on.")
        )


class Copy(OwnReview):
    """One's own declarations, to take away (PIPL Art. 45)."""

    def get(self, request, uuid):
        self.reviews  # noqa: B018 a stranger's does not exist
        versions = Declaration.objects.of_candidate(request.user).filter(application_uuid=uuid)
        told = [{"version": each.number, "given_at": each.given_at, "content": each.content} for each in versions]
        response = JsonResponse({"declarations": told}, json_dumps_params={"ensure_ascii": False, "indent": 1})
        response["Content-Disposition"] = 'attachment; filename="declaration.json"'
        return response
