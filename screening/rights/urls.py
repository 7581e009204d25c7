"""Addresses of one's own data beyond the consents."""

from django.urls import path

from screening.rights import views

app_name = "rights"
urlpatterns = [
    path("my-data/everything/", views.Everything.as_view(), name="everything"),
    path("my-data/copy.pdf", views.Copy.as_view(), name="copy"),
    path("my-data/requests/", views.Requests.as_view(), name="list"),
    path("my-data/requests/<slug:kind>/", views.Ask.as_view(), name="ask"),
    path("my-data/publication/<uuid:uuid>/", views.PublishAgain.as_view(), name="publish_again"),
]
