"""Whether every section is there and holds what it must: P1.1, P1.2, P2.1, P2.2."""

import re

from alongside.core.plan.checks import items, lexicon, template
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.headings import SECTIONS

_LEFT_BLANK = lexicon.pattern("sections.left_blank")
_SETTING = lexicon.pattern("sections.setting")
_UNDECIDED = lexicon.pattern("sections.undecided")
_PROPER = lexicon.pattern("sections.proper")
_TYPE = lexicon.pattern("sections.type")
_ELSEWHERE = re.compile(
    r"^(?:please )?(?:see|refer to|as (?:in|per|above|below)|as stated in|attached)\b[^.]{0,60}\.?$",
    re.IGNORECASE,
)
_ONLY_A_LABEL = lexicon.pattern("sections.only_a_label")


def check(context: Context) -> None:
    """Write down missing, empty and wrongly filled sections."""
    _missing(context)
    _blank(context)
    _placement(context)


def _missing(context: Context) -> None:
    plan = context.plan
    for section in SECTIONS:
        if plan.has(section):
            continue
        after = [s for s in SECTIONS[SECTIONS.index(section) :] if plan.has(s)]
        before = [s for s in reversed(SECTIONS[: SECTIONS.index(section)]) if plan.has(s)]
        near = plan.headings[(after or before)[0]] if after or before else plan.name
        if section in ("H1", "H2") and plan.has("H"):
            near = plan.headings["H"]
        context.notes.add(
            "P1.1", section, near, why=f"There is no section {section} under a heading of its own."
        )


def _blank(context: Context) -> None:
    for section in SECTIONS:
        if section == "I" or not context.plan.has(section) or _says_something(context, section):
            continue
        context.notes.add("P1.2", section, context.plan.headings[section])


def _says_something(context: Context, section: str) -> bool:
    return any(
        re.search(r"[A-Za-z0-9]", template.without_prompts(p.text))
        and not _ONLY_A_LABEL.match(p.text)
        and not _ELSEWHERE.match(p.text)
        for p in context.plan.of(section)
    )


def _placement(context: Context) -> None:
    plan, is_draft = context.plan, context.case.is_draft
    if not plan.has("I") or is_draft is None:
        return
    text = plan.text("I")
    if is_draft:
        for passage in plan.of("I"):
            names = bool(_PROPER.search(passage.text) or _TYPE.search(passage.text))
            silent = bool(_LEFT_BLANK.search(passage.text)) and not _PROPER.search(passage.text)
            if (
                names
                and not silent
                and not items.says_none(passage.text)
                and context.case.agreed("school_named_in_draft") is not True
            ):
                context.notes.add("P2.1", "I", passage.text)
        return
    named = _SETTING.search(text) and not (
        _UNDECIDED.search(text) and not _PROPER.search(text) and not _TYPE.search(text)
    )
    if not named or (_UNDECIDED.search(text) and not _PROPER.search(text)):
        context.notes.add("P2.2", "I", text.split("\n")[0] or plan.headings["I"])
