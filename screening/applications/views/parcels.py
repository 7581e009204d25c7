"""What was typed when the session had ended: kept for an hour, sealed, and given back on the same page after signing in again.

Only the session that posted it has the key of the parcel, and the page that gives it back belongs to the owner of the file
alone. Nothing of it stands in an address. Files cannot be kept; they are chosen again.
"""

import json
import secrets

from django.core.cache import cache
from django.http import HttpRequest, QueryDict
from redis.exceptions import RedisError

from recruitment.core.crypto import Tampered, UnknownKey, open_text, seal_text

PURPOSE = "applications.typed"
SECONDS = 3600
MOST_CHARACTERS = 200_000
MOST_PARCELS = 5
# The zone of a passport is never kept, not even here.
LEFT_OUT = ("csrfmiddlewaretoken", "passport_zone")


def keep(request: HttpRequest) -> bool:
    """Put what was posted away; False where it could not be kept."""
    answers = {name: values for name, values in request.POST.lists() if name not in LEFT_OUT}
    text = json.dumps(answers)
    if not answers or len(text) > MOST_CHARACTERS:
        return False
    key, place = secrets.token_urlsafe(24), _place(request)
    try:
        cache.set(_slot(key), seal_text(text, purpose=PURPOSE, bond=f"{place} {key}"), SECONDS)
    except RedisError:
        return False
    parcels = {**request.session.get("typed", {}), place: key}
    request.session["typed"] = dict(list(parcels.items())[-MOST_PARCELS:])
    return True


def look(request: HttpRequest) -> QueryDict | None:
    """What was typed on this page before the session ended; it stays until the page is saved."""
    place = _place(request)
    key = request.session.get("typed", {}).get(place)
    if key is None:
        return None
    try:
        sealed = cache.get(_slot(key))
        answers = json.loads(open_text(sealed, purpose=PURPOSE, bond=f"{place} {key}")) if sealed else None
    except (RedisError, Tampered, UnknownKey):
        answers = None
    if answers is None:
        return None
    data = QueryDict(mutable=True)
    for name, values in answers.items():
        data.setlist(name, values)
    return data


def drop(request: HttpRequest) -> None:
    """The page was saved: its parcel goes."""
    parcels = request.session.get("typed", {})
    key = parcels.pop(_place(request), None)
    if key is not None:
        request.session["typed"] = parcels
        try:
            cache.delete(_slot(key))
        except RedisError:
            return


def _slot(key: str) -> str:
    return f"typed:{key}"


def _place(request: HttpRequest) -> str:
    """The page, whatever language its address speaks."""
    match = request.resolver_match
    return " ".join([match.view_name, *(str(value) for value in match.kwargs.values())]) if match else ""
