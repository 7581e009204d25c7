"""Addresses of the competence test.

/tests/ for those who sit it, /marking/ for those who mark it, /question-bank/ for those who set it, /keys/ and /invigilation/ for its day.
"""

from django.urls import path

from screening.competence import views

app_name = "competence"
urlpatterns = [
    path("tests/", views.Papers.as_view(), name="papers"),
    path("tests/<uuid:uuid>/", views.PaperPage.as_view(), name="paper"),
    path("tests/<uuid:uuid>/start/", views.Start.as_view(), name="start"),
    path("tests/<uuid:uuid>/answers/", views.Answers.as_view(), name="answers"),
    path("tests/<uuid:uuid>/hand-in/", views.HandIn.as_view(), name="hand_in"),
    path("tests/<uuid:uuid>/hear/", views.Hear.as_view(), name="hear"),
    path("tests/<uuid:uuid>/files/<uuid:file>/", views.File.as_view(), name="file"),
    path("tests/<uuid:uuid>/trial/", views.Trial.as_view(), name="trial"),
    path("tests/<uuid:uuid>/receipt/", views.Receipt.as_view(), name="receipt"),
    path("keys/", views.Keys.as_view(), name="keys"),
    path("keys/<uuid:uuid>/", views.Key.as_view(), name="key"),
    path("invigilation/", views.Invigilation.as_view(), name="invigilation"),
    path("invigilation/<uuid:uuid>/", views.Room.as_view(), name="room"),
    path("invigilation/sitting/<uuid:uuid>/<slug:verb>/", views.Invigilate.as_view(), name="invigilate"),
    path("question-bank/", views.Questions.as_view(), name="questions"),
    path("question-bank/new/", views.NewQuestion.as_view(), name="question_new"),
    path("question-bank/<uuid:uuid>/", views.QuestionPage.as_view(), name="question"),
    path("question-bank/<uuid:uuid>/edit/", views.EditQuestion.as_view(), name="question_edit"),
    path("question-bank/<uuid:uuid>/lines/", views.EditLine.as_view(), name="line_new"),
    path("question-bank/<uuid:uuid>/lines/<slug:key>/", views.EditLine.as_view(), name="line"),
    path("question-bank/<uuid:uuid>/files/", views.AddFile.as_view(), name="question_attach"),
    path("question-bank/<uuid:uuid>/files/<uuid:file>/", views.QuestionFile.as_view(), name="question_file"),
    path("question-bank/<uuid:uuid>/do/<slug:verb>/", views.Review.as_view(), name="review"),
    path("marking/moderation/", views.Chief.as_view(), name="chief"),
    path("marking/moderation/<slug:code>/", views.Moderate.as_view(), name="moderate"),
    path("marking/", views.MarkingDesk.as_view(), name="marking"),
    path("marking/<slug:code>/", views.Script.as_view(), name="script"),
    path("marking/<slug:code>/lock/", views.Lock.as_view(), name="lock"),
    path("marking/<slug:code>/follow-up/", views.Ask.as_view(), name="follow_up"),
    path("marking/<slug:code>/files/<uuid:file>/", views.ScriptFile.as_view(), name="script_file"),
    path("marking/<slug:code>/step-back/", views.StepBack.as_view(), name="step_back"),
]
