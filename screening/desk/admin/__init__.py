"""The officers' desk: the index, the board, the queue, the list of files and the dossier."""

from screening.desk.admin.adjustments import AdjustmentAdmin
from screening.desk.admin.boards import board_view, index_view, queue_view
from screening.desk.admin.files import ApplicationAdmin
from screening.desk.admin.late import LateRequestAdmin

__all__ = ["AdjustmentAdmin", "ApplicationAdmin", "LateRequestAdmin", "board_view", "index_view", "queue_view"]
