"""Typed readers of environment variables: a wrong value is a sentence at start-up, never a surprise later."""

import os
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class WrongSetting(Exception):
    """An environment variable holds a value that cannot be used."""


def text(name: str, default: str = "") -> str:
    """The variable's text, or `default` where it is not set."""
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    """`1`, `true`, `yes`, `on` or `0`, `false`, `no`, `off`."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in {"1", "true", "yes", "on"}:
        return True
    if value.lower() in {"0", "false", "no", "off", ""}:
        return False
    raise WrongSetting(f"{name} is {value!r}: write yes or no.")


def day(name: str) -> date | None:
    """A date as YYYY-MM-DD, or None where the variable is not set."""
    value = os.environ.get(name)
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise WrongSetting(f"{name} is {value!r}: write a date as YYYY-MM-DD.") from None


def folder(name: str, default: Path) -> Path:
    """A folder, absolute."""
    return Path(os.environ.get(name) or default).expanduser().resolve()


def database(url: str) -> dict[str, object]:
    """Django's database settings for a `postgresql://` URL. The host may stand in `?host=` (Unix socket)."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise WrongSetting(
            "DATABASE_URL does not start with postgresql://: Alongside runs on PostgreSQL only."
        )
    options = dict(parse_qsl(parts.query))
    if "server_side_binding" in options:
        raise WrongSetting(
            "DATABASE_URL asks for server_side_binding: leave it out. Alongside sends several questions in one "
            "round trip (app/scope.py), which the server only takes with values bound on the client."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
