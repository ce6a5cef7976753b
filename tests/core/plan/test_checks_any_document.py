"""No document, however odd, ends the checks; and the same document always gives the same findings."""

import random

from alongside.core.plan.checks import check, document
from alongside.core.plan.checks.blocks import Block, Cell, Grid, Line, Written
from alongside.core.plan.checks.facts import CaseFacts
from plan_check_cast import BASE, TITLES, advice, case

WORDS = (
    *(line for lines in BASE.values() for line in lines),
    *(f"Section {section}: {title}" for section, title in TITLES.items()),
    *(
        "",
        " ",
        ".",
        "-",
        "B1.",
        "B1",
        "1.",
        "E9",
        "£",
        "£50 a week for 40 weeks, total £1",
        "31 June 2026",
        "???",
        "[insert",
        "“",
        '"',
    ),
    *(
        "Need",
        "Provision",
        "Who",
        "How often",
        "What: reading",
        "Who:",
        "Where possible",
        "Dr.",
        "e.g.",
        "TBC",
        "I am 9",
        "H",
        "A. Views",
    ),
    *(
        "Strengths. Kind but rude.",
        "Jo Jo Jo",
        "he/she",
        "No needs identified.",
        "Oliver will be helped",
        "40 hours at £12 an hour £1",
    ),
)
HOW_MANY = 250


def block(dice: random.Random) -> Block:
    if dice.random() < 0.25:
        return Grid(
            tuple(
                tuple(
                    Cell(
                        tuple(Line(dice.choice(WORDS)) for _ in range(dice.randrange(3))), dice.random() < 0.1
                    )
                    for _ in range(dice.randrange(5))
                )
                for _ in range(dice.randrange(5))
            )
        )
    return Line(dice.choice(WORDS), dice.choice((0, 0, 0, 1)), dice.random() < 0.2, dice.random() < 0.2)


def written(dice: random.Random) -> Written:
    blocks = tuple(block(dice) for _ in range(dice.randrange(30)))
    return Written("plan", blocks, (dice.choice(WORDS),), (dice.choice(WORDS),))


def test_any_document_is_checked_and_the_same_way_twice() -> None:
    dice = random.Random(20261122)
    given = [
        advice("a", "# Findings", "Jo cannot swallow.", "# Provision", "- Reading each day for 10 minutes.")
    ]
    for number in range(HOW_MANY):
        plan, last = document.read(written(dice)), document.read(written(dice))
        facts = dice.choice((case(), CaseFacts()))
        first = check.check(plan, facts, given, last)
        assert first == check.check(plan, facts, given, last), number
