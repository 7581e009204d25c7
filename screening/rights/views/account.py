"""One's own account: settings on one page, and closing it."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views import View

from positions.actions.alerts import link, words_of
from positions.models import Alert
from recruitment.accounts import actions as accounts
from recruitment.accounts.forms import SettingsForm
from screening.applications.models import Application
from screening.applications.states import ENDED, State
from screening.rights import actions
from screening.rights.forms import CloseForm
from screening.rights.permissions import why_it_stays


class Settings(LoginRequiredMixin, View):
    """Name, language and time zone; which letters come by one's own choice; ways to address, password, factor and closing."""

    def get(self, request):
        user = request.user
        told = {"display_name": user.display_name, "language": user.language, "time_zone": user.time_zone}
        return self.show(SettingsForm(initial=told))

    def show(self, form) -> HttpResponse:
        alerts = Alert.objects.of_address(self.request.user.email).confirmed().order_by("pk")
        rows = [
            {
                "words": words_of(alert.search, self.request.LANGUAGE_CODE),
                "frequency": alert.get_frequency_display(),
                "cancel": link(alert, "cancel"),
            }
            for alert in alerts
        ]
        return render(self.request, "rights/settings.html", {"form": form, "alerts": rows})

    def post(self, request):
        form = SettingsForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        person = accounts.adjust(request.user, by=request.user, **form.cleaned_data)
        with override(person.language):
            messages.success(request, _("Your settings are saved."))
        return redirect("rights:settings")


class Close(LoginRequiredMixin, View):
    """What happens to each application, or why the account stays; then once more the password or the second factor, and it is closed."""

    def get(self, request):
        return self.show(CloseForm())

    def show(self, form, status: int = 200) -> HttpResponse:
        person = self.request.user
        files = list(Application.objects.of_candidate(person).filter(purged_at=None).select_related("position").order_by("pk"))
        context = {
            "form": form,
            "obstacle": why_it_stays(person),
            "drafts": [file for file in files if file.state == State.DRAFT],
            "running": [file for file in files if file.may_be_withdrawn],
            "finished": [file for file in files if file.state in ENDED],
            "until": actions.kept_until(person, timezone.localdate()),
        }
        return render(self.request, "rights/close.html", context, status=status)

    @method_decorator(reauthentication_required)
    def post(self, request):
        form = CloseForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        actions.close(by=request.user)
        logout(request)
        return render(request, "rights/closed.html")
