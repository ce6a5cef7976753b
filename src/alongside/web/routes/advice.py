"""Doors of advice: what advisers are asked, the advice tab of a case, and the family's own form."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import advice, advice_family, advice_giving, advice_use

READ, POST = ("GET",), ("POST",)
CASE = "cases/<uuid:case_id>"
ONE = f"{CASE}/advice/<uuid:request_id>"
ANSWER = Permission.ANSWER_ADVICE_REQUEST

urlpatterns: list[URLPattern] = [
    door("advice", advice_giving.asked, "advice_asked", needs=ANSWER, methods=READ, menu="Advice to give"),
    door(f"{CASE}/advice", advice.of_case, "case_advice", needs=Permission.SEE_ADVICE_REQUESTS, methods=READ),
    door(f"{CASE}/advice/ask", advice.ask, "advice_ask", needs=Permission.REQUEST_ADVICE),
    door(ONE, advice.one, "advice_one", needs=Permission.SEE_ADVICE_REQUESTS, methods=READ),
    door(f"{ONE}/chase", advice.chase, "advice_chase", needs=Permission.CHASE_ADVICE),
    door(f"{ONE}/cancel", advice.cancel, "advice_cancel", needs=Permission.REQUEST_ADVICE),
    door(f"{ONE}/record", advice.record, "advice_record", needs=Permission.RECORD_ADVICE),
    door(f"{ONE}/earlier", advice.earlier, "advice_earlier", needs=Permission.RECORD_ADVICE),
    door(f"{ONE}/received", advice.received, "advice_body_received", needs=Permission.CORRECT_EVENT),
    door(f"{ONE}/give", advice_giving.give, "advice_give", needs=ANSWER, methods=READ),
    door(f"{ONE}/take", advice_giving.take, "advice_take", needs=ANSWER, methods=POST),
    door(f"{ONE}/pass-on", advice_giving.pass_on, "advice_pass_on", needs=ANSWER),
    door(f"{ONE}/write", advice_giving.write, "advice_write", needs=ANSWER),
    door(f"{ONE}/save", advice_giving.save, "advice_save", needs=ANSWER, methods=POST),
    door(f"{ONE}/check", advice_giving.check, "advice_check", needs=ANSWER),
    door(f"{ONE}/nothing", advice_giving.nothing, "advice_nothing", needs=ANSWER),
    door(f"{ONE}/send-back", advice_use.send_back, "advice_send_back", needs=Permission.REQUEST_ADVICE),
    door(f"{ONE}/used", advice_use.used, "advice_used", needs=ANSWER, methods=READ),
    door(f"{ONE}/object", advice_use.make_objection, "advice_object", needs=ANSWER),
    door(
        f"{ONE}/objections/<uuid:objection_id>/withdraw",
        advice_use.withdraw,
        "withdraw_objection",
        needs=ANSWER,
        methods=POST,
    ),
    door(f"{CASE}/tell-us", advice_family.tell_us, "tell_us", needs=Permission.GIVE_VIEWS),
    door(
        f"{CASE}/tell-us/save", advice_family.save, "tell_us_save", needs=Permission.GIVE_VIEWS, methods=POST
    ),
]
