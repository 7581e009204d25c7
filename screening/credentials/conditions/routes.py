"""What is known about one kind of paper of one country, put together from the country's line, its own rule and the general rule."""

from dataclasses import dataclass
from typing import Any

from django_countries import countries

from screening.credentials.conditions.windows import Window, window_of
from screening.credentials.states import LEGALISED, NEEDS_NOTHING_ABROAD, PaperKind, Recognition

# Where the country is not in the tables, nobody knows how long its authorities take.
UNKNOWN_WEEKS = (1, 6)


@dataclass(frozen=True)
class Route:
    """From who issues a paper to what makes it count in China."""

    code: str
    kind: PaperKind
    recognition: Recognition | None
    country: Any
    own: Any
    general: Any

    @property
    def place(self) -> str:
        """The country (region) in the reader's language."""
        return str(countries.name(self.code)) or self.code

    def _first(self, name: str):
        """What the country's own rule says, else the general one."""
        said = getattr(self.own, name, None) if self.own is not None else None
        return said if said not in (None, "") else getattr(self.general, name)

    @property
    def issuer(self) -> str:
        return self._first("issuer")

    @property
    def original_name(self) -> str:
        return self.own.original_name if self.own is not None else ""

    @property
    def link(self) -> str:
        return self.own.link if self.own is not None else ""

    @property
    def steps(self) -> list[str]:
        """The country's own step first, then what holds for everybody."""
        own = self.own.steps if self.own is not None else ""
        return [said for said in dict.fromkeys((own, self.general.steps)) if said]

    @property
    def translation_rule(self) -> str:
        return self._first("translation_rule")

    @property
    def validity_months(self) -> int | None:
        """The shorter of the two: what the country says and what China accepts."""
        stated = [row.validity_months for row in (self.own, self.general) if row is not None and row.validity_months]
        return min(stated, default=None)

    @property
    def counted_from(self) -> str:
        return (self.own or self.general).get_counted_from_display()

    @property
    def is_authenticated(self) -> bool:
        """Whether the paper needs something beside its translation to be recognised."""
        return self.recognition is not None

    @property
    def is_legalised(self) -> bool:
        return self.recognition in LEGALISED

    @property
    def needs_nothing_abroad(self) -> bool:
        return self.recognition in NEEDS_NOTHING_ABROAD

    @property
    def weeks(self) -> tuple[int, int]:
        """Typical weeks until the paper is there and authenticated."""
        low, high = self._first("weeks_min"), self._first("weeks_max")
        if self.recognition is None:
            return low, high
        extra = (self.country.weeks_min, self.country.weeks_max) if self.country is not None else UNKNOWN_WEEKS
        return low + extra[0], high + extra[1]

    @property
    def sources(self) -> list:
        """The lines that this was put together from, each with its source."""
        used = [self.own or self.general]
        return [*used, self.country] if self.country is not None and self.recognition is not None else used

    def window(self, filing_on, *, months: int | None, today) -> Window:
        """When to ask for it; `months` is the validity that the policy accepts at most."""
        return window_of(filing_on, weeks=self.weeks[1], months=shorter(self.validity_months, months), today=today)


def shorter(*months: int | None) -> int | None:
    """The shortest of the limits that there are."""
    return min((limit for limit in months if limit), default=None)


def route_of(code: str, kind: str, *, country, own, general) -> Route | None:
    """Put together what is known; None while even the general rule is missing."""
    if general is None:
        return None
    row = own or general
    recognition = Recognition(country.recognition) if country is not None else Recognition.UNKNOWN
    return Route(code, PaperKind(kind), recognition if row.is_authenticated else None, country, own, general)
