"""Addresses of the posts."""

from django.urls import path

from positions import views

app_name = "positions"
urlpatterns = [
    path("positions/", views.listing, name="list"),
    path("positions/terms/", views.terms, name="terms"),
    path("rounds/<slug:reference>/", views.rules, name="round"),
    path("positions/<slug:reference>/", views.page, name="detail"),
    path("positions/<slug:reference>/deadline.ics", views.deadline, name="deadline"),
]
