"""Addresses of the cross-cultural assessment: /interviews/ for candidates, /panels/ for those who rate, /booklets/ for those who open."""

from django.urls import path

from screening.crosscultural import views
from screening.crosscultural.feeds import BoardCalendar, InterviewCalendar, OwnCalendar, PanelCalendar

app_name = "crosscultural"
urlpatterns = [
    path("interviews/", views.Interviews.as_view(), name="interviews"),
    path("interviews/<uuid:uuid>/", views.InterviewPage.as_view(), name="interview"),
    path("interviews/<uuid:uuid>/calendar.ics", InterviewCalendar.as_view(), name="calendar"),
    path("interviews/<uuid:uuid>/questionnaire/", views.Questionnaire.as_view(), name="inventory"),
    path("booklets/", views.Keys.as_view(), name="keys"),
    path("booklets/<uuid:uuid>/", views.Key.as_view(), name="key"),
    path("panels/boards/<int:pk>/calendar.ics", BoardCalendar.as_view(), name="board_calendar"),
    path("panels/", views.Panels.as_view(), name="panels"),
    path("panels/calendar.ics", OwnCalendar.as_view(), name="own_calendar"),
    path("panels/<slug:code>/", views.SheetPage.as_view(), name="sheet"),
    path("panels/<slug:code>/calendar.ics", PanelCalendar.as_view(), name="panel_calendar"),
    path("panels/<slug:code>/moderate/", views.Moderate.as_view(), name="moderate"),
    path("panels/<slug:code>/note/", views.WriteNote.as_view(), name="note"),
    path("panels/<slug:code>/lock/", views.Lock.as_view(), name="lock"),
    path("panels/<slug:code>/step-back/", views.StepBack.as_view(), name="step_back"),
]
