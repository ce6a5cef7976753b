"""Doors of the plan as data: its items, the thread of a version, and the version as a file."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.openness import Open
from alongside.web.pages import plan_items, plan_threads

READ = ("GET",)
SECTION = "cases/<uuid:case_id>/plan/write/<str:section>"
VERSION = "cases/<uuid:case_id>/plan/versions/<int:number>"

urlpatterns: list[URLPattern] = [
    door(f"{SECTION}/add", plan_items.add, "plan_item_add", needs=Permission.EDIT_PLAN),
    door(f"{SECTION}/split", plan_items.split, "plan_split", needs=Permission.EDIT_PLAN),
    door(f"{SECTION}/items/<uuid:item>", plan_items.one, "plan_item", needs=Permission.EDIT_PLAN),
    door(f"{SECTION}/items/<uuid:item>/move", plan_items.move, "plan_item_move", needs=Permission.EDIT_PLAN,
         methods=("POST",)),
    door(f"{VERSION}/thread", plan_threads.thread, "plan_thread", needs=Permission.SEE_FINAL_PLAN, methods=READ),
    door(f"{VERSION}/data", plan_threads.as_data, "plan_data", needs=Permission.SEE_FINAL_PLAN, methods=READ),
    door("schemas/ehc-plan-1.0.json", plan_threads.schema, "plan_schema", needs=Open.TO_ANYONE, methods=READ),
]  # fmt: skip
