"""Addresses of the pages that belong to no business."""

from django.urls import path

from recruitment.core import views

urlpatterns = [
    path("display/", views.display, name="display"),
]
