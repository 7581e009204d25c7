"""What the tests of the public list share: posts made to order, and what a page shows of them."""

import re
import uuid

from positions.actions import searchable
from positions.models import EligibilityRule, Position
from tests import factories

LIST = "/en/positions/"


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def titles_in(page: str) -> list[str]:
    return re.findall(r'portal-entry__title"><a[^>]*>([^<]*)<', page)


def count_in(page: str, option: str) -> str | None:
    """The number behind one option of a filter; nothing when the option is not offered."""
    found = re.search(rf'value="{re.escape(option)}"[^>]*><label[^>]*>[^<]*<span class="portal-muted">\((\d+)\)', page)
    return found and found.group(1)


def hrefs_in(page: str, css: str) -> list[str]:
    return [href.replace("&amp;", "&") for href in re.findall(rf'class="{css}" href="([^"]*)"', page)]


def made(department, title: str, *, author, reviewer, rule: dict | None = None, **fields) -> Position:
    """A published post whose texts are its title, and perhaps what it asks of somebody's Chinese."""
    names = ("title", "summary", "duties", "description", "place")
    titles = {f"{name}_{code}": f"{title} {code}" for code in factories.TITLES for name in names} if title else {}
    published_at = fields.pop("published_at", None)
    position = factories.published_position(department, author=author, reviewer=reviewer, **{**titles, **fields})
    if rule:
        EligibilityRule.objects.create(position=position, kind="chinese", params=rule, sentence_en="Chinese", sentence_zh_hans="汉语")
    stamps = {"published_at": published_at} if published_at else {}
    Position._base_manager.filter(pk=position.pk).update(search_text=searchable(position), **stamps)
    return Position.objects.get(pk=position.pk)


def copies(position: Position, number: int) -> list[Position]:
    """So many posts more that differ in nothing but their code."""
    values = {field.attname: getattr(position, field.attname) for field in position._meta.concrete_fields if not field.generated}
    rows = [
        Position(**{**values, "id": None, "uuid": uuid.uuid4(), "reference": f"SH-P-2020-{position.pk}-{index}"[:20]})
        for index in range(number)
    ]
    return Position._base_manager.bulk_create(rows)
