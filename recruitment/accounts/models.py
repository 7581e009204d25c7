"""People with an account, and the roles that were given to them."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.queries import ROBOT_EMAIL, UserManager
from recruitment.accounts.roles import ADMINISTRATORS, EVERYWHERE, SCOPED, STAFF, Role
from recruitment.core.prepared import Prepared


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account: signs in by e-mail, reads letters in one language."""

    email = models.EmailField(_("e-mail address"), unique=True)
    display_name = models.CharField(_("name"), max_length=150, blank=True)
    language = models.CharField(_("language of letters"), max_length=10, choices=settings.LANGUAGES, default="en")
    time_zone = models.CharField(_("time zone"), max_length=50, default="Asia/Shanghai")
    is_staff = models.BooleanField(_("works in the admin"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now)
    closed_at = models.DateTimeField(_("closed by its owner"), null=True, blank=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_once"),
            models.CheckConstraint(condition=Q(closed_at=None) | Q(is_active=False), name="user_closed_is_not_active"),
        ]

    def __str__(self) -> str:
        return self.display_name or self.email

    def get_full_name(self) -> str:
        return str(self)

    get_short_name = get_full_name

    @property
    def is_robot(self) -> bool:
        return self.email == ROBOT_EMAIL

    @cached_property
    def held(self) -> list[tuple[str, str]]:
        """Role and department code of every assignment in force; read once per request."""
        if not self.is_active:
            return []
        now = timezone.now()
        rows = GIVEN.rows(self.pk)
        return [(role, code) for role, code, since, until in rows if since <= now and (until is None or until > now)]

    def has_role(self, *roles: Role) -> bool:
        """Whether one of the roles is held, wherever."""
        return any(role in roles for role, _code in self.held)

    def holds(self, role: Role, department_code: str) -> bool:
        """Whether the role is held for this department."""
        return any(held == role and code in (department_code, EVERYWHERE) for held, code in self.held)

    def department_codes(self, role: Role) -> list[str] | None:
        """Codes of the departments for which the role is held; None stands for all."""
        codes = [code for held, code in self.held if held == role]
        return None if EVERYWHERE in codes else codes

    @property
    def is_administrator(self) -> bool:
        return self.has_role(*ADMINISTRATORS)


class AssignmentQuerySet(models.QuerySet):
    """Assignments …"""

    def in_force(self):
        """… that hold at this moment."""
        now = timezone.now()
        return self.filter(Q(until__isnull=True) | Q(until__gt=now), since__lte=now)


class Assignment(models.Model):
    """A role given to a person by an administrator, with the department it is for and its time."""

    user = models.ForeignKey(User, models.CASCADE, related_name="assignments", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=40, choices=Role)
    department_code = models.CharField(
        _("department code"), max_length=12, blank=True, help_text=_("For HR and qualification officers: a code, or * for all departments.")
    )
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)
    granted_by = models.CharField(_("given by"), max_length=150)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("role assignment")
        verbose_name_plural = _("role assignments")
        constraints = [
            models.UniqueConstraint("user", "role", "department_code", condition=Q(until__isnull=True), name="assignment_once"),
            models.UniqueConstraint(
                "user",
                condition=Q(role__in=[*ADMINISTRATORS], until__isnull=True),
                name="assignment_administrators_exclude",
                violation_error_message=_("System, security and audit administrator must be three different people."),
            ),
            models.CheckConstraint(
                condition=Q(role__in=[*SCOPED]) ^ Q(department_code=""),
                name="assignment_scope",
                violation_error_message=_("HR and qualification officers need a department; other roles have none."),
            ),
            models.CheckConstraint(condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="assignment_time"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()}"

    @property
    def opens_admin(self) -> bool:
        return self.role in STAFF


# Asked on every page of everybody who is signed in.
GIVEN = Prepared(lambda user: Assignment.objects.filter(user=user).values_list("role", "department_code", "since", "until"), int)
