"""The list of the rules, the heat map, and the fields of a finding."""

from pathlib import Path

from alongside.core.plan.checks import report, rulebook
from alongside.core.plan.checks.finding import Finding, Severity, rules
from plan_check_cast import found

ROOT = Path(__file__).parents[3]


def finding(plan: str, section: str, severity: Severity, kind: str = "VAGUE_3") -> Finding:
    return Finding(plan, plan, "F.1", kind, severity, section, "up to", "why", "question", "ask")


def test_every_rule_says_why_what_to_ask_and_where_it_comes_from() -> None:
    for rule in rules().values():
        assert all(
            (
                rule.title,
                rule.why,
                rule.question.endswith("?") or rule.question.endswith("."),
                rule.ask,
                rule.source,
            )
        ), rule.id


def test_public_list_of_the_rules_is_what_would_be_written_now() -> None:
    page = (ROOT / "docs" / "reference" / "plan-rules.md").read_text(encoding="utf-8")
    assert page == rulebook.page(), "run alongside plan rules docs/reference/plan-rules.md"


def test_finding_is_written_with_the_fields_that_the_command_promises() -> None:
    (one,) = (f for f in found({"F": ["1. Support where possible."]}) if f.kind == "VAGUE_3")
    assert one.as_json() == {
        "plan": "plan_x",
        "doc": "plan_x",
        "rule": "F.1",
        "kind": "VAGUE_3",
        "severity": "B",
        "section": "F",
        "text": "Support where possible",
        "why": one.why,
        "question": one.question,
        "ask": "the author of the advice",
    }
    assert not any(character.isdigit() for character in one.question), "a question never proposes a number"


def test_no_question_of_any_rule_proposes_a_number() -> None:
    assert not [rule.id for rule in rules().values() if any(c.isdigit() for c in rule.question)]


def test_heat_map_counts_by_plan_and_section() -> None:
    B, W, I = Severity  # noqa: N806, E741  the letters that the findings carry
    heat = report.heat_map(
        ["one", "two"],
        [
            finding("one", "F", B),
            finding("one", "F", W),
            finding("one", "H", B),
            finding("one", "A", I, "ACRONYM"),
        ],
    )
    assert heat.square("one", "F") == report.Square(1, 1, 0)
    assert heat.square("one", "F").heat == 4
    assert heat.square("one", "H1") == report.Square(1, 0, 0)
    assert heat.square("two", "F") == report.Square()
    assert heat.total("one") == report.Square(2, 1, 1)
    assert heat.kinds == (("VAGUE_3", report.Square(2, 1, 0)), ("ACRONYM", report.Square(0, 0, 1)))
