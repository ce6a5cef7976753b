"""Doors of whoever keeps the inspection samples. The inspector's own list is among the daily work."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import samples

READ = ("GET",)
KEEP = Permission.KEEP_INSPECTION_SAMPLE
SAMPLE = "inspection/<uuid:sample_id>"

urlpatterns: list[URLPattern] = [
    door("inspection", samples.samples, "samples", needs=KEEP, methods=READ),
    door("inspection/add", samples.make, "sample_add", needs=KEEP),
    door(SAMPLE, samples.sample, "sample", needs=KEEP),
    door(f"{SAMPLE}/change", samples.change, "sample_change", needs=KEEP),
    door("inspection/cases/<uuid:entry_id>/take-out", samples.take_out, "sample_take_out", needs=KEEP),
]
