"""Addresses of those who assess: their own desk, the page behind an invitation, and the public draws."""

from django.urls import path

from screening.assessors import views

app_name = "assessors"
urlpatterns = [
    path("assessors/", views.Desk.as_view(), name="desk"),
    path("assessors/details/", views.Details.as_view(), name="details"),
    path("assessors/details/remove/", views.RemoveDetail.as_view(), name="remove_detail"),
    path("assessors/abstain/", views.Abstain.as_view(), name="abstain"),
    path("assessors/declarations/<slug:reference>/", views.Declare.as_view(), name="declare"),
    path("assessors/questions/<uuid:uuid>/", views.Question.as_view(), name="question"),
    path("assessors/invitations/<str:token>/", views.InvitationPage.as_view(), name="invitation"),
    path("draws/", views.Draws.as_view(), name="draws"),
    path("draws/lottery.py", views.Script.as_view(), name="script"),
    path("draws/<uuid:uuid>/", views.DrawPage.as_view(), name="draw"),
    path("draws/<uuid:uuid>/draw.json", views.Published.as_view(), name="published"),
]
