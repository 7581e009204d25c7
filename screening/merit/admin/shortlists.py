"""Who goes to the interview."""

from django.contrib import admin

from screening.merit import actions
from screening.merit.admin.made import MadeAdmin
from screening.merit.forms import ShortlistForm
from screening.merit.models import Shortlist


@admin.register(Shortlist)
class ShortlistAdmin(MadeAdmin):
    """Interview lists of the reader's departments, line by line under candidate numbers."""

    change_form_template = "admin/merit/shortlist.html"
    list_display = ["position", "places", "limit", "made_by", "made_at"]
    form = ShortlistForm

    def make(self, row, *, by):
        return actions.shortlist(row.position, by=by)

    def get_fields(self, request, obj=None):
        return ["position", "places", "limit", "made_by", "made_at"] if obj else ["position"]
