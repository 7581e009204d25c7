"""What is held about a person: on a page, on paper, and of one application in one file."""

from screening.rights.listing.everything import ALWAYS_KEPT, SECTIONS, Part, everything, outlook
from screening.rights.listing.parcel import pack

__all__ = ["ALWAYS_KEPT", "SECTIONS", "Part", "everything", "outlook", "pack"]
