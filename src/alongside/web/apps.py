"""The web pages as a Django application: only so that its templates and static files are found."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """No models, no signals."""

    name = "alongside.web"
    label = "web"
