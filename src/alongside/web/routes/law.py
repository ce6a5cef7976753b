"""Doors of the rule book: the law that the service works by, open to anyone."""

from django.urls import URLPattern

from alongside.web.doors import door
from alongside.web.openness import Open
from alongside.web.pages import rules

READ = ("GET",)

urlpatterns: list[URLPattern] = [
    door("rules", rules.rules, "rules", needs=Open.TO_ANYONE, methods=READ),
    door("rules/<str:rule>", rules.rule, "rule", needs=Open.TO_ANYONE, methods=READ),
]
