"""Addresses of objections; the audit stores no origin for any address below /objections/."""

from django.urls import path

from publicity.objections import views

app_name = "objections"
urlpatterns = [
    path("objections/", views.Answer.as_view(), name="answer"),
    path("objections/<slug:reference>/", views.FileObjection.as_view(), name="file"),
]
