"""Doors of whoever keeps the area: its people, its bodies, and what the authority says of itself."""

from django.urls import URLPattern

from alongside.core.access.permission import Permission
from alongside.web.doors import door
from alongside.web.pages import organisations, owners, particulars, staff

READ = ("GET",)
KEEPS = Permission.MANAGE_ACCOUNTS
PERSON = "area/people/<uuid:account_id>"

urlpatterns: list[URLPattern] = [
    door("area", staff.people, "staff", needs=Permission.SEE_ACCOUNTS, methods=READ, menu="Who works here"),
    door("area/people/add", staff.add, "staff_add", needs=KEEPS),
    door(PERSON, staff.member, "staff_member", needs=KEEPS, methods=READ),
    door(f"{PERSON}/give", staff.give, "staff_give", needs=KEEPS),
    door(f"{PERSON}/close", staff.close, "staff_close", needs=KEEPS),
    door(f"{PERSON}/reopen", staff.reopen, "staff_reopen", needs=KEEPS),
    door("area/positions/<uuid:position_id>/end", staff.end, "staff_end", needs=KEEPS),
    door("area/organisations", organisations.bodies, "organisations", needs=KEEPS, methods=READ),
    door("area/organisations/add", organisations.choose, "organisation_add", needs=KEEPS),
    door("area/organisations/add/<str:kind>", organisations.add, "organisation_add_one", needs=KEEPS),
    door(
        "area/organisations/<uuid:organisation_id>", organisations.change, "organisation_change", needs=KEEPS
    ),
    door("area/details", particulars.details, "authority_details", needs=KEEPS),
    door("cases/<uuid:case_id>/give", owners.give, "give_case", needs=Permission.ASSIGN_CASE),
]
