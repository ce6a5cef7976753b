"""The pages of one case, in the order of its tabs, and the bar across the top of each of them.

An area adds its page here in one line. A page whose door does not hang yet, or which this person may not
open, is not shown.
"""

from dataclasses import dataclass

from alongside.app.queries.cases import CaseHead
from alongside.core.access.permission import Permission
from alongside.web import addresses, doors
from alongside.web.presenters import stages, wording
from alongside.web.presenters.case_face import CaseFace
from alongside.web.presenters.links import Tab
from alongside.web.presenters.tags import Tag
from alongside.web.request import Request


@dataclass(frozen=True, slots=True)
class CasePage:
    """One tab: its door, its words, and what somebody must be allowed on this case to be offered it."""

    door: str
    text: str
    needs: Permission


PAGES = (
    CasePage("case", "Overview", Permission.SEE_DEADLINES),
    CasePage("case_chronology", "What has happened", Permission.SEE_CHRONOLOGY),
    CasePage("case_people", "People", Permission.SEE_WHO_IS_INVOLVED),
    CasePage("case_advice", "Advice", Permission.SEE_ADVICE_REQUESTS),
    CasePage("case_plan", "Plan", Permission.SEE_FINAL_PLAN),
    CasePage("case_consultations", "Settings", Permission.SEE_CONSULTATIONS),
    CasePage("case_documents", "Documents", Permission.SEE_DOCUMENTS),
    CasePage("case_messages", "Messages", Permission.SEE_MESSAGES),
    CasePage("case_corrections", "Corrections", Permission.SEE_CORRECTIONS),
    CasePage("case_looks", "Who has looked", Permission.SEE_LEDGER),
)

FAMILY_PAGES = (
    CasePage("my_case", "Where it is", Permission.SEE_OWN_DETAILS),
    CasePage("say_something", "Messages", Permission.SEND_MESSAGE),
    CasePage("case_plan", "Plan", Permission.SEE_FINAL_PLAN),
    CasePage("case_documents", "Letters and papers", Permission.SEE_DOCUMENTS),
    CasePage("case_people", "People", Permission.SEE_WHO_IS_INVOLVED),
    CasePage("case_advice", "Advice", Permission.SEE_ADVICE_REQUESTS),
    CasePage("case_consultations", "Schools asked", Permission.SEE_CONSULTATIONS),
    CasePage("case_chronology", "What has happened", Permission.SEE_CHRONOLOGY),
)
"""The same for whoever is family to the case, in their words and in the order in which they look."""


def face(head: CaseHead, request: Request, here: str = "") -> CaseFace:
    """The bar and the tabs. `here` is the tab to mark, if it is not the page itself."""
    match = request.resolver_match
    current = here or (match.url_name if match else "") or ""
    return CaseFace(
        reference=head.reference,
        name=f"{head.name} (known as {head.known_as})" if head.known_as else head.name,
        about=_about(head),
        tabs=tuple(
            Tab(addresses.of_case(page.door, head.case_id), page.text, current=page.door == current)
            for page in (FAMILY_PAGES if Permission.SEE_OWN_DETAILS in head.may else PAGES)
            if page.door in doors.DOORS and page.needs in head.may
        ),
        flags=_flags(head),
    )


def _about(head: CaseHead) -> tuple[tuple[str, str], ...]:
    born = wording.day(head.born_on) + (f" (age {head.age})" if head.age is not None else "")
    found = [("Born", born), ("Reference", head.reference), ("Stage", stages.SHORT[head.stage])]
    found.append(("Coordinator", head.owner_name or "nobody yet"))
    if head.communicates_by:
        found.append(("Communicates by", head.communicates_by))
    return tuple(found)


def _flags(head: CaseHead) -> tuple[Tag, ...]:
    found = []
    if head.has_withheld_address:
        found.append(Tag("An address is withheld", "red"))
    if head.rights_have_passed:
        found.append(Tag("Rights are the young person’s", "purple"))
    return tuple(found)
