"""Addresses of the posts."""

from django.urls import path

from positions import feeds, views

app_name = "positions"
urlpatterns = [
    path("positions/", views.listing, name="list"),
    path("positions/terms/", views.terms, name="terms"),
    path("rounds/<slug:reference>/", views.rules, name="round"),
    path("positions/feed/", feeds.feed, name="feed"),
    path("positions/saved/", views.saved, name="saved"),
    path("alerts/", views.ask, name="alert"),
    path("alerts/asked/", views.asked, name="alert_asked"),
    path("alerts/confirm/<str:token>/", views.confirm, name="alert_confirm"),
    path("alerts/cancel/<str:token>/", views.cancel, name="alert_cancel"),
    path("positions/<slug:reference>/", views.page, name="detail"),
    path("positions/<slug:reference>/deadline.ics", views.deadline, name="deadline"),
    path("positions/<slug:reference>/can-i-apply/", views.check, name="check"),
    path("positions/<slug:reference>/save/", views.save, name="save"),
    path("positions/<slug:reference>/unsave/", views.unsave, name="unsave"),
]
