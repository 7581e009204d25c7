"""Addresses of this room."""

from django.urls import URLPattern

app_name = "contribution"
urlpatterns: list[URLPattern] = []
