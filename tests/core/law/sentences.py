"""Every sentence that the clock says of a duty, once, with the rules that say it: a text for a person to read.

The chronologies are those of the worked cases and of the tests of disputes, on the default readings and on those
that change what is said; days are left out. After a sentence was changed on purpose, read the difference and write
the text again, in tests/: `PYTHONPATH=../src:. python -m core.law.sentences`.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from alongside.core.case.facts import Facts
from alongside.core.law import clock, worked
from alongside.core.law.duty import Deadline
from alongside.core.law.lawbook import Law
from alongside.core.law.worked_case import BadCase, NotModelled, WorkedCase
from alongside.core.law.worked_events import facts_of
from core.law.chronicles import LAW, K, happened, law
from core.law.test_disputes import EDGES, MEETS, STOPS
from core.law.test_duties import ASSESSED, DRAFTED, PERSONAL
from core.law.test_worked_cases import EXAMPLES

READ = Path(__file__).with_name("sentences.txt")
FILES = (
    "law_vectors.csv",
    "assess_cases.csv",
    "dispute_cases.csv",
    "review_cases.csv",
    "plan_life_cases.csv",
)
LAWS = (
    LAW,
    law("service_mode=posting_day", "letter_vs_sent=letter_date", "review_cycle_anchor=meeting"),
    law("week_mode=day_of_receipt_is_day_1", "nonworking_due=roll_forward"),
)
STORIES = (
    ((K.ATTENTION_S24, "2026-01-05"),),
    (*ASSESSED, (K.ADVICE_REQUESTED, "2026-02-11"), (K.EXCEPTION_RECORDED, "2026-03-01", PERSONAL)),
    (*DRAFTED, (K.SETTING_CONSULTED, "2026-05-01", {"received_on": "2026-05-01"})),
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(rf"\d{{1,2}} ({MONTHS}) \d{{4}}")
DAYS_LATE = re.compile(r"\d+ days late")
WEEKS = (0, 1, 6, 60)
"""Weeks after the last event at which each chronology is looked at."""


def text() -> str:
    """One sentence on a line, after the rules that say it."""
    said: dict[str, set[str]] = {}
    for facts, under in _chronologies():
        last = max(event.occurred_on for event in facts.events)
        for weeks in WEEKS:
            for told in clock.duties(facts, on=last + timedelta(weeks=weeks), law=under):
                for sentence in _sentences(told):
                    said.setdefault(_undated(sentence), set()).add(told.rule)
    return "".join(f"{sentence}\n    {' '.join(sorted(said[sentence]))}\n" for sentence in sorted(said))


def _chronologies() -> Iterator[tuple[Facts, Law]]:
    told = [*STORIES, *[steps for steps, _, _ in EDGES]]
    told += [(*steps, then) for _, steps, then in MEETS] + [(*steps, then) for _, steps, then, _ in STOPS]
    for steps in told:
        yield happened(*steps), LAW
    for under in LAWS:
        for name in FILES:
            for row in worked.read((EXAMPLES / name).read_text(encoding="utf-8").splitlines()):
                facts = _facts(row, under)
                if facts is not None and facts.events:
                    yield facts, under


def _facts(row: worked.Row, under: Law) -> Facts | None:
    parts = [part.partition("=") for part in row.cell("events_in").split(";")]
    named = tuple((name.strip(), value.strip()) for name, _, value in parts if value)
    try:
        return facts_of(WorkedCase(row.cell("rule_id"), row.cell("output"), row.cell("kind"), named, under))
    except (NotModelled, BadCase):
        return None


def _undated(sentence: str) -> str:
    return DAYS_LATE.sub("[so many] days late", DAY.sub("[day]", sentence))


def _sentences(told: Deadline) -> Iterator[str]:
    yield f"{told.title}: {told.bearer}, {told.force}, {told.confidence}. {told.citation}"
    for reason in told.reasons:
        where = "" if reason.citation == told.citation else f" ({reason.citation})"
        yield f"- {reason.fact} {reason.rule}{where}"
    for each in told.exceptions:
        applies = "applies" if each.applied else "does not apply"
        yield f"? {each.rule} {each.ground} {applies}: {each.why} {each.citation}"
    yield from (f"would change it: {each}" for each in told.what_would_change_it)
    yield from (f"unknown: {each}" for each in told.unknown)
    if told.due_words:
        yield f"in words: {told.due_words}"


if __name__ == "__main__":
    READ.write_text(text(), encoding="utf-8")
