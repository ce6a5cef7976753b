"""Doors for an emergency: a case found and opened for an hour, and what others make of it afterwards."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import emergencies

READ = ("GET",)
BREAK = Permission.BREAK_GLASS
REVIEW = Permission.REVIEW_EMERGENCY

urlpatterns: list[URLPattern] = [
    door("emergency", emergencies.find, "emergency_find", needs=BREAK, methods=READ, menu="In an emergency"),
    door("cases/<uuid:case_id>/emergency", emergencies.open_case, "emergency_open", needs=BREAK),
    door(
        "emergencies", emergencies.emergencies, "emergencies", needs=REVIEW, methods=READ, menu="Emergencies"
    ),
    door("emergencies/<uuid:opening_id>", emergencies.review, "emergency", needs=REVIEW),
]
