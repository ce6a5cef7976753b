"""The sections of a plan, each with its own voice: the family's in A, needs numbered in B, provision that says who."""

from collections.abc import Mapping

from alongside.core.case.codes import PlanSection
from alongside.demo.chance import Chance
from alongside.demo.planning.story import Child
from alongside.demo.writing.grammar import Writer
from alongside.demo.writing.profile import writer

S = PlanSection
HAS_HEALTH_NEED, HAS_CARE_NEED = 0.45, 0.22


def sections(chance: Chance, child: Child) -> Mapping[PlanSection, str]:
    """Every section but I, which stays blank until the plan is final."""
    write = writer(chance, child)
    health, care = chance.yes(HAS_HEALTH_NEED), chance.yes(HAS_CARE_NEED)
    return {
        S.A: _views(write),
        S.B: _needs(write),
        S.C: "\n".join(write.lines("some_health", 1, 2)) if health else write.write("none_health"),
        S.D: write.write("some_care") if care else write.write("none_care"),
        S.E: _numbered(write, "E", "outcome", (3, 4), "{what} This is to be reached {by}."),
        S.F: _provision(write),
        S.G: "\n".join(write.lines("health_provision", 1, 2))
        if health
        else "No health care provision is reasonably required.",
        S.H1: write.write("some_h1" if care else "none_h1"),
        S.H2: write.write("care_provision") if care else write.write("none_h2"),
        S.J: write.write("budget"),
        S.K: "\n".join(f"- {line}" for line in write.lines("source", 4, 6)),
    }


def _views(write: Writer) -> str:
    says = "\n\n".join(write.lines("child_says", 2, 3))
    parents = "\n\n".join(write.lines("parent_says", 2, 3))
    hopes = " ".join(write.lines("aspiration", 2, 3))
    return f"{write.write('asked_how')}\n\n{says}\n\n{parents}\n\n{hopes}"


def _needs(write: Writer) -> str:
    strengths = " ".join(write.lines("strength", 3, 4))
    return f"Strengths. {strengths}\n\n{write.write('area')}\n\n" + _numbered(
        write, "B", "need", (3, 5), "{what} ({evidence})"
    )


def _numbered(write: Writer, letter: str, name: str, count: tuple[int, int], form: str) -> str:
    lines = []
    for number, what in enumerate(write.lines(name, *count), start=1):
        said = form.replace("{what}", what)
        if "{evidence}" in said:
            said = said.replace("{evidence}", write.write("evidence").rstrip("."))
        if "{by}" in said:
            said = said.replace("{by}", write.phrase("by_when"))
        lines.append(f"{letter}{number}. {said}")
    return "\n\n".join(lines)


def _provision(write: Writer) -> str:
    lines = []
    for number, what in enumerate(write.lines("provision", 4, 5), start=1):
        who, often, long = write.phrase("who_staff"), write.phrase("often"), write.phrase("long")
        lines.append(f"F{number}. {what} By whom: {who}. How often: {often}. How long: {long}.")
    return "\n\n".join(lines)
