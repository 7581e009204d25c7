"""Addresses of the candidate's pages."""

from django.urls import path

from screening.applications import views

app_name = "applications"
urlpatterns = [
    path("applications/", views.Dashboard.as_view(), name="list"),
    path("applications/start/<slug:reference>/", views.Start.as_view(), name="start"),
    path("applications/late/<slug:reference>/", views.AskLate.as_view(), name="late"),
    path("applications/<uuid:uuid>/", views.FilePage.as_view(), name="file"),
    path("applications/<uuid:uuid>/copy/", views.Copy.as_view(), name="copy"),
    path("applications/<uuid:uuid>/check/", views.Check.as_view(), name="check"),
    path("applications/<uuid:uuid>/flight/", views.FlightCheck.as_view(), name="flight"),
    path("applications/<uuid:uuid>/receipt/", views.Receipt.as_view(), name="receipt"),
    path("applications/<uuid:uuid>/receipts/", views.Receipts.as_view(), name="receipts"),
    path("applications/<uuid:uuid>/receipts/<int:index>.json", views.LedgerReceipt.as_view(), name="ledger_receipt"),
    path("applications/<uuid:uuid>/receipts/answers-<int:number>.json", views.FixedAnswers.as_view(), name="fixed_answers"),
    path("applications/<uuid:uuid>/receipt.pdf", views.ReceiptPaper.as_view(), name="receipt_paper"),
    path("applications/<uuid:uuid>/answers.pdf", views.AnswersPaper.as_view(), name="answers_paper"),
    path("applications/<uuid:uuid>/reopen/", views.Reopen.as_view(), name="reopen"),
    path("applications/<uuid:uuid>/restore/", views.Restore.as_view(), name="restore"),
    path("applications/<uuid:uuid>/withdraw/", views.Withdraw.as_view(), name="withdraw"),
    path("applications/<uuid:uuid>/discard/", views.Discard.as_view(), name="discard"),
    path("applications/<uuid:uuid>/documents/file/<int:pk>/", views.Download.as_view(), name="download"),
    path("applications/<uuid:uuid>/documents/file/<int:pk>/preview/", views.Preview.as_view(), name="preview"),
    path("applications/<uuid:uuid>/documents/file/<int:pk>/about/", views.AboutPaper.as_view(), name="paper_about"),
    path("applications/<uuid:uuid>/documents/file/<int:pk>/replace/", views.ReplacePaper.as_view(), name="paper_replace"),
    path("applications/<uuid:uuid>/documents/file/<int:pk>/remove/", views.RemovePaper.as_view(), name="paper_remove"),
    path("applications/<uuid:uuid>/documents/<slug:kind>/", views.DocumentsOfKind.as_view(), name="paper"),
    path("applications/<uuid:uuid>/referees/<int:pk>/ask/", views.AskReferee.as_view(), name="referee_ask"),
    path("applications/<uuid:uuid>/referees/<int:pk>/withdraw/", views.WithdrawRequest.as_view(), name="referee_withdraw"),
    path("references/<str:token>/", views.ReferencePage.as_view(), name="reference"),
    path("applications/<uuid:uuid>/<slug:section>/", views.section, name="section"),
    path("applications/<uuid:uuid>/<slug:section>/add/", views.AddEntry.as_view(), name="entry_add"),
    path("applications/<uuid:uuid>/<slug:section>/<int:pk>/", views.ChangeEntry.as_view(), name="entry"),
    path("applications/<uuid:uuid>/<slug:section>/<int:pk>/remove/", views.RemoveEntry.as_view(), name="entry_remove"),
]
