"""The sections of a plan, drawn from the advice of the case: what was found, what was advised, and who said so."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from alongside.app.queries.under_way import AdviceGiven
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.demo.chance import Chance
from alongside.demo.planning.story import Child
from alongside.demo.writing import drawn
from alongside.demo.writing.drawn import Advised, Found
from alongside.demo.writing.grammar import Writer
from alongside.demo.writing.profile import writer

S = PlanSection
KINDS = {
    AdviceKind.PARENT_OR_YOUNG_PERSON: "Family",
    AdviceKind.EDUCATIONAL: "School",
    AdviceKind.MEDICAL: "Medical advice",
    AdviceKind.PSYCHOLOGICAL: "Educational psychologist",
    AdviceKind.SOCIAL_CARE: "Social care advice",
    AdviceKind.PREPARING_FOR_ADULTHOOD: "Preparing for adulthood",
    AdviceKind.SENSORY: "Teacher of children with a hearing or vision impairment",
    AdviceKind.ARMED_FORCES: "Armed forces advice",
}
NO_HEALTH, NO_CARE = "none_health", "none_care"


def sections(
    chance: Chance, child: Child, given: Sequence[AdviceGiven], on: date
) -> Mapping[PlanSection, str]:
    """Every section but I, which stays blank until the plan is final."""
    write = writer(chance, child)
    needs, health, care = drawn.needs(given), drawn.health(given), drawn.care(given)
    advised = drawn.provisions(given) or drawn.made_up(write)
    needs = needs or [Found(phrase, "", "") for phrase in write.lines("need", 3, 4)]
    home = drawn.paired(write, care, drawn.CARE_HELP)
    hopes = write.lines("aspiration", 2, 3)
    return {
        S.A: _views(write, hopes, on),
        S.B: _needs(write, needs),
        S.C: _listed("C", health) or write.write(NO_HEALTH),
        S.D: _listed("D", care) or write.write(NO_CARE),
        S.E: _outcomes(write, drawn.outcomes(given), hopes, on),
        S.F: _provision(advised, needs),
        S.G: drawn.paired(write, health, drawn.HEALTH_HELP)
        or "No health care provision is reasonably required.",
        S.H1: home or write.write("none_h1"),
        S.H2: write.write("none_h2"),
        S.J: write.write("budget"),
        S.K: _advice(given, on),
    }


def _views(write: Writer, hopes: Sequence[str], on: date) -> str:
    says = "\n\n".join(write.lines("child_says", 2, 3))
    parents = "\n\n".join(write.lines("parent_says", 2, 3))
    asked = f"On {on - timedelta(days=40):%-d %B %Y} {write.phrase('asked_how')}".replace(". ", ".\n")
    return f"{asked}\n\n{says}\n\n{parents}\n\n{chr(10).join(hopes)}"


def _needs(write: Writer, needs: Sequence[Found]) -> str:
    strengths = "\n".join(["Strengths", *(f"- {line}" for line in write.lines("strength", 3, 4))])
    return "\n\n".join([strengths, write.write("area"), _listed("B", needs)])


def _listed(letter: str, found: Sequence[Found]) -> str:
    return "\n\n".join("\n".join(each.lines(f"{letter}{number}")) for number, each in enumerate(found, 1))


def _outcomes(write: Writer, advised: Sequence[str], hopes: Sequence[str], on: date) -> str:
    """Each with its day, and with the hope that it is a step towards."""
    found = list(advised) or write.lines("outcome", 3, 4)
    by = date(on.year + (on.month >= 5), 7, 31)
    lines = []
    for number, what in enumerate(found, 1):
        hope = f"\nStep towards: {hopes[number - 1]}" if number <= len(hopes) else ""
        lines.append(f"E{number}. By {by:%B %Y} {what}{hope}")
    return "\n\n".join(lines)


def _provision(advised: Sequence[Advised], needs: Sequence[Found]) -> str:
    """Every need is met by at least one provision, and every provision meets one."""
    met: list[list[int]] = [[] for _ in advised]
    for number in range(max(len(needs), len(advised))):
        met[number % len(advised)].append(number % len(needs) + 1)
    lines = []
    for number, (one, for_needs) in enumerate(zip(advised, met, strict=True), 1):
        numbers = ", ".join(f"B{each}" for each in sorted(set(for_needs)))
        lines.append(
            f"F{number}. {one.what}\nBy whom: {one.who}\nWhen: {one.often}, {one.long}\nNeed: {numbers}"
        )
    return "\n\n".join(lines)


def _advice(given: Sequence[AdviceGiven], on: date) -> str:
    lines = []
    for each in given:
        nothing = ", no needs identified" if each.nothing_to_add else ""
        post = f", {each.post}" if each.post else ""
        lines.append(
            f"- {KINDS.get(each.kind, 'Adviser')}: {each.author}{post}{nothing}, {each.written_on:%-d %B %Y}"
        )
    return "\n".join(lines) or f"No advice had come by {on:%-d %B %Y}."
