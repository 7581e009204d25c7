"""Addresses of the competence test: /tests/ for those who sit it, /marking/ for those who mark it."""

from django.urls import path

from screening.competence import views

app_name = "competence"
urlpatterns = [
    path("tests/", views.Papers.as_view(), name="papers"),
    path("tests/<uuid:uuid>/", views.PaperPage.as_view(), name="paper"),
    path("tests/<uuid:uuid>/start/", views.Start.as_view(), name="start"),
    path("tests/<uuid:uuid>/answers/", views.Answers.as_view(), name="answers"),
    path("tests/<uuid:uuid>/hand-in/", views.HandIn.as_view(), name="hand_in"),
    path("marking/", views.MarkingDesk.as_view(), name="marking"),
    path("marking/<slug:code>/", views.Script.as_view(), name="script"),
    path("marking/<slug:code>/lock/", views.Lock.as_view(), name="lock"),
    path("marking/<slug:code>/step-back/", views.StepBack.as_view(), name="step_back"),
]
