"""Addresses of contribution."""

from django.urls import path

from onboarding.contribution import views

app_name = "contribution"
urlpatterns = [path("contribution/", views.Contribution.as_view(), name="list")]
