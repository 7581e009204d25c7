"""Addresses of the posts."""

from django.urls import path

from positions import views

app_name = "positions"
urlpatterns = [
    path("positions/", views.listing, name="list"),
    path("positions/<slug:reference>/", views.page, name="detail"),
    path("positions/<slug:reference>/deadline.ics", views.deadline, name="deadline"),
]
