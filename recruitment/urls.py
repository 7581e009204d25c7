"""Every address of the portal."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from recruitment import views
from recruitment.core import health
from recruitment.ledger.views import LedgerPage

urlpatterns = [
    path("", views.Door.as_view(), name="door"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("api/v1/", include("recruitment.api")),
    path("language/", include("django.conf.urls.i18n")),
    path("ledger/", include("recruitment.ledger.urls")),
    path("admin/", include("screening.desk.admin_urls")),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", views.Home.as_view(), name="home"),
        path("desk/", views.MyDesk.as_view(), name="desk"),
        path("service/", views.MyService.as_view(), name="service"),
        path("ledger/", LedgerPage.as_view(), name="ledger"),
        path("oversight/checkpoint/", views.Cosign.as_view(), name="cosign"),
        path("", include("recruitment.core.urls")),
        path("", include("recruitment.notifications.urls")),
        path("", include("recruitment.privacy.urls")),
        path("", include("positions.urls")),
        path("", include("screening.credentials.urls")),
        path("", include("screening.applications.urls")),
        path("", include("screening.rights.urls")),
        path("", include("screening.assessors.urls")),
        path("", include("screening.desk.urls")),
        path("", include("screening.competence.urls")),
        path("", include("screening.crosscultural.urls")),
        path("", include("screening.security.urls")),
        path("", include("publicity.notices.urls")),
        path("", include("publicity.objections.urls")),
        path("", include("publicity.communication.urls")),
        path("", include("onboarding.appointments.urls")),
        path("", include("onboarding.training.urls")),
        path("", include("onboarding.services.urls")),
        path("", include("onboarding.mentoring.urls")),
        path("", include("onboarding.contribution.urls")),
        path("account/", include("allauth.urls")),
    ),
]

if settings.PORTAL_DEMO:
    urlpatterns += i18n_patterns(path("demo/", include("recruitment.demo.urls")))
