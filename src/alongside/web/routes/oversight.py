"""Doors of whoever leads the service: its figures, and the cases of those who leave."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import handovers, oversight

READ = ("GET",)

urlpatterns: list[URLPattern] = [
    door(
        "oversight",
        oversight.figures,
        "oversight",
        needs=Permission.SEE_TEAM_FIGURES,
        methods=READ,
        menu="How we are doing",
    ),
    door(
        "oversight/published",
        oversight.published,
        "oversight_published",
        needs=Permission.SEE_PUBLISHED_FIGURES,
        methods=READ,
    ),
    door(
        "handover",
        handovers.people,
        "handover",
        needs=Permission.HAND_OVER_CASES,
        methods=READ,
        menu="Hand over cases",
    ),
    door("handover/<uuid:account_id>", handovers.hand_over, "handover_one", needs=Permission.HAND_OVER_CASES),
]
