"""Doors of the checks of a plan, of the sections that services write, and of what a manager learns from both."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import plan_checks, plan_quality, section_owners

READ = ("GET",)
POST = ("POST",)
PLAN = "cases/<uuid:case_id>/plan"
FINDING = f"{PLAN}/check/<str:finding>"
OWN = f"{PLAN}/own/<str:section>"

urlpatterns: list[URLPattern] = [
    door(f"{PLAN}/check", plan_checks.findings, "plan_check", needs=Permission.EDIT_PLAN, methods=READ),
    door(FINDING, plan_checks.finding, "plan_finding", needs=Permission.EDIT_PLAN),
    door(f"{FINDING}/set-aside", plan_checks.set_aside, "set_aside_finding", needs=Permission.SET_ASIDE_FINDING),
    door(f"{FINDING}/take-back", plan_checks.take_back, "take_back_finding", needs=Permission.EDIT_PLAN, methods=POST),
    door(f"{PLAN}/reasons", plan_checks.reasons, "plan_reasons", needs=Permission.SEE_NOTES, methods=READ),
    door(f"{PLAN}/write/<str:section>/owner", section_owners.give, "section_owner", needs=Permission.EDIT_PLAN),
    door(f"{PLAN}/write/<str:section>/take-back", section_owners.take_back, "section_take_back",
         needs=Permission.EDIT_PLAN, methods=POST),
    door(OWN, section_owners.write, "own_section", needs=Permission.WRITE_OWN_SECTION),
    door(f"{OWN}/ready", section_owners.ready, "own_section_ready", needs=Permission.WRITE_OWN_SECTION, methods=POST),
    door("plan-quality", plan_quality.quality, "plan_quality", needs=Permission.SEE_PLAN_QUALITY, methods=READ,
         menu="Plan quality"),
    door("plan-quality/questions", plan_quality.questions, "model_questions", needs=Permission.KEEP_MODEL_QUESTIONS,
         methods=READ),
    door("plan-quality/questions/<str:section>", plan_quality.change_questions, "model_questions_change",
         needs=Permission.KEEP_MODEL_QUESTIONS),
    door("plan-quality/questions/<str:section>/restore", plan_quality.restore_questions, "model_questions_restore",
         needs=Permission.KEEP_MODEL_QUESTIONS, methods=POST),
]  # fmt: skip
