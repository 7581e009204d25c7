"""Those who assess: the pool, panels, conflicts of interest, draws by lot, and who was given what."""

from screening.assessors.models.conflicts import REASON_LENGTH, Abstention, ConflictHint, Recusal
from screening.assessors.models.draws import Allotment, Draw
from screening.assessors.models.panels import QUORUM, Membership, Panel
from screening.assessors.models.pool import Assessor, Availability, Invitation, Station, Undertaking

__all__ = [
    "QUORUM",
    "REASON_LENGTH",
    "Abstention",
    "Allotment",
    "Assessor",
    "Availability",
    "ConflictHint",
    "Draw",
    "Invitation",
    "Membership",
    "Panel",
    "Recusal",
    "Station",
    "Undertaking",
]
