"""The settings of a test run: its own database folder, mail kept in memory, no waiting."""

import os
from pathlib import Path

os.environ.setdefault("ALONGSIDE_HOME", str(Path(__file__).resolve().parents[1] / ".var" / "tests"))

from alongside.config.settings import *  # noqa: F403

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DATABASES["default"]["CONN_MAX_AGE"] = 0  # type: ignore[name-defined]  # noqa: F405
# lets the test runner empty append-only tables between tests; nothing else carries this option
DATABASES["default"]["OPTIONS"] = {"options": "-c alongside.test_run=yes -c synchronous_commit=off"}  # type: ignore[name-defined]  # noqa: F405
