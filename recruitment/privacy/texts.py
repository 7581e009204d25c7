"""The exact words of every consent and of the consequence of taking it back, and the blocks a notice is made of.

A consent is given on the words as they stood on the page: rendered in one language, with the numbers in force that day, and
named by their checksum.
"""

from dataclasses import dataclass
from hashlib import sha256

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from recruitment.policy.queries import value
from recruitment.privacy.states import ConsentKind

TEXTS = {
    ConsentKind.PRIVACY_NOTICE: _(
        "I have read the notice on personal information, version %(version)s (checksum %(checksum)s). I know what is collected "
        "about me, what for, who receives it, how long it is kept and what rights I have."
    ),
    ConsentKind.PUBLICATION: _(
        "If I am proposed for appointment, the recruiting authority may publish the following in the public notice: the name of"
        " the authority, the position, my name as in my passport and my Chinese name if I have one, my sex, my candidate "
        "number, and my graduating institution or present employer. Nothing else about me is published. The notice is open to "
        "everyone on the internet for at least %(days)s working days, so that anyone can object. My name leaves the page "
        "%(takedown)s days after the notice period; the archive copy is not public."
    ),
    ConsentKind.CRIMINAL_RECORD: _(
        "My certificates of no criminal record may be received, checked with the authorities that issued them, and read by the "
        "officers who check qualifications. This is sensitive personal information. It is needed because nobody who was "
        "punished for a crime may be appointed. Nobody else reads the certificates."
    ),
    ConsentKind.EXTERNAL_ASSESSORS: _(
        "My written answers and my interview may be marked by assessors from outside institutions, which are named in the "
        "announcement of the recruitment round. The assessors of written answers see a code instead of my name. The members of "
        "the interview panel see and hear me, and are bound to secrecy."
    ),
    ConsentKind.HEALTH: _(
        "What I say would help me in the test and the interview may be kept and read by the officers who arrange it; assessors "
        "see at most that I have extra time. If I am asked for a physical examination later, its results may be received, and read "
        "by the officers who decide whether I am fit for the position and who apply for my permits. This is sensitive personal "
        "information. It is kept for %(months)s months after the decision and used for nothing else."
    ),
    ConsentKind.PSYCHOLOGICAL_TEST: _(
        "I am willing to answer a questionnaire about how I work with others. Its result prepares the interview and does not "
        "count in my score. This is sensitive personal information. My single answers are deleted as soon as the result is "
        "there. I may refuse without any disadvantage."
    ),
    ConsentKind.RECORDING: _(
        "My interview may be recorded in sound and picture, so that a disputed rating can be examined. Only the interview panel"
        " and those who examine an objection or appeal may see the recording. It is deleted %(months)s months after the round "
        "has closed. I may refuse without any disadvantage."
    ),
    ConsentKind.CROSS_BORDER: _(
        "Observers abroad who watch over the fairness of the selection may read a copy of my file, with a code instead of my "
        "name and the region instead of my nationality. Before anything is sent I am told in writing who receives it, how to "
        "reach them, what for, and how I can exercise my rights there. I may refuse without any disadvantage."
    ),
    ConsentKind.CHILDREN: _(
        "As parent or guardian I agree that information about my child may be used to arrange school, insurance and residence, "
        "and passed on to the school and the authorities concerned. Information about children under 14 is sensitive personal "
        "information under rules of its own. It is deleted %(days)s days after the service is closed."
    ),
}

CONSEQUENCES = {
    ConsentKind.PRIVACY_NOTICE: _("We cannot process an application without it. If you have one running, it stops here."),
    ConsentKind.PUBLICATION: _(
        "Nobody can be appointed without a public notice. If you have an application running, it goes on up to the nomination and "
        "stops there. If your name is public at this moment, your application ends and the recruiting authority takes it off the page."
    ),
    ConsentKind.CRIMINAL_RECORD: _("Your qualification cannot be checked without it. If you have an application running, it stops here."),
    ConsentKind.EXTERNAL_ASSESSORS: _("The selection is marked by outside assessors. If you have an application running, it stops here."),
    ConsentKind.HEALTH: _(
        "What you said about adjustments is deleted, and nothing further can be arranged; extra time that was granted stays. A physical "
        "examination cannot be taken into account, and you cannot be appointed while that is so."
    ),
    ConsentKind.PSYCHOLOGICAL_TEST: _(
        "The questionnaire is left out and its result deleted. Your application goes on without disadvantage."
    ),
    ConsentKind.RECORDING: _("Your interview is not recorded, or the recording is deleted. Your application goes on without disadvantage."),
    ConsentKind.CROSS_BORDER: _("Nothing more is sent abroad. Your application goes on without disadvantage."),
    ConsentKind.CHILDREN: _("We stop arranging services for your child and delete what we hold. Services for yourself go on."),
}


def text(kind: str, language: str, notice=None) -> str:
    """The words somebody is shown; `notice` is the one in force, needed for the consent that names it."""
    with translation.override(language):
        return str(TEXTS[ConsentKind(kind)]) % _numbers(ConsentKind(kind), notice)


def consequence(kind: str) -> str:
    """What happens when this consent is taken back, in the reader's language."""
    return str(CONSEQUENCES[ConsentKind(kind)])


def checksum(kind: str, language: str, body: str) -> str:
    """The name of a wording: SHA-256 over kind, language and text."""
    return sha256(f"{kind}\n{language}\n{body}".encode()).hexdigest()


def _numbers(kind: ConsentKind, notice) -> dict[str, object]:
    match kind:
        case ConsentKind.PRIVACY_NOTICE:
            return {"version": notice.version if notice else 0, "checksum": notice.hash[:12] if notice else "-"}
        case ConsentKind.PUBLICATION:
            return {"days": value("notice.min_working_days.statutory"), "takedown": value("notice.takedown_after_days")}
        case ConsentKind.HEALTH:
            return {"months": value("retention.health_months")}
        case ConsentKind.RECORDING:
            return {"months": value("retention.recording_months")}
        case ConsentKind.CHILDREN:
            return {"days": value("retention.children_days")}
    return {}


@dataclass
class Block:
    """A heading, a paragraph, or a list of a notice."""

    heading: str = ""
    paragraph: str = ""
    items: tuple[str, ...] = ()


def blocks(body: str) -> list[Block]:
    """A notice's plain text as blocks: `## ` begins a heading, `- ` an item, everything else is a paragraph."""
    found: list[Block] = []
    for line in filter(None, map(str.strip, body.splitlines())):
        if line.startswith("## "):
            found.append(Block(heading=line[3:]))
        elif not line.startswith("- "):
            found.append(Block(paragraph=line))
        elif found and found[-1].items:
            found[-1].items += (line[2:],)
        else:
            found.append(Block(items=(line[2:],)))
    return found
