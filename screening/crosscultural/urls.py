"""Addresses of this room."""

from django.urls import URLPattern

app_name = "crosscultural"
urlpatterns: list[URLPattern] = []
