"""Starts Django for the commands that need the records, and says in whose name and when they act."""

import os
from datetime import datetime

import django

from alongside.app import ports
from alongside.app.actor import Actor


def start() -> None:
    """Make the settings, the records and the ports ready. Safe to call again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    django.setup()


def service() -> tuple[Actor, datetime]:
    """The service itself in this install's authority, and this moment."""
    start()
    from django.conf import settings

    from alongside.app.queries import accounts

    return accounts.service(settings.AUTHORITY), ports.now()
