"""What the programme achieves, in figures that anyone may read."""

from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from onboarding.contribution.models import Indicator, Measurement
from recruitment.core.caching import public_page


@method_decorator(public_page, name="dispatch")
class Contribution(TemplateView):
    """Every indicator with its definition and the signed figures."""

    template_name = "contribution/list.html"

    def get_context_data(self, **context):
        figures: dict[int, list[Measurement]] = {}
        for row in Measurement.objects.public().for_list()[:500]:
            figures.setdefault(row.indicator_id, []).append(row)
        rows = [(indicator, figures.get(indicator.pk, [])) for indicator in Indicator.objects.all()]
        return super().get_context_data(rows=rows, **context)
