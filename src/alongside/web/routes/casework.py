"""Doors of the daily work: the list, the search, and the pages of one case that belong to no single step."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import caseload, cases, happenings, parties, samples, search, to_answer

READ = ("GET",)
CASE = "cases/<uuid:case_id>"
PARTY = f"{CASE}/people/<uuid:party_id>"

urlpatterns: list[URLPattern] = [
    door("work", caseload.work, "work", needs=Permission.SEE_WORKLIST, methods=READ, menu="My work"),
    door(
        "sample",
        samples.own,
        "own_sample",
        needs=Permission.SEE_INSPECTION_SAMPLE,
        methods=READ,
        menu="Cases in the sample",
    ),
    door("find", search.find, "find", needs=Permission.FIND_CASE, methods=READ, menu="Find a child"),
    door("comments", to_answer.comments, "comments", needs=Permission.ANSWER_COMMENT, methods=READ),
    door(
        "corrections", to_answer.corrections, "corrections", needs=Permission.DECIDE_CORRECTION, methods=READ
    ),
    door(CASE, cases.overview, "case", needs=Permission.SEE_DEADLINES, methods=READ),
    door(
        f"{CASE}/chronology", cases.happened, "case_chronology", needs=Permission.SEE_CHRONOLOGY, methods=READ
    ),
    door(f"{CASE}/looks", cases.looked, "case_looks", needs=Permission.SEE_LEDGER, methods=READ),
    door(f"{CASE}/record", happenings.choose, "case_record", needs=Permission.RECORD_EVENT, methods=READ),
    door(f"{CASE}/record/<str:kind>", happenings.record, "case_record_one", needs=Permission.RECORD_EVENT),
    door(f"{CASE}/people", parties.people, "case_people", needs=Permission.SEE_WHO_IS_INVOLVED, methods=READ),
    door(f"{CASE}/people/add", parties.add, "case_party_add", needs=Permission.RECORD_EVENT),
    door(f"{PARTY}/change", parties.change, "case_party_change", needs=Permission.RECORD_EVENT),
    door(f"{PARTY}/end", parties.end, "case_party_end", needs=Permission.RECORD_EVENT),
    door(f"{PARTY}/sight", parties.sight, "case_party_sight", needs=Permission.RECORD_EVENT),
    door(f"{PARTY}/withhold", parties.withhold, "case_party_withhold", needs=Permission.RECORD_EVENT),
    door(
        f"{PARTY}/show-address",
        parties.show_address,
        "case_party_show_address",
        needs=Permission.SEE_WITHHELD_ADDRESS,
    ),
]
