"""The joint of the public interfaces: each floor gives its own half, the roof puts them under one address with one description."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_safe

from positions import api as positions
from publicity.notices import api as notices
from recruitment.core.apis import answer, described

app_name = "api"


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """OpenAPI 3.1, for whoever wants to use it."""
    halves = {"paths": {**positions.PATHS, **notices.PATHS}, "schemas": {**positions.SCHEMAS, **notices.SCHEMAS}}
    languages = [code for code, _name in settings.LANGUAGES]
    return answer(request, lambda: described(**halves, title="Public posts and notices", languages=languages))


urlpatterns = [
    path("openapi.json", description, name="description"),
    path("", include(positions.urlpatterns)),
    path("", include(notices.urlpatterns)),
]
