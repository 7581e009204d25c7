"""Pages of the demonstration."""

from django.urls import path

from recruitment.demo import views

urlpatterns = [path("", views.Accounts.as_view(), name="demo")]
