"""New notices as an Atom feed in each language: title and period only, for what a feed has spread cannot be taken down."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from publicity.notices.models import Notice
from recruitment.core.caching import public_page
from recruitment.core.context import site_name

MOST = 30


@require_safe
@public_page
def feed(request: HttpRequest) -> HttpResponse:
    """The newest notices, without a name."""
    atom = Atom1Feed(
        title=f"{_('Public notices')} – {site_name()}",
        link=settings.SITE_URL + reverse("notices:list"),
        description="",
        language=request.LANGUAGE_CODE,
        feed_url=settings.SITE_URL + reverse("notices:feed"),
        author_name=site_name(),
    )
    for notice in Notice.objects.public().for_list()[:MOST]:
        text = notice.frozen["texts"][request.LANGUAGE_CODE]
        atom.add_item(
            title=text["title"],
            link=settings.SITE_URL + reverse("notices:detail", args=[notice.reference]),
            description=text["period"],
            unique_id=f"urn:uuid:{notice.uuid}",
            pubdate=notice.published_at,
            updateddate=notice.concluded_at or notice.published_at,
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
