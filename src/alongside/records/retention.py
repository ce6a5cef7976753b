"""How long each table keeps personal data, from when, why, and what erases it.

A table with personal data that is not named here fails a test. The periods are the usual ones of councils'
schedules; an authority whose own schedule says otherwise changes them here, with its reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, unique
from types import MappingProxyType
from typing import Final

CASE_YEARS: Final = 31
"""Years from birth. A plan can run until 25 (Children and Families Act 2014 ss.37, 46), and a claim can be brought
for six years after that (Limitation Act 1980 ss.2, 5)."""
ACCOUNT_YEARS: Final = 6
"""Years from the last day on which an account had a position or a part in a case (Limitation Act 1980 s.5)."""
MESSAGE_DAYS: Final = 365
"""Days from making a message that belongs to no case, such as an invitation."""
IMPORT_DAYS: Final = 365
"""Days from the end of an import: by then the next January's return has been made and compared."""
SAMPLE_YEARS: Final = 6
"""Years from the last day of an inspection sample: who could open which cases (Limitation Act 1980 s.5)."""
UNSENT_WEEKS: Final = 13
"""Weeks from the last change to a request that was begun and not sent."""


@unique
class Eraser(Enum):
    """The action that takes the data away: module and function below `app.actions`."""

    CASE = "retention.erase_cases"
    ACCOUNT = "retention.erase_accounts"
    MESSAGE = "retention.erase_loose_messages"
    IMPORT = "retention.erase_import_details"
    SAMPLE = "retention.erase_samples"
    UNSENT = "intake.forget_abandoned"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a table holds about people, for how long in words, on what basis, and what erases it."""

    holds: str
    kept: str
    basis: str
    erasers: tuple[Eraser, ...]


WITH_THE_CASE = f"{CASE_YEARS} years from the child’s birth"
CASE_BASIS = "Children and Families Act 2014 ss.37 and 46; Limitation Act 1980 ss.2 and 5"


def _case(holds: str, *also: Eraser, kept: str = WITH_THE_CASE) -> Rule:
    return Rule(holds, kept, CASE_BASIS, (Eraser.CASE, *also))


BY_CASE: Mapping[str, Rule] = MappingProxyType(
    {
        "emergency_opening": _case("who opened a child’s case in an emergency, and why"),
        "sampled_case": _case(
            "which child’s case inspectors followed", Eraser.SAMPLE,
            kept=f"{SAMPLE_YEARS} years after the sample ended, and no longer than the case",
        ),
        "import_conflict": _case("what a return says of a child against what is held"),
        "correction_request": _case("what somebody said is wrong about a child"),
        "message": _case("what the family and the service wrote to each other"),
        "plan_finding_answer": _case("why a warning about a plan was passed, or a finding set aside"),
        "plan_finding": _case("what the checks found in a plan that left"),
        "plan_passage_mark_cache": _case("fingerprints of passages of a plan"),
        "plan_passage_cache": _case("passages of a plan, with the child’s names taken out"),
        "plan_section_owner": _case("who was asked to write a section of a plan"),
        "plan_comment": _case("what was said about a draft"),
        "plan_item_link": _case("which needs a plan joins to which provision"),
        "plan_item_source": _case("words of the advice that a plan rests on"),
        "plan_item_revision": _case("everything that an item of a plan ever said"),
        "plan_item": _case("needs, outcomes and provision of a child"),
        "plan_section_revision": _case("every text a plan ever had"),
        "plan_section": _case("the text of a plan"),
        "plan_version": _case("who signed a plan"),
        "consultation_cache": _case("which settings were consulted about a child, and their answers"),
        "line_use": _case("what became of what an adviser wrote of a child"),
        "advice_objection": _case("what an adviser said of how their advice was used"),
        "advice_return": _case("what an adviser was asked about their advice"),
        "advice_line": _case("needs, outcomes and recommendations in advice on a child"),
        "advice_draft": _case("advice as it is being written"),
        "advice": _case("advice on a child"),
        "advice_request_cache": _case("who was asked for advice on a child"),
        "document": _case("letters, plans and papers"),
        "due_cache": _case("what is due in a child’s case"),
        "episode_cache": _case("the dates of a child’s assessments"),
        "mend_cache": _case("what in a child’s record would be wrong in a return"),
        "plan_cache": _case("the dates of a child’s reviews and of the move to the next school"),
        "case_event": _case("the chronology of a case"),
        "outbox_message": _case(
            "an address, a reference and a link", Eraser.MESSAGE,
            kept=f"{WITH_THE_CASE}; {MESSAGE_DAYS} days where it belongs to no case",
        ),
        "case_party": _case("who a child’s family are and how to reach them"),
    }
)  # fmt: skip
"""Every table with a `case_id` of its own."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        **BY_CASE,
        "case": _case("that a child has a case"),
        "person": _case("who a child is"),
        "intake": _case(
            "a request as somebody wrote it", Eraser.UNSENT,
            kept=f"{WITH_THE_CASE}; {UNSENT_WEEKS} weeks where it was never sent",
        ),
        "intake_file": _case(
            "papers that came with a request", Eraser.UNSENT,
            kept=f"{WITH_THE_CASE}; {UNSENT_WEEKS} weeks where it was never sent",
        ),
        "account": Rule(
            "the name and address of somebody who could sign in",
            f"{ACCOUNT_YEARS} years after their last position or part in a case",
            "Limitation Act 1980 s.5", (Eraser.ACCOUNT,),
        ),
        "position": Rule(
            "for whom somebody worked, and as what",
            f"{ACCOUNT_YEARS} years after the last of them ended",
            "Limitation Act 1980 s.5", (Eraser.ACCOUNT,),
        ),
        "import_run": Rule(
            "who handed in a file",
            f"{IMPORT_DAYS} days; the file itself until it is read",
            "UK GDPR art 5(1)(e)", (Eraser.IMPORT,),
        ),
        "inspector": Rule(
            "to whom the cases of an inspection sample were open", f"{SAMPLE_YEARS} years after the sample ended",
            "Limitation Act 1980 s.5", (Eraser.SAMPLE,),
        ),
        "import_rejection": Rule(
            "values of a return that could not be used", f"{IMPORT_DAYS} days", "UK GDPR art 5(1)(e)", (Eraser.IMPORT,)
        ),
    }
)  # fmt: skip

NOTHING_PERSONAL: Mapping[str, str] = MappingProxyType(
    {
        "authority": "the authority itself and how the public reaches it",
        "inspection_sample": "the name of an inspection and its days; it goes with its cases and inspectors",
        "plan_model_questions": "questions that an authority puts to whoever writes a plan",
        "organisation": "bodies, and the addresses of their offices",
        "ledger_entry": "references, dates and codes only: it is kept whole, so that it can always be verified",
    }
)
"""Tables without a rule, and why they need none."""
