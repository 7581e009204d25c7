"""New posts as an Atom feed in each language, whole or as far as they fit a search."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from positions.forms import FilterForm, address_of
from positions.models import Department, Position
from recruitment.core import spoken_dates
from recruitment.core.caching import public_page
from recruitment.core.context import site_name

MOST = 50


@require_safe
@public_page
def feed(request: HttpRequest) -> HttpResponse:
    """Posts that take applications or will, the newest first."""
    form = FilterForm(request.GET, departments=Department.objects.only("code", "name").order_by("code"))
    form.is_valid()
    search = form.lasting()
    posts = Position.objects.current().matching(search).for_list().order_by("-published_at", "-reference")[:MOST]
    atom = Atom1Feed(
        title=f"{pgettext('page title', 'Positions')} – {site_name()}",
        link=settings.SITE_URL + reverse("positions:list") + address_of(search),
        description="",
        language=request.LANGUAGE_CODE,
        feed_url=settings.SITE_URL + reverse("positions:feed") + address_of(search),
        author_name=site_name(),
    )
    for post in posts:
        _add(atom, post)
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _add(atom: Atom1Feed, post: Position) -> None:
    deadline = _("Application deadline: %(moment)s") % {"moment": spoken_dates.moment(post.closes_at)}
    atom.add_item(
        title=post.title,
        link=settings.SITE_URL + post.get_absolute_url(),
        description=f"{post.summary}\n{deadline}",
        unique_id=f"urn:uuid:{post.uuid}",
        pubdate=post.published_at,
        updateddate=post.published_at,
        categories=[post.get_kind_display()],
        author_name=post.department.name,
    )
