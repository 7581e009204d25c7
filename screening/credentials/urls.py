"""The address of the public guide."""

from django.urls import path

from screening.credentials import views

app_name = "credentials"
urlpatterns = [path("credentials/", views.guide, name="guide")]
