"""Today's date for commands that need neither the records nor Django's apps: only the settings are read."""

import importlib
import os
from datetime import date


def today() -> date:
    """The civil date in London, or the day to which the clock has been moved.

    The clock is found by name, as settings are: nothing below `config` imports it.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    clock = importlib.import_module("alongside.config.clock")
    found: date = clock.today_in_london(clock.now())
    return found
