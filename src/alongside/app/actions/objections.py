"""An author says that the plan does not represent what they wrote. Until that is settled the plan is not issued.

They withdraw it once the writer has changed the plan, or a SEND manager overrides it in their own name with a reason,
which the author and the family read (docs/adr/0008-objection-of-an-author.md).
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import advice_used, doing, ports
from alongside.app.actions import advice_answers, versions
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.refusal import Refused
from alongside.records.models import Advice, AdviceLine, AdviceObjection

WORDS_AT_LEAST, REASON_AT_LEAST, LONGEST = 10, 20, 4_000
WITHDRAWN, OVERRIDDEN = "WITHDRAWN", "OVERRIDDEN"


@dataclass(frozen=True, slots=True)
class NewObjection:
    """What the author says; `line` is the line that it is about, None where it is about the whole."""

    words: str
    line: UUID | None = None


def make(case_id: UUID, request_id: str, new: NewObjection, *, by: Actor, at: datetime) -> UUID:
    """Say that the plan does not represent what one wrote. Returns the id of the objection.

    Raises `Refused` before a draft has been served: until then nobody has said how the advice is used.
    """
    words = new.words.strip()
    if not WORDS_AT_LEAST <= len(words) <= LONGEST:
        raise Refused(
            "Say in a sentence or two what the plan gets wrong about what you wrote.", field="words"
        )
    with doing.on_case(case_id, Permission.ANSWER_ADVICE_REQUEST, by=by, at=at) as deed:
        advice_answers.asked_of(deed, request_id)
        deed.require(Permission.SEE_DRAFT_PLAN)
        version = versions.with_family(deed)
        advice, line = _about(deed, request_id, new.line)
        row = AdviceObjection.objects.create(
            authority_id=deed.case.authority_id, case=deed.case, advice=advice, line=line, version=version.number,
            words=words, made_at=deed.at, made_by_id=deed.by.account, made_by_name=deed.by.name,
        )  # fmt: skip
        deed.note("ADVICE_OBJECTION_MADE", objection=str(row.id), advice=str(advice.id))
        _tell_owner(deed, "An adviser says that the plan does not represent their advice")
        return row.id


def withdraw(case_id: UUID, objection_id: UUID, *, by: Actor, at: datetime) -> None:
    """The author is content: the plan was changed, or the doubt has gone."""
    with doing.on_case(case_id, Permission.ANSWER_ADVICE_REQUEST, by=by, at=at) as deed:
        row = _open(deed, objection_id)
        advice_answers.asked_of(deed, str(row.advice.request_id))
        _settle(deed, row, WITHDRAWN, "")
        _tell_owner(deed, "An adviser has withdrawn their objection to the plan")


def override(case_id: UUID, objection_id: UUID, reason: str, *, by: Actor, at: datetime) -> None:
    """A manager lets the plan go out although the author objects, in their own name and with a reason."""
    given = len(reason.strip())
    if not REASON_AT_LEAST <= given <= LONGEST:
        raise Refused(
            f"Give your reason in at least {REASON_AT_LEAST} characters (you have written {given}). The adviser and "
            "the family read it, with your name.",
            field="reason",
        )
    with doing.on_case(case_id, Permission.OVERRIDE_OBJECTION, by=by, at=at) as deed:
        row = _open(deed, objection_id)
        _settle(deed, row, OVERRIDDEN, reason.strip())
        about = "There is an answer to what you said about how your advice was used"
        email = row.made_by.email if row.made_by else ""
        deed.tell(
            email,
            "OBJECTION_OVERRIDDEN",
            f"{deed.case.reference}: {about}",
            f"{about}.\n\n{ports.address()}\n",
        )


def check_none_open(deed: CaseDeed) -> None:
    """Refuse to issue while an author's objection is open, naming who objects."""
    found = [
        f"{row.made_by_name} on {row.made_at:%-d %B %Y}" for row in advice_used.open_objections(deed.case)
    ]
    if found:
        raise Refused(
            f"An adviser says that the plan does not represent what they wrote: {'; '.join(found)}. Change the plan "
            "and ask them to withdraw it, or ask a SEND manager to decide; then issue the plan."
        )


def _about(deed: CaseDeed, request_id: str, line_id: UUID | None) -> tuple[Advice, AdviceLine | None]:
    counting = [
        row for row in advice_used.counting(deed.case, deed.facts) if str(row.request_id) == request_id
    ]
    if not counting:
        raise Refused("No advice that counts was given to this request, so there is nothing to object to.")
    if line_id is None:
        return counting[-1], None
    line = AdviceLine.objects.filter(advice__in=counting, id=line_id).select_related("advice").first()
    if line is None:
        raise Refused("Choose one of the lines of your advice, or the whole of it.", field="line")
    return line.advice, line


def _open(deed: CaseDeed, objection_id: UUID) -> AdviceObjection:
    rows = AdviceObjection.objects.select_for_update(of=("self",)).select_related("advice", "made_by")
    row = rows.filter(case=deed.case, id=objection_id).first()
    if row is None:
        raise NotFound
    if row.settled:
        raise Refused(f"This objection was settled on {row.settled_at:%-d %B %Y} by {row.settled_by_name}.")
    return row


def _settle(deed: CaseDeed, row: AdviceObjection, settled: str, because: str) -> None:
    row.settled, row.settled_because = settled, because
    row.settled_at, row.settled_by_id, row.settled_by_name = deed.at, deed.by.account, deed.by.name
    row.save(update_fields=["settled", "settled_because", "settled_at", "settled_by", "settled_by_name"])
    deed.note(f"ADVICE_OBJECTION_{settled}", objection=str(row.id))


def _tell_owner(deed: CaseDeed, about: str) -> None:
    owner = deed.case.owner
    text = f"{about}.\n\nReference: {deed.case.reference}\nSign in: {ports.address()}\n"
    deed.tell(owner.email if owner else "", "ADVICE_OBJECTION", f"{deed.case.reference}: {about}", text)
