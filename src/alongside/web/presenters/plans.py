"""The plan in words: its versions, its sections, what differs, what stands in the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from markupsafe import Markup

from alongside.app.queries.plan_versions import VersionLine
from alongside.app.queries.plans import AdviceBeside, Editor, Outline, SectionLine
from alongside.app.queries.section_owners import SectionOwner
from alongside.core.access.permission import Permission
from alongside.core.calendar import london_date
from alongside.core.case.codes import AdviceKind, EventKind, PlanSection
from alongside.core.plan.difference import Change, Piece
from alongside.core.plan.sections import GUIDES, Guide
from alongside.web.presenters import sending, wording
from alongside.web.presenters.links import Link
from alongside.web.presenters.tags import Tag

ADVICE_KINDS = {
    AdviceKind.PARENT_OR_YOUNG_PERSON: "The family’s own",
    AdviceKind.EDUCATIONAL: "Education",
    AdviceKind.MEDICAL: "Health",
    AdviceKind.PSYCHOLOGICAL: "Educational psychology",
    AdviceKind.SOCIAL_CARE: "Social care",
    AdviceKind.PREPARING_FOR_ADULTHOOD: "Preparing for adulthood",
    AdviceKind.SENSORY: "Hearing or sight",
    AdviceKind.ARMED_FORCES: "Armed forces education",
    AdviceKind.REASONABLY_REQUESTED: "Asked for by the family",
    AdviceKind.OTHER: "Other",
}
STATES = {
    "WRITING": Tag("Being written", "yellow"),
    "DRAFT": Tag("Draft with the family", "blue"),
    "FINAL": Tag("Final plan", "green"),
    "SUPERSEDED": Tag("Earlier draft", "grey"),
    "REPLACED": Tag("Earlier plan", "grey"),
}
MARKS = {
    Change.SAME: Markup("{}"),
    Change.ADDED: Markup('<ins class="app-ins"><span class="govuk-visually-hidden">[added: </span>{}'
                         '<span class="govuk-visually-hidden">]</span></ins>'),
    Change.REMOVED: Markup('<del class="app-del"><span class="govuk-visually-hidden">[taken out: </span>{}'
                           '<span class="govuk-visually-hidden">]</span></del>'),
}  # fmt: skip
"""Added is underlined and removed struck through, and both are said to whoever listens: never colour alone."""


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section in the list."""

    title: str
    href: str
    hint: str
    tag: Tag
    owner: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version in the list, with where it leads."""

    title: str
    when: str
    tag: Tag
    read: Link
    changes: Link | None


def marked(pieces: Sequence[Piece]) -> Markup:
    """A text with what came and what went marked. Whatever people wrote is escaped."""
    return Markup("").join(MARKS[piece.change].format(piece.text) for piece in pieces)


def title_of(section: PlanSection) -> str:
    """`Section B: Special educational needs`."""
    return f"Section {section}: {GUIDES[section].title}"


def section_rows(shown: Outline) -> tuple[SectionRow, ...]:
    """Every section with its state, leading to the page that writes it."""
    case_id = shown.head.case_id
    writes = Permission.EDIT_PLAN in shown.head.may
    return tuple(_section_row(line, case_id, writes) for line in shown.sections)


def _section_row(line: SectionLine, case_id: UUID, writes: bool) -> SectionRow:
    href = reverse("plan_section", kwargs={"case_id": case_id, "section": line.section}) if writes else ""
    hint = GUIDES[line.section].law
    if line.words:
        by = f" by {line.changed_by}" if line.changed_by else ""
        saved = (
            f"Saved {wording.moment(line.changed_at)}{by}" if line.revision else "As in the version before"
        )
        hint = f"{wording.plural(line.words, 'word')}. {saved}"
    asked = owner(line.owner) if line.owner else ""
    return SectionRow(title_of(line.section), href, wording.capital(hint), _state(line), asked)


def owner(asked: SectionOwner | None) -> str:
    """Who writes a section, in a sentence."""
    if asked is None:
        return "The coordinator of the case writes this section."
    if asked.ready_at is not None:
        ready_on = wording.day(london_date(asked.ready_at))
        return f"{asked.body} wrote it; {asked.ready_by} said on {ready_on} that it is ready."
    has_it = f" {asked.person} has it." if asked.person else ""
    return f"{asked.body} was asked on {wording.day(london_date(asked.asked_at))} to write it.{has_it}"


def _state(line: SectionLine) -> Tag:
    if line.owner is not None and line.owner.ready_at is None:
        return Tag("With another service", "blue")
    if line.section is PlanSection.I:
        return Tag("Stays blank", "grey")
    return Tag("Written", "green") if line.words else Tag("Nothing yet", "yellow")


def version_rows(lines: Sequence[VersionLine], case_id: UUID) -> tuple[VersionRow, ...]:
    """The versions that this reader may open, each with what changed since the one before."""
    return tuple(
        _version_row(line, case_id, is_first=place == len(lines) - 1) for place, line in enumerate(lines)
    )


def _version_row(line: VersionLine, case_id: UUID, *, is_first: bool) -> VersionRow:
    parts = {"case_id": case_id, "number": line.number}
    compared = Link(reverse("plan_changes", kwargs=parts), f"What changed in version {line.number}")
    read = Link(reverse("plan_version", kwargs=parts), f"Read version {line.number}")
    return VersionRow(
        f"Version {line.number}", when(line), STATES[line.state], read, None if is_first else compared
    )


def when(line: VersionLine) -> str:
    """What happened to a version, and when."""
    if line.final_on:
        return f"Issued {wording.day(line.final_on)}, signed by {line.signed_by}"
    if line.served_on:
        return f"Counts as received by the family {wording.day(line.served_on)}"
    return "Only officers see it"


def checks(shown: Outline) -> tuple[Link, ...]:
    """The ways to the checks and to the reasons on record."""
    parts, may = {"case_id": shown.head.case_id}, shown.head.may
    found = []
    if shown.version is not None and Permission.EDIT_PLAN in may:
        found.append(Link(reverse("plan_check", kwargs=parts), "Check this plan"))
    if Permission.SEE_NOTES in may:
        found.append(Link(reverse("plan_reasons", kwargs=parts), "Reasons on the record of this plan"))
    return tuple(found)


def next_steps(shown: Outline) -> tuple[Link, ...]:
    """What this person can do with the plan now, in the order of the work."""
    may, case_id, writes = shown.head.may, shown.head.case_id, shown.version is not None
    changes = writes and shown.is_here
    steps = (
        ("plan_advice", "Advice to use", Permission.EDIT_PLAN, EventKind.ADVICE_REQUESTED),
        *(
            (("adopt_plan", "Keep this as the plan in force", Permission.EDIT_PLAN, None),)
            if unwritten(shown)
            else ()
        ),
        *(_AMENDING if changes else ()),
        ("serve_draft", "Send the draft to the family", Permission.SERVE_DRAFT, EventKind.DRAFT_SERVED),
        ("plan_comments", "Comments on the draft", Permission.SEE_COMMENTS, EventKind.DRAFT_REISSUED),
        (
            "case_consultations",
            "Settings consulted",
            Permission.SEE_CONSULTATIONS,
            EventKind.SETTING_CONSULTED,
        ),
        ("reissue_draft", "Send a further draft", Permission.SERVE_DRAFT, EventKind.DRAFT_REISSUED),
        ("issue_final", "Issue the final plan", Permission.ISSUE_FINAL, EventKind.FINAL_SENT),
        *(_AMENDED if writes and EventKind.FINAL_SENT not in shown.follows else ()),
        (
            "decide_not_to_amend",
            "Decide not to change the plan",
            Permission.DECIDE_TO_ISSUE,
            EventKind.DECISION_NOT_TO_AMEND_SENT,
        ),
    )
    return tuple(
        Link(reverse(door, kwargs={"case_id": case_id}), text)
        for door, text, needs, kind in steps
        if needs in may and (kind is None or kind in shown.follows)
    )


_AMENDING = (
    (
        "amendment_notice",
        "Send the proposed changes to the family",
        Permission.SERVE_DRAFT,
        EventKind.AMENDMENT_NOTICE_SENT,
    ),
)
_AMENDED = (
    ("plan_comments", "Comments on the changes", Permission.SEE_COMMENTS, EventKind.AMENDED_FINAL_SENT),
    ("issue_final", "Issue the amended plan", Permission.ISSUE_FINAL, EventKind.AMENDED_FINAL_SENT),
)


def unwritten(shown: Outline) -> bool:
    """True while the plan in force, whose text is not here, is being written in."""
    return shown.in_force and not shown.is_here and shown.version is not None


def may_start(shown: Outline) -> str:
    """What the button that starts a version says; empty where one is being written or nobody here may."""
    if shown.version is not None or Permission.EDIT_PLAN not in shown.head.may:
        return ""
    if not shown.in_force:
        return "" if shown.versions else "Start the plan"
    return "Start a new version" if shown.is_here else "Write in the plan in force"


def alerts(shown: Outline) -> tuple[str, ...]:
    """What an officer should not miss."""
    found = []
    if shown.unanswered:
        found.append(
            f"{wording.plural(shown.unanswered, 'comment')} on the draft {'has' if shown.unanswered == 1 else 'have'} "
            "no answer yet. The final plan waits for that."
        )
    found += [
        f"The family asked for {asked.setting.name} on {wording.day(asked.on)}. It has not been consulted."
        for asked in shown.asked
        if not asked.is_consulted
    ]
    return (*found, *sending.of_advice(shown.advice))


def days_left(last: date | None, today: date) -> str:
    """How the family's fifteen days stand, as a sentence; empty where no draft was served."""
    if last is None:
        return ""
    if today > last:
        return f"The family’s 15 days ended on {wording.day(last)}."
    return f"The family has until {wording.weekday_day(last)} to comment ({wording.from_today(last, today)})."


