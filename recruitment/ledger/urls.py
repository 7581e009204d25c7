"""Addresses of the ledger; the same for every language."""

from django.urls import path, re_path

from recruitment.ledger import views

app_name = "ledger"

urlpatterns = [
    path("checkpoint.json", views.checkpoint, name="checkpoint"),
    path("checkpoints.json", views.checkpoints, name="checkpoints"),
    path("keys.json", views.keys, name="keys"),
    re_path(r"^checkpoint/(?P<size>[0-9]{1,12})\.json$", views.checkpoint_of, name="checkpoint_of"),
    re_path(r"^proof/(?P<leaf_hash>[0-9a-f]{64})\.json$", views.inclusion, name="inclusion"),
    re_path(r"^receipt/(?P<leaf_hash>[0-9a-f]{64})\.json$", views.receipt, name="receipt"),
    re_path(r"^consistency/(?P<first>[0-9]{1,12})/(?P<second>[0-9]{1,12})\.json$", views.consistency, name="consistency"),
]
