"""Doors of the plan: writing it, sending it, what is said about it, and the settings consulted."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import (
    advice_lines,
    amendments,
    comments,
    consultations,
    drafts,
    plan_decisions,
    plans,
)

READ = ("GET",)
PLAN = "cases/<uuid:case_id>/plan"
SETTINGS = "cases/<uuid:case_id>/settings"
ONE = f"{SETTINGS}/<uuid:consultation>"

urlpatterns: list[URLPattern] = [
    door("asked-of-us", consultations.asked_of_us, "asked_of_us", needs=Permission.REPLY_TO_CONSULTATION,
         methods=READ, menu="Places asked for"),
    door(PLAN, plans.plan, "case_plan", needs=Permission.SEE_FINAL_PLAN, methods=READ),
    door(f"{PLAN}/start", plans.start, "plan_start", needs=Permission.EDIT_PLAN, methods=("POST",)),
    door(f"{PLAN}/write/<str:section>", plans.section, "plan_section", needs=Permission.EDIT_PLAN),
    door(f"{PLAN}/write/<str:section>/history", plans.history, "plan_section_history", needs=Permission.EDIT_PLAN,
         methods=READ),
    door(f"{PLAN}/versions/<int:number>", plans.version, "plan_version", needs=Permission.SEE_FINAL_PLAN, methods=READ),
    door(f"{PLAN}/versions/<int:number>/changes", plans.changes, "plan_changes", needs=Permission.SEE_FINAL_PLAN,
         methods=READ),
    door(f"{PLAN}/advice", advice_lines.to_use, "plan_advice", needs=Permission.EDIT_PLAN, methods=READ),
    door(f"{PLAN}/advice/<uuid:line_id>", advice_lines.line, "plan_advice_line", needs=Permission.EDIT_PLAN),
    door(f"{PLAN}/advice/of/<uuid:advice_id>", advice_lines.mark, "plan_advice_mark", needs=Permission.EDIT_PLAN),
    door(f"{PLAN}/advice/of/<uuid:advice_id>/read", advice_lines.read_file, "plan_advice_read",
         needs=Permission.EDIT_PLAN, methods=("POST",)),
    door(f"{PLAN}/objections/<uuid:objection_id>", advice_lines.override, "override_objection",
         needs=Permission.OVERRIDE_OBJECTION),
    door(f"{PLAN}/send", drafts.serve, "serve_draft", needs=Permission.SERVE_DRAFT),
    door(f"{PLAN}/send-again", drafts.reissue, "reissue_draft", needs=Permission.SERVE_DRAFT),
    door(f"{PLAN}/issue", drafts.issue, "issue_final", needs=Permission.ISSUE_FINAL),
    door(f"{PLAN}/in-force", amendments.adopt, "adopt_plan", needs=Permission.SERVE_DRAFT),
    door(f"{PLAN}/changes", amendments.notice, "amendment_notice", needs=Permission.SERVE_DRAFT),
    door(f"{PLAN}/not-change", plan_decisions.not_amend, "decide_not_to_amend", needs=Permission.DECIDE_TO_ISSUE),
    door(f"{PLAN}/review", plan_decisions.after_review, "decide_after_review", needs=Permission.DECIDE_TO_ISSUE),
    door(f"{PLAN}/end", plan_decisions.cease, "decide_to_cease", needs=Permission.DECIDE_TO_ISSUE),
    door(f"{PLAN}/assess-again", plan_decisions.reassess, "decide_to_reassess", needs=Permission.DECIDE_TO_ISSUE),
    door(f"{PLAN}/comments", comments.all_of_them, "plan_comments", needs=Permission.SEE_DRAFT_PLAN, methods=READ),
    door(f"{PLAN}/comments/add", comments.add, "comment_on_draft", needs=Permission.COMMENT_ON_DRAFT),
    door(f"{PLAN}/comments/record", comments.record, "record_comment", needs=Permission.RECORD_EVENT),
    door(f"{PLAN}/comments/<uuid:comment_id>/answer", comments.answer, "answer_comment",
         needs=Permission.ANSWER_COMMENT),
    door(f"{PLAN}/ask-for-setting", comments.ask_for_setting, "ask_for_setting", needs=Permission.ASK_FOR_SETTING),
    door(f"{PLAN}/record-setting", comments.record_setting, "record_setting", needs=Permission.RECORD_EVENT),
    door(f"{PLAN}/ask-for-meeting", comments.ask_for_meeting, "ask_for_meeting", needs=Permission.ASK_FOR_MEETING),
    door(f"{PLAN}/nothing-more", comments.nothing_more, "confirm_nothing_more", needs=Permission.CONFIRM_NOTHING_MORE),
    door(SETTINGS, consultations.of_case, "case_consultations", needs=Permission.SEE_CONSULTATIONS, methods=READ),
    door(f"{SETTINGS}/consult", consultations.consult, "consult_setting", needs=Permission.CONSULT_SETTING),
    door(f"{ONE}/record", consultations.record, "record_setting_reply", needs=Permission.RECORD_SETTING_REPLY),
    door(f"{ONE}/reply", consultations.reply, "reply_to_consultation", needs=Permission.REPLY_TO_CONSULTATION),
]  # fmt: skip
