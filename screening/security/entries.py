"""What a member enters at once: an opinion on one dimension, a proposal for the whole."""

import datetime
from dataclasses import dataclass

from screening.security.states import Disclosure


@dataclass(frozen=True)
class Opinion:
    """What one dimension came to, in the words of the reviewer."""

    finding: str
    checklist: tuple[str, ...] = ()
    topic: str = ""
    concern: str = ""
    evidence: str = ""
    rests_on_records: bool = False
    mitigating: str = ""
    assessment: str = ""
    source_url: str = ""
    seen_on: datetime.date | None = None
    relevance: str = ""
    quote: str = ""


@dataclass(frozen=True)
class Proposal:
    """A conclusion with its reasons, those inside and those that may be told, and why they are told or not."""

    conclusion: str
    reasons: str = ""
    mitigating: str = ""
    disclosure: str = Disclosure.WITHHELD
    disclosure_reason: str = ""
    disclosed: str = ""
