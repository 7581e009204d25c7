"""Addresses of the notice board."""

from django.urls import path

from publicity.notices import feeds, views

app_name = "notices"
urlpatterns = [
    path("notices/", views.NoticeList.as_view(), name="list"),
    path("notices/feed/", feeds.feed, name="feed"),
    path("notices/<slug:reference>/", views.NoticePage.as_view(), name="detail"),
    path("notices/<slug:reference>.pdf", views.NoticePdf.as_view(), name="pdf"),
    path("notices/<slug:reference>.json", views.NoticeJson.as_view(), name="json"),
]
