"""What would change a duty or a right of a dispute: sentences by rule, the likeliest first."""

from collections.abc import Mapping
from types import MappingProxyType

OUTCOME = "An outcome of the appeal ends it."
GONE = "A move to another authority or the death of the child ends it."
DIRECTED = "A day that the Tribunal sets takes its place."
EXCEPTION = (
    "A listed exception (exceptional personal circumstances, an absence of two weeks or more, a closure of four "
    "weeks or more) that makes the limit impractical takes the fixed date away. It never moves it."
)
CERTIFICATE = "The certificate meets it."
PLAN = "Sending the final or the amended plan meets it."


def _ordered(meets: str) -> tuple[str, ...]:
    return (meets, DIRECTED, EXCEPTION, GONE)


def _conceded(meets: str) -> tuple[str, ...]:
    return (meets, EXCEPTION, GONE)


TOLD = "Notice to the family that there will be an assessment meets it."
NO_PLAN = "Notice of a decision against a plan meets it; a decision to issue one ends it."
DRAFT = "Sending the draft meets it."
SET = "Doing it meets it."

OF_DISPUTES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "M01": ("Contact with a mediation adviser meets it.", OUTCOME),
        "M02": (CERTIFICATE, OUTCOME),
        "M03": (
            "Mediation meets it.",
            "Telling the adviser that it cannot be arranged in time puts a certificate in its place.",
            OUTCOME,
        ),
        "M04": ("Telling the integrated care board meets it.", OUTCOME),
        "M05": (CERTIFICATE, OUTCOME),
        "M06": (CERTIFICATE, OUTCOME),
        "M07": (
            "Carrying the agreement out meets it.",
            "Another day agreed in writing takes its place.",
            GONE,
        ),
        "M08": ("Doing what was agreed meets it.", "Another day agreed in writing takes its place.", GONE),
        "M09": ("Telling the authority meets it.",),
        "M10": ("Carrying the agreement out meets it.", GONE),
        "F01": (
            "The Tribunal's receipt of an appeal meets it.",
            "A mediation certificate may give until one month after it was issued.",
            "The Tribunal may allow a late appeal.",
        ),
        "F02": ("Notice that the appeal is registered meets it.", "A withdrawal of the appeal ends it."),
        "F03": (
            "Sending the response meets it.",
            "A notice that the appeal is not opposed, before the response, ends it.",
            "The Tribunal may set another day.",
        ),
        "F04": ("Notice that the appeal is registered meets it.", "A withdrawal of the appeal ends it."),
        "F05": ("The decision with its reasons meets it.",),
        "F06": ("The Tribunal's refusal of permission ends it and opens the way to the Upper Tribunal.",),
        "F07": ("The Upper Tribunal may allow more time.",),
        "F08": (SET, "The Tribunal may set another day.", OUTCOME),
        "O01": ("The end of the plan meets it.", DIRECTED),
        "O02a": _ordered(TOLD),
        "O02b": _ordered(NO_PLAN),
        "O02c": _ordered(PLAN),
        "O03a": _ordered(DRAFT),
        "O03b": _ordered(PLAN),
        "O04": ("A decision on what was remitted meets it.", DIRECTED),
        "O05": _ordered(PLAN),
        "O06": _ordered(PLAN),
        "O07": ("Maintaining the plan meets it.",),
        "O08": _ordered(PLAN),
        "O10": ("An answer in writing meets it.",),
        "O11": (SET, GONE),
        "O12": _ordered(PLAN),
        "U00": ("An order of the Tribunal meets it.", "A withdrawal of the appeal ends it."),
        "U01": _conceded(TOLD),
        "U02": _conceded(NO_PLAN),
        "U03": _conceded(PLAN),
        "U04": _conceded(PLAN),
        "U05": _conceded(PLAN),
        "U06": _conceded(DRAFT),
        "U07": _conceded(PLAN),
        "U08": _conceded(PLAN),
        "U08c": ("Maintaining the plan meets it.",),
    }
)
