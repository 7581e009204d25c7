"""Settings of the portal: one file, all from the environment, in the order of Django's own settings page."""

import os
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from kombu import Exchange, Queue

from recruitment import embedded
from recruitment.core import crypto

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("PORTAL_DATA", BASE_DIR / ".data")).resolve()

# The environment wins; what it does not say is asked of the embedded servers of this data folder, if they run.
ENVIRONMENT = {**(embedded.urls(DATA_DIR) or {}), **os.environ} if "DATABASE_URL" not in os.environ else dict(os.environ)


def env(name: str, default: str | None = None) -> str:
    """One value of the environment; without a default it must be there."""
    value = ENVIRONMENT.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {name} in the environment (or start the portal with `make run`).")
    return value


PORTAL_DEMO = env("PORTAL_DEMO", "0") == "1"

# --- Core ---------------------------------------------------------------------------------------------------------

SITE_URL = env("SITE_URL", f"http://127.0.0.1:{env('PORT', '8000')}").rstrip("/")
SECURE = SITE_URL.startswith("https://")
if not (PORTAL_DEMO or SECURE):
    raise ImproperlyConfigured("Set SITE_URL to the https:// address of the portal; plain http is for the demo only.")

DEBUG = False
ALLOWED_HOSTS = env("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]" if PORTAL_DEMO else SITE_URL.split("/")[2]).split(",")

SECRET_KEY = env("SECRET_KEY")
SECRET_KEY_FALLBACKS = [key for key in env("SECRET_KEY_FALLBACKS", "").split(",") if key]
if len(SECRET_KEY) < 40 or "insecure" in SECRET_KEY or "change" in SECRET_KEY.lower():
    raise ImproperlyConfigured("SECRET_KEY must be a random text of at least 40 characters.")

INSTALLED_APPS = [
    "modeltranslation",
    "recruitment.core",
    "recruitment.core.admin_site.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_fsm",
    "django_countries",
    "phonenumber_field",
    "recruitment.calendar",
    "recruitment.policy",
    "recruitment.accounts",
    "recruitment.privacy",
    "recruitment.audit",
    "recruitment.ledger",
    "recruitment.documents",
    "recruitment.notifications",
    "positions",
    "screening.credentials",
    "screening.stages",
    "screening.applications",
    "screening.oversight",
    "screening.assessors",
    "screening.qualification",
    "screening.competence",
    "screening.crosscultural",
    "screening.merit",
    "screening.security",
    "screening.desk",
    "screening.rights",
    "publicity.notices",
    "publicity.objections",
    "publicity.communication",
    "onboarding.appointments",
    "onboarding.training",
    "onboarding.services",
    "onboarding.mentoring",
    "onboarding.contribution",
    "recruitment.demo",
    "recruitment.bench",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "recruitment.core.middleware.Headers",
    "recruitment.core.caching.PublicPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "recruitment.accounts.middleware.OwnLanguage",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "recruitment.audit.middleware.Origin",
    "recruitment.accounts.middleware.SecondFactor",
    "recruitment.core.middleware.Refusals",
]

ROOT_URLCONF = env("ROOT_URLCONF", "recruitment.urls")
WSGI_APPLICATION = "recruitment.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "recruitment.core.rendering.PortalRenderer"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1 * 2**20

CACHES = {
    "default": {
        "BACKEND": "recruitment.core.keeping.KeptRedisCache",
        "LOCATION": env("CACHE_URL", env("REDIS_URL").rstrip("/").removesuffix("/0") + "/1"),
        "KEY_PREFIX": "portal",
    }
}

# --- Databases ----------------------------------------------------------------------------------------------------
# Three roles: one owns and migrates, one serves, one alone reads the compartment. Where the server gives a single
# login (DATABASE_URL only), the same three are taken by SET ROLE at connection.


def database(url: str, *, role: str | None = None, path: str | None = None) -> dict:
    """A connection; `role` is assumed at start-up when the login itself is not that role."""
    config = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    settings = {
        "statement_timeout": "15s",
        "lock_timeout": "5s",
        "idle_in_transaction_session_timeout": "60s",
        "role": role,
        "search_path": path,
    }
    flags = " ".join(f"-c {name}={value}" for name, value in settings.items() if value)
    config["OPTIONS"] = {**config.get("OPTIONS", {}), "options": flags}
    return config


_app = env("DATABASE_URL")
_owner = env("OWNER_DATABASE_URL", _app)
_compartment = env("COMPARTMENT_DATABASE_URL", _app)
DATABASES = {
    "default": database(_app, role="portal_app" if _app == _owner else None),
    "compartment": database(_compartment, role="portal_compartment" if _compartment == _owner else None, path="compartment"),
    "owner": database(_owner),
    "compartment_owner": database(_owner, path="compartment"),
}
for _alias in ("owner", "compartment_owner"):
    DATABASES[_alias]["OPTIONS"]["options"] = DATABASES[_alias]["OPTIONS"]["options"].replace("15s", "0").replace("5s", "60s")
    DATABASES[_alias]["CONN_MAX_AGE"] = 0
DATABASE_ROUTERS = ["recruitment.core.routers.Compartment"]

