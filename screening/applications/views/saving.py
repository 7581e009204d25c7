"""How a form of the file is saved: nothing typed is lost, and nothing that another window saved is overwritten unseen."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from screening.applications import actions
from screening.applications.forms.meanwhile import Meanwhile, marks, merged, with_stored
from screening.applications.models import Application
from screening.applications.states import PREPARING, Section
from screening.applications.views import parcels
from screening.applications.views.base import FORM, OwnDraft


class FormPage(OwnDraft):
    """A page with one form of the file."""

    section: Section
    file = FORM
    keeps_the_rest = False  # whether right answers are kept although others are wrong

    def stored(self):
        """The form as the file answers it now."""
        raise NotImplementedError

    def typed(self, data, *, whole: bool):
        raise NotImplementedError

    def save(self, form, *, done: bool, seen: str) -> None:
        raise NotImplementedError

    def saved(self, form, *, whole: bool) -> HttpResponse:
        """Where the reader goes from here."""
        raise NotImplementedError

    def handle_no_permission(self):
        """The session ended while somebody wrote: what they typed waits until they have signed in again."""
        files = Application.objects.filter(uuid=self.kwargs["uuid"], state__in=PREPARING)
        if self.request.method == "POST" and files.exists() and parcels.keep(self.request):
            messages.info(self.request, _("You were signed out meanwhile. Sign in again: what you typed is kept for an hour."))
        return super().handle_no_permission()

    def show(self) -> HttpResponse:
        data = None if "stored" in self.request.GET else parcels.look(self.request)
        if data is None:
            return self.render(self.stored())
        return self.render(self.typed(data, whole=False), is_kept=True, stamp=data.get("seen", ""), base=data.get("base", ""))

    def render(self, form, **context) -> HttpResponse:
        """The page; `stamp` and `base` say which version of the answers it goes out from."""
        if "stamp" not in context:
            context["stamp"] = self.stamp(self.section)
            context["base"] = marks(self.stored() if form.is_bound else form)
        return self.page(form=form, section=self.section, **context)

    def post(self, request, **kwargs) -> HttpResponse:
        whole = request.POST.get("then") == "complete"
        form = self.typed(self._decided(), whole=whole)
        valid = form.is_valid()
        seen = request.POST.get("seen", "")
        if not valid and not self.keeps_the_rest:
            return self.render(form, stamp=seen, base=request.POST.get("base", ""))
        try:
            self.save(form, done=whole and valid, seen=seen)
        except actions.Overtaken:
            if page := self._settle(form, whole=whole):
                return page
        parcels.drop(request)
        return self.saved(form, whole=whole) if valid else self.render(form, is_rest_saved=True)

    def _decided(self):
        """What was posted, with the stored answers where the reader chose them."""
        names = self.request.POST.getlist("use_stored")
        return with_stored(self.request.POST, self.stored(), names) if names else self.request.POST

    def _settle(self, form, *, whole: bool) -> HttpResponse | None:
        """Saved elsewhere meanwhile: save if nothing of it concerns this page, otherwise ask."""
        stamp, stored = self.stamp(self.section), self.stored()
        found = merged(form, stored, self.request.POST.get("base", ""))
        if found.is_harmless:
            try:
                return self.save(form, done=whole and form.is_valid(), seen=stamp)
            except actions.Overtaken:
                pass
        return self._ask(found, stamp=stamp, base=marks(stored))

    def _ask(self, found: Meanwhile, **version) -> HttpResponse:
        return self.render(self.typed(found.data, whole=False), meanwhile=found, **version)


def saved_words(section: Section, *, whole: bool) -> str:
    if whole:
        return _("“%(section)s” is complete.") % {"section": section.label}
    return _("“%(section)s” is saved. You can go on whenever you like.") % {"section": section.label}
