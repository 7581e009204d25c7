"""The admin as HR's desk: one site, its sign-in the portal's own, its index a desk and not a list of tables."""

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(admin.AdminSite):
    """Django's admin, entered only by staff through the portal's sign-in with its second factor."""

    site_title = _("Recruitment office")
    site_header = _("Recruitment office")
    index_title = _("Desk")
    enable_nav_sidebar = False
    final_catch_all_view = True

    def each_context(self, request):
        """What Django gives to every page, but that the tables are listed only for a page that shows the list."""
        return {
            "site_title": self.site_title,
            "site_header": self.site_header,
            "site_url": self.site_url,
            "has_permission": self.has_permission(request),
            "available_apps": SimpleLazyObject(lambda: self.get_app_list(request)),
            "is_popup": False,
            "is_nav_sidebar_enabled": self.enable_nav_sidebar,
            "log_entries": self.get_log_entries(request),
        }

    def login(self, request, extra_context=None):
        """The admin has no door of its own: by-passing the second factor was possible through it."""
        if request.user.is_authenticated and not self.has_permission(request):
            return redirect("desk")
        return redirect(f"{reverse('account_login')}?{urlencode({'next': request.GET.get('next', reverse('admin:index'))})}")

    def logout(self, request, extra_context=None):
        return redirect("account_logout")

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")


class PortalAdminConfig(AdminConfig):
    """Makes the site above the default one."""

    default_site = "recruitment.core.admin_site.PortalAdminSite"