# --- E-mail -------------------------------------------------------------------------------------------------------

EMAIL_BACKEND = env(
    "EMAIL_BACKEND", "recruitment.notifications.mailbox.MailboxBackend" if PORTAL_DEMO else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST = env("EMAIL_HOST", "localhost")
EMAIL_PORT = int(env("EMAIL_PORT", "25"))
EMAIL_HOST_USER = env("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env("EMAIL_USE_TLS", "0") == "1"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", "portal@example.org")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
MAILBOX_DIR = DATA_DIR / "mail"

# --- Files and keys -----------------------------------------------------------------------------------------------

FIELD_KEYS = crypto.parse_keys(env("FIELD_KEYS"))
DOCUMENT_KEYS = crypto.parse_keys(env("DOCUMENT_KEYS"))
# What the security compartment writes opens with keys that nothing else has.
COMPARTMENT_KEYS = crypto.parse_keys(env("COMPARTMENT_KEYS"))
if set(FIELD_KEYS.values()) & set(DOCUMENT_KEYS.values()):
    raise ImproperlyConfigured("FIELD_KEYS and DOCUMENT_KEYS must not share a key.")
if set(COMPARTMENT_KEYS.values()) & {*FIELD_KEYS.values(), *DOCUMENT_KEYS.values()}:
    raise ImproperlyConfigured("COMPARTMENT_KEYS must not share a key with FIELD_KEYS or DOCUMENT_KEYS.")
LEDGER_SIGNING_KEY = env("LEDGER_SIGNING_KEY", "")
DOCUMENT_MAX_BYTES = 10 * 2**20
DOCUMENT_QUOTA_BYTES = 200 * 2**20
CLAMD_URL = env("CLAMD_URL", "")

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "documents": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "documents", "file_permissions_mode": 0o600},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
WHITENOISE_MAX_AGE = 3600

# --- Languages and time -------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"  # of the msgids; readers are led to PORTAL_LANGUAGE
PORTAL_LANGUAGE = env("PORTAL_LANGUAGE", "zh-hans")
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English"), ("de", "Deutsch"), ("ja", "日本語"), ("ko", "한국어")]
MODELTRANSLATION_LANGUAGES = ("zh-hans", "en", "de", "ja", "ko")
MODELTRANSLATION_DEFAULT_LANGUAGE = "zh-hans"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("zh-hans", "en", "de", "ja", "ko")
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_SECURE = SECURE
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
COUNTRIES_OVERRIDE = {"TW": _("Taiwan, China"), "HK": _("Hong Kong, China"), "MO": _("Macao, China")}
PHONENUMBER_DEFAULT_FORMAT = "E164"
PHONENUMBER_DB_FORMAT = "E164"

# --- Logging ------------------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "recruitment.core.logs.JsonLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.server": {"handlers": ["console"], "propagate": False},
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
    },
}

# --- Security -----------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env("TRUSTED_PROXY_COUNT", "0") != "0" else None
SECURE_HSTS_SECONDS = 63072000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "recruitment.views.stale_form"
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_ENGINE = "recruitment.core.keeping"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Auth ---------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["recruitment.accounts.adapters.Backend"]
PASSWORD_HASHERS = ["recruitment.accounts.hashers.Argon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "display_name"]},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "recruitment.accounts.forms.SignupForm"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "recruitment.notifications.adapters.AccountAdapter"
ACCOUNT_RATE_LIMITS = {"signup": "20/m/ip", "login": "60/m/ip", "login_failed": "10/m/ip,5/5m/key", "confirm_email": "5/10m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(env("TRUSTED_PROXY_COUNT", "0"))
MFA_ADAPTER = "recruitment.accounts.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PORTAL_DEMO
MFA_TOTP_ISSUER = "Shanghai Recruitment Portal"
SECOND_FACTOR_REQUIRED = not PORTAL_DEMO

# --- Templates ----------------------------------------------------------------------------------------------------

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "recruitment.core.context.portal",
            ],
        },
    }
]

# --- The site (footer slots, empty until configured) --------------------------------------------------------------

SITE = {
    key: env(f"SITE_{key.upper()}", "")
    for key in ("name", "domain", "id_code", "sponsor", "contact", "icp", "police", "conac", "report", "phone", "email")
}

# --- Celery -------------------------------------------------------------------------------------------------------

CELERY_BROKER_URL = env("REDIS_URL")
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_DEFAULT_QUEUE = env("CELERY_QUEUE", "portal")
# The heartbeat has a queue of its own, for behind a thousand letters it would come too late to be one.
_HEARTBEAT_QUEUE = f"{CELERY_TASK_DEFAULT_QUEUE}-heartbeat"
CELERY_TASK_QUEUES = [Queue(name, Exchange(name), routing_key=name) for name in (CELERY_TASK_DEFAULT_QUEUE, _HEARTBEAT_QUEUE)]
CELERY_TASK_ROUTES = {"core.heartbeat": {"queue": _HEARTBEAT_QUEUE}}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# kombu's defaults bring a dead worker's task back after 106 s; these after 12 s. The time-out stands above the longest task.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
}
CELERY_TIMEZONE = TIME_ZONE
