"""Advice as advisers write it into their forms: the shared headings, and the questions of each profession."""

from collections.abc import Mapping
from datetime import date, timedelta

from alongside.core.case import advice_forms
from alongside.core.case.advice_forms import AdviceForm, Group
from alongside.core.case.codes import AdviceKind
from alongside.demo.chance import Chance
from alongside.demo.planning.story import Child
from alongside.demo.writing.grammar import Writer
from alongside.demo.writing.profile import writer

LEFT_OPEN = 0.35
"""How often an adviser leaves a question open that need not be answered."""
POSTS = {
    "PSYCHOLOGY": "Educational psychologist",
    "MEDICAL": "Community paediatrician",
    "SPEECH_AND_LANGUAGE": "Speech and language therapist",
    "OCCUPATIONAL_THERAPY": "Occupational therapist",
    "PHYSIOTHERAPY": "Physiotherapist",
    "SOCIAL_CARE": "Social worker",
    "EDUCATION": "SENCO",
    "SENSORY": "Qualified teacher, sensory impairment",
    "ADULTHOOD": "Transition worker",
}
SAYS: Mapping[str, tuple[str, ...]] = {
    "seen_how": ("asked_how",),
    "own_views": ("child_says", "child_says"),
    "strengths": ("strength", "strength", "strength"),
    "sources": ("source", "source", "source"),
    "learning": ("learning", "tried"),
    "progress": ("learning", "evidence"),
    "social": ("social",),
    "social_communication": ("social", "need"),
    "language": ("need",),
    "understanding": ("need", "evidence"),
    "talking": ("need",),
    "context": ("tried", "provision"),
    "tried": ("tried",),
    "results": ("tried", "evidence"),
    "attendance": ("evidence",),
    "diagnoses": ("some_health",),
    "day_to_day": ("some_health", "need"),
    "waiting": ("some_health",),
    "home": ("parent_says", "some_care"),
    "known": ("some_care",),
    "work": ("aspiration",),
    "living": ("aspiration",),
    "community": ("strength", "aspiration"),
    "about": ("parent_says", "strength"),
    "day": ("child_says", "parent_says"),
    "hard": ("need",),
    "helps": ("provision",),
    "history": ("tried",),
    "future": ("aspiration", "aspiration"),
    "child_says": ("child_says",),
}
"""Which phrases answer which question. A question that is not here is answered with a need."""
PROVISION = ("what", "who", "how_often", "how_long")
"""The parts of a phrase about provision, in its order."""
PARTS: Mapping[tuple[str, str], str] = {
    ("need", "what"): "need",
    ("need", "evidence"): "evidence",
    ("outcome", "what"): "outcome",
    ("outcome", "by"): "by_when",
    ("provision", "need"): "area",
}


def form_of(chance: Chance, child: Child, kind: AdviceKind, *, young: bool) -> AdviceForm:
    """The form in which this kind of advice comes: health advice from a doctor, or from a therapist."""
    if kind is AdviceKind.PARENT_OR_YOUNG_PERSON:
        return advice_forms.form_for(kind, "ABOUT_ME" if young else "ABOUT_MY_CHILD")
    if kind is AdviceKind.MEDICAL:
        code = chance.shared(
            {"MEDICAL": 0.5, "SPEECH_AND_LANGUAGE": 0.3, "OCCUPATIONAL_THERAPY": 0.14, "PHYSIOTHERAPY": 0.06}
        )
        return advice_forms.form_for(kind, code)
    return advice_forms.form_for(kind)


def answers(chance: Chance, child: Child, form: AdviceForm, on: date) -> dict[str, str]:
    """The answers to a form, by key."""
    write = writer(chance, child)
    found: dict[str, str] = {}
    for item in form.items:
        if isinstance(item, Group):
            found |= _group(chance, write, item)
        elif item.is_day:
            found[item.code] = (on - timedelta(days=chance.whole(4, 24))).isoformat()
        elif item.expected or not chance.yes(LEFT_OPEN):
            found[item.code] = _said(write, form, item.code)
    return found


def _said(write: Writer, form: AdviceForm, code: str) -> str:
    if code == "post":
        return POSTS.get(form.code, "Adviser")
    return " ".join(write.write(name).partition(" | ")[0] for name in SAYS.get(code, ("need",)))


def _group(chance: Chance, write: Writer, group: Group) -> dict[str, str]:
    found: dict[str, str] = {}
    for number in range(1, min(group.most, chance.whole(2, 3)) + 1):
        if group.code == "provision":
            said = zip(PROVISION, provision(write), strict=True)
            found |= {f"{group.code}_{number}_{part}": text for part, text in said}
        for part in group.parts:
            if name := PARTS.get((group.code, part.code)):
                found[group.key(number, part)] = write.write(name)
    return found


def provision(write: Writer) -> list[str]:
    """One provision: what, by whom, how often, and how long each time and for how long."""
    return write.write("provision").split(" | ")


def nothing(chance: Chance, child: Child, kind: AdviceKind) -> str:
    """Why an adviser has nothing to add."""
    write = Writer(chance, child, "common")
    lists = {
        AdviceKind.MEDICAL: "nothing_medical",
        AdviceKind.SOCIAL_CARE: "nothing_social_care",
        AdviceKind.PARENT_OR_YOUNG_PERSON: "nothing_family",
    }
    return write.write(lists.get(kind, "nothing_other"))
