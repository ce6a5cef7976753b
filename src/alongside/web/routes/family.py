"""Doors of the family: their case, messages, what is wrong, who helps them. And of the officers who answer."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission as May
from alongside.web.doors import door
from alongside.web.pages import accounts, fact_corrections, family, messages

READ = ("GET",)
CASE = "cases/<uuid:case_id>"
MINE = f"{CASE}/family"

urlpatterns: list[URLPattern] = [
    door("my", family.mine, "my", needs=May.SEE_OWN_DETAILS, methods=READ, menu="My child’s case"),
    door(MINE, family.case, "my_case", needs=May.SEE_OWN_DETAILS, methods=READ),
    door(f"{MINE}/supporters", family.helpers, "supporters", needs=May.ADD_SUPPORTER),
    door(f"{MINE}/supporters/<uuid:party_id>/remove", family.remove_helper, "remove_supporter",
         needs=May.ADD_SUPPORTER),
    door(f"{MINE}/parents", family.parents, "my_parents", needs=May.AGREE_PARENT_SIGHT, methods=READ),
    door(f"{MINE}/parents/<uuid:party_id>", family.parent, "my_parent", needs=May.AGREE_PARENT_SIGHT),
    door(f"{MINE}/messages", messages.say_something, "say_something", needs=May.SEND_MESSAGE),
    door(f"{MINE}/wrong", fact_corrections.something_wrong, "something_wrong", needs=May.ASK_FOR_CORRECTION,
         methods=READ),
    door(f"{MINE}/wrong/<slug:fact>", fact_corrections.this_is_wrong, "this_is_wrong", needs=May.ASK_FOR_CORRECTION),
    door(f"{CASE}/events/<uuid:event_id>/wrong", fact_corrections.entry_is_wrong, "entry_is_wrong",
         needs=May.ASK_FOR_CORRECTION),
    # Officers.
    door("messages", messages.waiting, "messages", needs=May.ANSWER_MESSAGE, methods=READ, menu="Messages"),
    door(f"{CASE}/messages", messages.of_case, "case_messages", needs=May.SEE_MESSAGES, methods=READ),
    door(f"{CASE}/messages/<uuid:party_id>", messages.thread, "case_thread", needs=May.SEE_MESSAGES),
    door(f"{CASE}/messages/<uuid:party_id>/record", messages.record, "record_message", needs=May.ANSWER_MESSAGE),
    door(f"{CASE}/people/<uuid:party_id>/invite", accounts.invite, "case_party_invite", needs=May.RECORD_EVENT),
    door(f"{CASE}/corrections", fact_corrections.of_case, "case_corrections", needs=May.SEE_CORRECTIONS, methods=READ),
    door(f"{CASE}/corrections/<uuid:request_id>", fact_corrections.decide, "decide_correction",
         needs=May.DECIDE_CORRECTION),
]  # fmt: skip
