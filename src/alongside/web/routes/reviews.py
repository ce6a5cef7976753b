"""Doors of the lists over the years of all plans: reviews, and moves to the next phase of education."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import reviews

READ = ("GET",)
FIGURES, CASES = Permission.SEE_TEAM_FIGURES, Permission.FIND_CASE

urlpatterns: list[URLPattern] = [
    door("reviews", reviews.reviews, "reviews", needs=FIGURES, methods=READ, menu="Reviews"),
    door("reviews/file", reviews.reviews_file, "reviews_file", needs=CASES, methods=READ),
    door("phase-transfers", reviews.transfers, "phase_transfers", needs=FIGURES, methods=READ),
    door("phase-transfers/file", reviews.transfers_file, "phase_transfers_file", needs=CASES, methods=READ),
]
