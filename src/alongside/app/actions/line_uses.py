"""The writer of the plan says of each line of advice where it is used, or why it is not. Every decision is kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from alongside.app import advice_used, doing, ports
from alongside.app.actions import versions
from alongside.app.actor import Actor
from alongside.app.advice_used import Stood
from alongside.app.doing import CaseDeed
from alongside.core.access.parts import OF_ADVICE, OPENED_BY
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.advice import using
from alongside.core.advice.lines import LineKind
from alongside.core.advice.using import Decision
from alongside.core.case.codes import AdviceKind
from alongside.core.refusal import Refused
from alongside.records.models import Account, Advice, AdviceLine, LineUse

NAMED = {LineKind.NEED: "need", LineKind.OUTCOME: "outcome", LineKind.RECOMMENDATION: "recommendation"}
MOST_NAMED = 6
SHOWN = 60
"""Characters of a line by which a refusal names it."""


def decide(case_id: UUID, decisions: Mapping[UUID, Decision], *, by: Actor, at: datetime) -> None:
    """Record what becomes of these lines, by id: all of them or none. What was decided before stays in the history.

    Raises `Refused` where the words quoted do not stand in the section, or a reason is too short; `NotFound` for a line
    of advice that the writer may not read. A decision that says what stands already is not recorded again.
    """
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        version = versions.require_being_written(deed)
        texts = versions.texts_of(version)
        rows = _readable(deed, decisions)
        for decision in decisions.values():
            using.check(decision, texts)
        before = advice_used.latest_uses(rows)
        made = [
            LineUse(
                authority_id=deed.case.authority_id, case=deed.case, line=rows[id_], outcome=decision.outcome,
                section=decision.section or "", quote=decision.quote.strip(), reason=decision.reason.strip(),
                version=version.number, decided_at=deed.at, decided_by_id=deed.by.account, decided_by_name=deed.by.name,
            )
            for id_, decision in decisions.items()
            if decision != advice_used.decision_of(before.get(id_))
        ]  # fmt: skip
        LineUse.objects.bulk_create(made)
        if made:
            deed.note(
                "ADVICE_LINES_DECIDED", lines=[str(row.line_id) for row in made], version=version.number
            )


def check_all_decided(deed: CaseDeed, texts: Mapping[str, str]) -> None:
    """Refuse to issue while a line of advice is undecided, or a file has not been gone through, naming each.

    Lines that the actor may not read are named by their author and number alone.
    """
    advice = advice_used.counting(deed.case, deed.facts)
    open_ = [each for each in advice_used.stood(advice, texts) if not each.standing.is_settled]
    unread = advice_used.to_go_through(advice)
    found = [
        *(f"the file of {row.author_name} has not been gone through" for row in unread),
        *(named(each, shows=_may_read(deed, each.advice)) for each in open_),
    ]
    if found:
        more = f", and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
        raise Refused(
            f"Not every line of the advice is used, or not used with a reason: {'; '.join(found[:MOST_NAMED])}{more}. "
            "Decide each under “Advice to use”; then issue the plan."
        )


def named(each: Stood, *, shows: bool) -> str:
    """A line in a sentence: whose it is, which one, and how it begins."""
    kind = NAMED[LineKind(each.line.kind)]
    found = f"{kind} {each.line.number} of {each.advice.author_name}"
    words = " ".join(each.line.words.split())
    if shows:
        found += f" (“{words[:SHOWN]}{'…' if len(words) > SHOWN else ''}”)"
    if each.standing is using.Standing.GONE:
        found += ", whose words are no longer in the plan"
    return found


def tell_authors(deed: CaseDeed) -> None:
    """Within a deed: whoever gave advice hears that the draft is out and that they can see how it was used."""
    advice = advice_used.counting(deed.case, deed.facts)
    ids = {row.author_id for row in advice if row.author_id and row.kind != advice_used.FAMILY}
    about = "A draft plan has been sent. See how your advice was used"
    for email in (
        Account.objects.filter(id__in=ids, is_active=True).order_by("email").values_list("email", flat=True)
    ):
        deed.tell(
            email,
            "ADVICE_USED",
            f"{deed.case.reference}: {about}",
            f"{about}.\n\nSign in: {ports.address()}\n",
        )


def _readable(deed: CaseDeed, decisions: Mapping[UUID, Decision]) -> dict[UUID, AdviceLine]:
    rows: Sequence[AdviceLine] = list(
        AdviceLine.objects.filter(case=deed.case, id__in=list(decisions)).select_related("advice")
    )
    if len(rows) != len(decisions) or not all(_may_read(deed, row.advice) for row in rows):
        raise NotFound
    return {row.id: row for row in rows}


def _may_read(deed: CaseDeed, advice: Advice) -> bool:
    return deed.may(OPENED_BY[OF_ADVICE[AdviceKind(advice.kind)]])
