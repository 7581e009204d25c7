"""What the oversight desk shows, laid out for people: posts and stages, and lists of lines in which nobody can be recognised."""

from screening.desk.table.lists import LISTS, Listing
from screening.desk.table.posts import commitments, exceptions, merit_lists, progress, seals, watched

__all__ = ["LISTS", "Listing", "commitments", "exceptions", "merit_lists", "progress", "seals", "watched"]
