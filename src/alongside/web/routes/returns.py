"""Doors of the data officer: returns of the council taken over into the records."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import imports

READ = ("GET",)
IMPORT = Permission.IMPORT_RETURN

urlpatterns: list[URLPattern] = [
    door("returns", imports.runs, "returns", needs=IMPORT, menu="Returns"),
    door("returns/<uuid:run_id>", imports.run, "return_run", needs=IMPORT, methods=READ),
    door("returns/disagreements", imports.conflicts, "return_conflicts", needs=IMPORT, methods=READ),
    door("returns/disagreements/<uuid:conflict_id>", imports.decide, "return_conflict", needs=IMPORT),
    door("returns/without-day", imports.without_day, "returns_without_day", needs=IMPORT, methods=READ),
]
