"""The portal's addresses and one more: the bare table that everything is measured against."""

from django.urls import path

from recruitment.bench.views import bare_table
from recruitment.urls import urlpatterns as portal

urlpatterns = [path("bare-table/", bare_table), *portal]
