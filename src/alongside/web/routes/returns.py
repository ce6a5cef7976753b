"""Doors of the data officer: returns of the council taken over into the records."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import imports, mending, new_plans

READ = ("GET",)
IMPORT = Permission.IMPORT_RETURN
MEND = Permission.SEE_DATA_TO_MEND

urlpatterns: list[URLPattern] = [
    door("data-to-mend", mending.to_mend, "data_to_mend", needs=MEND, methods=READ, menu="Data to mend"),
    door("data-to-mend/file", mending.to_mend_file, "data_to_mend_file", needs=MEND, methods=READ),
    door("cases/<uuid:case_id>/details", mending.details, "child_details", needs=Permission.CORRECT_EVENT),
    door("oversight/new-plans", new_plans.counts, "new_plans", needs=Permission.EXPORT, methods=READ),
    door(
        "oversight/new-plans/file",
        new_plans.counts_file,
        "new_plans_file",
        needs=Permission.EXPORT,
        methods=READ,
    ),
    door("returns", imports.runs, "returns", needs=IMPORT, menu="Returns"),
    door("returns/<uuid:run_id>", imports.run, "return_run", needs=IMPORT, methods=READ),
    door("returns/disagreements", imports.conflicts, "return_conflicts", needs=IMPORT, methods=READ),
    door("returns/disagreements/<uuid:conflict_id>", imports.decide, "return_conflict", needs=IMPORT),
    door("returns/without-day", imports.without_day, "returns_without_day", needs=IMPORT, methods=READ),
]
