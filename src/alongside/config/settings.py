"""One settings file. Every value that differs between installs comes from an environment variable.

The names are listed with their meaning in docs/reference/settings.md.
"""

from pathlib import Path

from csp.constants import NONE, SELF

from alongside.config import embedded, env

PACKAGE = Path(__file__).resolve().parents[1]
ROOT = PACKAGE.parents[1]
HOME = env.folder("ALONGSIDE_HOME", ROOT / ".var")

DEBUG = False
DEMO = env.flag("ALONGSIDE_DEMO")
ALONGSIDE_TODAY = env.day("ALONGSIDE_TODAY")
AUTHORITY = env.text("ALONGSIDE_AUTHORITY", "931")
IS_LIVE = bool(env.text("DATABASE_URL")) and not DEMO
SECRET_KEY = env.text("ALONGSIDE_SECRET_KEY") or ("" if IS_LIVE else "only-for-demo-and-tests")
ALLOWED_HOSTS = env.text("ALONGSIDE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in env.text("ALONGSIDE_ORIGINS").split(",") if o]
ADDRESS = env.text(
    "ALONGSIDE_ADDRESS", "http://localhost:8000"
)  # where people reach the service; for messages
BRAND_COLOUR = env.text("ALONGSIDE_BRAND_COLOUR", "#0f5257")
BEHIND_TLS = env.flag("ALONGSIDE_TLS")

DATABASES = {"default": env.database(env.text("DATABASE_URL") or embedded.start(HOME / "postgres"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "csp",
    "alongside.config",
    "alongside.records",
    "alongside.web",
]

PROCRASTINATE_IMPORT_PATHS = [
    f"alongside.jobs.{name}" for name in ("advice", "imports", "outbox", "retention", "stalled", "upkeep")
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "alongside.config.request_clock.RequestClock",
    "alongside.web.request_size.RequestSize",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "alongside.config.urls"
WSGI_APPLICATION = "alongside.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "environment": "alongside.web.jinja.environment",
            "context_processors": ["alongside.web.context.page"],
        },
    },
    {  # allauth's own e-mail texts are Django templates
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

AUTH_USER_MODEL = "records.Account"
AUTHENTICATION_BACKENDS = ["alongside.web.sign_in.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION = "none"  # signing in is by a code sent to the address, which proves it
ACCOUNT_FORMS = {
    "login": "alongside.web.forms.sign_in.LoginForm",
    "request_login_code": "alongside.web.forms.sign_in.RequestCodeForm",
    "confirm_login_code": "alongside.web.forms.sign_in.ConfirmCodeForm",
}
ACCOUNT_ADAPTER = "alongside.web.sign_in.Adapter"
MFA_ADAPTER = "alongside.web.sign_in.SecondWay"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_TOTP_ISSUER = "Alongside"

EMAIL_BACKEND = env.text("ALONGSIDE_EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = HOME / "sent-mail"
EMAIL_HOST = env.text("ALONGSIDE_SMTP_HOST", "localhost")
DEFAULT_FROM_EMAIL = env.text("ALONGSIDE_FROM_EMAIL", "send-service@localhost")

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_entry"}}
SESSION_ENGINE = "alongside.config.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "alongside.web.refused.form_expired"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns at every start where it is missing
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": HOME / "files"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
MAX_UPLOAD_BYTES = 20_000_000

LOGGING_CONFIG = "alongside.config.logs.configure"
LOGGING: dict[str, object] = {"version": 1}  # Django calls LOGGING_CONFIG only where this is not empty
SILENCED_SYSTEM_CHECKS: list[str] = []
