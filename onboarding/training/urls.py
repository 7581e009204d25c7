"""Addresses of training."""

from django.urls import path

from onboarding.training import views

app_name = "training"
urlpatterns = [path("training/", views.Courses.as_view(), name="list")]
