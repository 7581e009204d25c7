"""Addresses of the pages that belong to no business."""

from django.urls import path

from recruitment.core import views

urlpatterns = [
    path("accessibility/", views.accessibility, name="accessibility"),
    path("site-map/", views.site_map, name="site_map"),
    path("display/", views.display, name="display"),
]
