"""How the desk looks across the stages: few queries, whatever the number of files."""

from screening.desk.queries.board import POSTS_A_PAGE, counted, late_and_overdue, posts_on
from screening.desk.queries.files import LINES_A_PAGE, MOST_COUNTED, called, first_page, for_list, on_desk, on_desk_of, page_of
from screening.desk.queries.posts import OFFICERS, TITLES, array, assigned, held_by, holdings, officers_for
from screening.desk.queries.queue import MOST_WAITING, queue_of

__all__ = [
    "LINES_A_PAGE",
    "MOST_COUNTED",
    "MOST_WAITING",
    "OFFICERS",
    "POSTS_A_PAGE",
    "TITLES",
    "array",
    "assigned",
    "called",
    "counted",
    "first_page",
    "for_list",
    "held_by",
    "holdings",
    "late_and_overdue",
    "officers_for",
    "on_desk",
    "on_desk_of",
    "page_of",
    "posts_on",
    "queue_of",
]
