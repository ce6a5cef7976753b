"""Runs the wiring once Django is ready."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "alongside.config"
    label = "alongside_config"

    def ready(self) -> None:
        from alongside.config import wiring

        wiring.plug()
