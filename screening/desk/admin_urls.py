"""Addresses of the officers' desk inside the admin."""

from django.contrib import admin
from django.urls import path

from screening.desk.admin import board_view, index_view, queue_view

wrap = admin.site.admin_view

urlpatterns = [
    path("", wrap(index_view), name="desk_index"),
    path("board/", wrap(board_view), name="desk_board"),
    path("queue/", wrap(queue_view), name="desk_queue"),
]
