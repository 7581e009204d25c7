"""Who one can be in the demonstration; these pages do not exist outside it."""

from django.conf import settings
from django.http import Http404
from django.views.generic import TemplateView

from recruitment.demo import accounts


class Accounts(TemplateView):
    """One account for each role, with the password."""

    template_name = "demo/accounts.html"

    def get_context_data(self, **context):
        if not settings.PORTAL_DEMO:
            raise Http404
        return super().get_context_data(rows=accounts.rows(), password=accounts.PASSWORD, **context)
