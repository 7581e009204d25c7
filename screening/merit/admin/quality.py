"""The quality of a stage before it closes."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from screening.applications.states import Gate
from screening.merit import actions, table
from screening.merit.admin.made import MadeAdmin
from screening.merit.forms import ReportForm
from screening.merit.models import QualityReport
from screening.stages.models import Stage


@admin.register(QualityReport)
class QualityReportAdmin(MadeAdmin):
    """Reports of the reader's departments; the newest of a stage counts."""

    change_form_template = "admin/merit/quality.html"
    list_display = ["position", "gate", "number_of_reds", "made_by", "made_at"]
    list_filter = ["gate"]
    form = ReportForm

    def make(self, row, *, by):
        return actions.report(row.position, gate=Gate(row.gate), by=by)

    def get_fields(self, request, obj=None):
        return ["position", "gate", "digest", "made_by", "made_at"] if obj else ["position", "gate"]

    def render_change_form(self, request, context, *args, **kwargs):
        report = kwargs.get("obj")
        if report is not None:
            stage = Stage.objects.of(report.position).get(gate=report.gate)
            context |= {"report": table.spoken(report, stage), "stage": stage}
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=_("red items"))
    def number_of_reds(self, report) -> int:
        return len(report.reds)
