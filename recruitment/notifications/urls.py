"""Addresses of letters."""

from django.urls import path

from recruitment.notifications import views

app_name = "notifications"
urlpatterns = [
    path("letters/", views.Inbox.as_view(), name="inbox"),
    path("letters/<uuid:uuid>/", views.LetterPage.as_view(), name="letter"),
    path("mailbox/", views.Mailbox.as_view(), name="mailbox"),
    path("mailbox/<str:key>/", views.Message.as_view(), name="message"),
]
