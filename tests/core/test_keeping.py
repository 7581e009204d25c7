"""The cache may go away: who has signed in stays, and goes on."""

from django.urls import reverse
from redis.exceptions import ConnectionError as Gone

from recruitment.core.keeping import SessionStore, _Client


def test_nobody_who_signed_in_is_turned_away_while_the_cache_is_gone(client, candidate, monkeypatch):
    client.force_login(candidate)
    key = client.session.session_key

    def refuse(*told, **more):
        raise Gone

    monkeypatch.setattr(_Client, "get_client", refuse)
    assert SessionStore(key).load() and SessionStore("nobodyknowsthiskey0000000000000").load() == {}
    assert client.get(reverse("competence:papers")).status_code == 200
    monkeypatch.undo()
    assert SessionStore(key).load()
