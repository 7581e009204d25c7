"""The officer's own courses."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.views.generic import ListView

from onboarding.training.models import Course, Enrolment


class Courses(LoginRequiredMixin, ListView):
    """What I have completed, what lies before me, what the catalogue holds."""

    template_name = "training/list.html"

    def get_queryset(self):
        return Enrolment.objects.filter(appointment__officer=self.request.user).select_related("course", "appointment__application")

    def get_context_data(self, **context):
        rows = list(self.object_list)
        taken = [row.course_id for row in rows]
        hours = sum(row.course.hours for row in rows if row.completed_on)
        return super().get_context_data(rows=rows, others=Course.objects.exclude(pk__in=taken), hours=hours, **context)
