"""Addresses of public communication."""

from django.urls import path

from publicity.communication import views

app_name = "communication"
urlpatterns = [
    path("selection/", views.Selection.as_view(), name="selection"),
    path("questions/", views.Questions.as_view(), name="questions"),
    path("news/", views.ItemList.as_view(), name="items"),
    path("news/<slug:slug>/", views.ItemPage.as_view(), name="item"),
]
