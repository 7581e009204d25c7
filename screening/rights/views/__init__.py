"""What somebody sees of themselves: their data, their requests, their account, a whole application to take home."""

from screening.rights.views.account import Close, Settings
from screening.rights.views.data import Ask, Copy, Everything, Parcel, PublishAgain, Requests

__all__ = ["Ask", "Close", "Copy", "Everything", "Parcel", "PublishAgain", "Requests", "Settings"]
