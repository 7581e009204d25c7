"""Addresses of the oversight desk."""

from django.urls import path

from screening.desk import views

app_name = "oversight"
urlpatterns = [
    path("oversight/", views.Posts.as_view(), name="posts"),
    path("oversight/ledger/", views.Ledger.as_view(), name="ledger"),
    path("oversight/posts/<slug:reference>/", views.Post.as_view(), name="post"),
    path("oversight/posts/<slug:reference>/<slug:part>/", views.List.as_view(), name="list"),
    path("oversight/stages/<uuid:uuid>/", views.StagePage.as_view(), name="stage"),
    path("oversight/stages/<uuid:uuid>/<slug:verb>/", views.Do.as_view(), name="do"),
]
