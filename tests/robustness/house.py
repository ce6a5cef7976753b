"""Run as a program beside a real server: fills its database, does its jobs, or says what it holds, as JSON.

python house.py fill | do-jobs | texts CASE
"""

# ruff: noqa: E402  Django must be ready before its models can be imported
import json
import os
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.config.settings"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import django

django.setup()

from django.core.management import call_command

from alongside.app import ports, scope
from alongside.app.actions import advice, advice_answers
from alongside.app.actions.advice import Asked
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import AdviceKind
from alongside.jobs import imports
from alongside.records.models import Account, AdviceRequest, ImportRun, PlanSectionRevision
from cast import HERE, assemble, officer
from plan_cast import drafting

EDITORS = 20


def fill() -> dict[str, Any]:
    """Everybody, twenty people who may write the plan, and Ivy's plan begun; advice is asked of two."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    at = ports.now()
    cast = assemble(at=at)
    case = drafting(cast)
    for kind, name, body in (
        (AdviceKind.PSYCHOLOGICAL, "Educational Psychology Service", cast.psychology_service),
        (AdviceKind.MEDICAL, "Northshire Community Health", cast.trust),
        (AdviceKind.PARENT_OR_YOUNG_PERSON, "the family", None),
    ):
        advice.ask(case, Asked(kind, name, body), by=cast.officer, at=at)
    with scope.opened_to_all(HERE):
        asked = {row.kind: str(row.id) for row in AdviceRequest.objects.filter(case=case)}
        editors = [officer(HERE, f"Editor {n}", RoleCode.SEND_MANAGER, at) for n in range(EDITORS)]
        Account.objects.update(is_persona=True)
    advice_answers.take(case, asked["PSYCHOLOGICAL"], by=cast.psychologist, at=at)
    people = ("officer", "psychologist", "parent", "data_officer", "manager")
    return {
        "case": str(case),
        "asked": asked,
        "editors": [str(each.account) for each in editors],
        "people": {name: str(getattr(cast, name).account) for name in people},
    }


def texts(case: str) -> dict[str, Any]:
    """Every text that Section B of a plan ever had, those kept aside, and the state of each import."""
    with scope.opened_to_all(HERE):
        rows = PlanSectionRevision.objects.filter(case=UUID(case), section_text__section="B")
        rows = rows.order_by("saved_at", "id")
        return {
            "revisions": list(rows.filter(is_aside=False).values_list("text", flat=True)),
            "asides": list(rows.filter(is_aside=True).values_list("text", flat=True)),
            "imports": list(ImportRun.objects.values_list("file_name", "state", "refusal")),
        }


if __name__ == "__main__":
    answer: Any = None
    if sys.argv[1] == "fill":
        answer = fill()
    elif sys.argv[1] == "do-jobs":
        answer = imports.take_over_what_waits()
    else:
        answer = texts(sys.argv[2])
    sys.stdout.write(json.dumps(answer) + "\n")
