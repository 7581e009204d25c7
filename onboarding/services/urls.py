"""Addresses of life services."""

from django.urls import path

from onboarding.services import views

app_name = "services"
urlpatterns = [
    path("services/", views.Requests.as_view(), name="list"),
    path("services/open/", views.Open.as_view(), name="open"),
    path("services/desk/", views.Desk.as_view(), name="desk"),
    path("services/<uuid:uuid>/", views.CasePage.as_view(), name="case"),
    *(path(f"services/<uuid:uuid>/{verb}/", views.Step.as_view(verb=verb), name=verb) for verb in ("take", "tick", "close", "rate")),
]
