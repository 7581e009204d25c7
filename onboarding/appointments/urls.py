"""Addresses of the offer."""

from django.urls import path

from onboarding.appointments import views

app_name = "appointments"
urlpatterns = [
    path("offers/<uuid:uuid>/", views.Offer.as_view(), name="offer"),
    path("offers/<uuid:uuid>/accept/", views.Accept.as_view(), name="accept"),
    path("offers/<uuid:uuid>/decline/", views.Decline.as_view(), name="decline"),
]
