"""Addresses of the officers' desk inside the admin."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
