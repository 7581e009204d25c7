"""Addresses of the notice and of one's own data."""

from django.urls import path

from recruitment.privacy import views

app_name = "privacy"

urlpatterns = [
    path("privacy/", views.notice, name="notice"),
    path("my-data/", views.my_data, name="my_data"),
    path("my-data/export.json", views.export, name="export"),
    path("my-data/consents/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
