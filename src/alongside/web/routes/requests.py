"""The doors of asking, registering and deciding, and of the documents that come of it."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission as May
from alongside.web.doors import door
from alongside.web.pages import corrections, decisions, documents, exceptions, intake, requests

READ, ACT = ("GET",), ("POST",)
ASK = May.ASK_FOR_ASSESSMENT
REGISTER = May.REGISTER_REQUEST

urlpatterns: list[URLPattern] = [
    # Anybody, without an account.
    door("request", intake.begin, "ask", needs=ASK),
    door("request/code", intake.email_code, "ask_email_code", needs=ASK, methods=ACT),
    door("request/return", intake.come_back, "ask_return", needs=ASK),
    door("request/leave", intake.leave, "ask_leave", needs=ASK, methods=ACT),
    door("request/tasks", intake.tasks, "ask_tasks", needs=ASK, methods=READ),
    door("request/tasks/<slug:step>", intake.step, "ask_step", needs=ASK),
    door("request/papers", intake.papers, "ask_papers", needs=ASK),
    door("request/papers/<uuid:file_id>/remove", intake.remove_paper, "ask_remove_paper", needs=ASK, methods=ACT),
    door("request/check", intake.check, "ask_check", needs=ASK),
    door("request/sent", intake.sent, "ask_sent", needs=ASK, methods=READ),
    # Coordinators.
    door("requests", requests.waiting, "requests_waiting", needs=REGISTER, methods=READ, menu="New requests"),
    door("requests/register", requests.by_hand, "register_request", needs=REGISTER),
    door("requests/<uuid:intake_id>", requests.from_waiting, "register_waiting", needs=REGISTER),
    door("requests/<uuid:intake_id>/files/<uuid:file_id>", requests.file, "waiting_file", needs=REGISTER, methods=READ),
    # Whoever decides.
    door("cases/<uuid:case_id>/decide", decisions.assess, "decide_to_assess", needs=May.DECIDE_TO_ASSESS),
    door(
        "cases/<uuid:case_id>/decide/notice", decisions.preview_refusal, "preview_refusal",
        needs=May.DECIDE_TO_ASSESS, methods=ACT,
    ),
    door("cases/<uuid:case_id>/decide-plan", decisions.issue, "decide_to_issue", needs=May.DECIDE_TO_ISSUE),
    door(
        "cases/<uuid:case_id>/decide-plan/notice", decisions.preview_no_plan, "preview_no_plan",
        needs=May.DECIDE_TO_ISSUE, methods=ACT,
    ),
    door("cases/<uuid:case_id>/invite-views", decisions.invite_views, "invite_views", needs=May.RECORD_EVENT),
    door("cases/<uuid:case_id>/withdraw", decisions.withdraw, "withdraw_request", needs=May.RECORD_EVENT),
    door("cases/<uuid:case_id>/reconsider", decisions.reconsider, "reconsider", needs=May.DECIDE_TO_ASSESS),
    door("cases/<uuid:case_id>/exceptions", exceptions.choose, "record_exception", needs=May.RECORD_EXCEPTION),
    door(
        "cases/<uuid:case_id>/exceptions/<str:ground>", exceptions.record, "exception_of_ground",
        needs=May.RECORD_EXCEPTION,
    ),
    door(
        "cases/<uuid:case_id>/events/<uuid:event_id>/correct", corrections.correct, "correct_event",
        needs=May.CORRECT_EVENT,
    ),
    # Whoever may read.
    door("cases/<uuid:case_id>/documents", documents.of_case, "case_documents", needs=May.SEE_DOCUMENTS, methods=READ),
    door("documents/<uuid:document_id>", documents.one, "document", needs=May.SEE_DOCUMENTS, methods=READ),
]  # fmt: skip
