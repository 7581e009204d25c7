"""The oversight body's pages: read by mandate, without a name, every reading recorded."""

from screening.desk.views.rounds import Ledger, List, Post, Posts
from screening.desk.views.stages import Do, StagePage

__all__ = ["Do", "Ledger", "List", "Post", "Posts", "StagePage"]
