"""Addresses of the person's own declaration."""

from django.urls import path

from screening.security import views

app_name = "security"
urlpatterns = [
    path("declaration/", views.Declarations.as_view(), name="list"),
    path("declaration/<uuid:uuid>/", views.DeclarationPage.as_view(), name="declaration"),
    path("declaration/<uuid:uuid>/hand-in/", views.HandIn.as_view(), name="hand_in"),
    path("declaration/<uuid:uuid>/copy.json", views.Copy.as_view(), name="copy"),
    path("declaration/<uuid:uuid>/reconsider/", views.Reconsider.as_view(), name="reconsider"),
    path("declaration/<uuid:uuid>/change/", views.ReportChange.as_view(), name="change"),
    path("declaration/<uuid:uuid>/facts/<uuid:hearing>/", views.Facts.as_view(), name="facts"),
    path("declaration/<uuid:uuid>/<slug:kind>/add/", views.Entry.as_view(), name="entry_add"),
    path("declaration/<uuid:uuid>/<slug:kind>/none/", views.SayNone.as_view(), name="say_none"),
    path("declaration/<uuid:uuid>/<slug:kind>/<slug:key>/", views.Entry.as_view(), name="entry"),
    path("declaration/<uuid:uuid>/<slug:kind>/<slug:key>/remove/", views.RemoveEntry.as_view(), name="entry_remove"),
]
