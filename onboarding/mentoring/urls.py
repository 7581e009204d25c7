"""Addresses of mentoring."""

from django.urls import path

from onboarding.mentoring import views

app_name = "mentoring"
urlpatterns = [
    path("mentoring/", views.PairingList.as_view(), name="list"),
    path("mentoring/<uuid:uuid>/", views.PairingPage.as_view(), name="pairing"),
    path("mentoring/<uuid:uuid>/log/", views.Log.as_view(), name="log"),
]
