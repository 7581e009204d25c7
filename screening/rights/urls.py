"""Addresses of one's own data beyond the consents."""

from django.urls import path

from screening.rights import views

app_name = "rights"
urlpatterns = [
    path("my-data/everything/", views.Everything.as_view(), name="everything"),
    path("my-data/copy.pdf", views.Copy.as_view(), name="copy"),
    path("my-data/requests/", views.Requests.as_view(), name="list"),
    path("my-data/requests/<slug:kind>/", views.Ask.as_view(), name="ask"),
    path("my-data/applications/<uuid:uuid>.zip", views.Parcel.as_view(), name="parcel"),
    path("account/settings/", views.Settings.as_view(), name="settings"),
    path("account/close/", views.Close.as_view(), name="close"),
    path("my-data/publication/<uuid:uuid>/", views.PublishAgain.as_view(), name="publish_again"),
]