def guide(section: PlanSection) -> Guide:
    """What the regulations say of a section, and what to write in it."""
    return GUIDES[section]


def advice_title(advice: AdviceBeside) -> str:
    """`Educational psychology: Ed Psychologist, 4 January 2027`."""
    post = f", {advice.post}" if advice.post else ""
    return f"{ADVICE_KINDS[advice.kind]}: {advice.author}{post}, {wording.day(advice.written_on)}"


def first_text(shown: Editor) -> str:
    """What the page offers where a section is blank: for Section K, the list of the advice gathered."""
    if shown.text or shown.section is not PlanSection.K:
        return shown.text
    return "\n".join(f"- {advice_title(advice)}" for advice in shown.advice)


def neighbours(shown: Editor) -> tuple[Link | None, Link | None]:
    """The section before and the one after that can be written now."""
    order = [section for section in PlanSection if section is not PlanSection.I]
    if shown.section not in order:
        return None, None
    place = order.index(shown.section)
    return (
        _to(shown, order[place - 1]) if place else None,
        _to(shown, order[place + 1]) if place + 1 < len(order) else None,
    )


def _to(shown: Editor, section: PlanSection) -> Link:
    return Link(
        reverse("plan_section", kwargs={"case_id": shown.head.case_id, "section": section}), title_of(section)
    )
