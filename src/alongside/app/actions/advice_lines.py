"""The lines of advice are made: from a form by themselves, from a file by a person who marks them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import advice_used, doing, ports, seeing
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.parts import OF_ADVICE, OPENED_BY
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.advice import lines, papers
from alongside.core.advice.lines import LONGEST, Line, LineKind
from alongside.core.advice.papers import Passage, plain
from alongside.core.case import advice_forms
from alongside.core.case.codes import AdviceKind
from alongside.core.refusal import Refused
from alongside.records.models import Advice, AdviceLine, LineUse

FEWEST = 8
"""Characters of a line that somebody marks."""
NO_TEXT = "No text was found in it: it may be a picture of a page. Open the file and mark its lines by hand."


@dataclass(frozen=True, slots=True)
class Read:
    """The text of a file, or why there is none."""

    passages: tuple[Passage, ...] = ()
    unread_because: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of an advice that somebody marks as a line. `place` is given only where the file could not be read."""

    kind: LineKind
    words: str
    place: str = ""


def read(file_name: str, content: bytes, media_type: str) -> Read:
    """The text of a file, read outside any transaction in a process of its own. A file that cannot be read is kept."""
    try:
        found = ports.papers().passages(file_name, content, media_type)
    except Refused as refusal:
        return Read(unread_because=refusal.sentence)
    return Read(found, "" if found else NO_TEXT)


def keep(deed: CaseDeed, row: Advice) -> None:
    """Within a deed: the lines of a form that has just come. Where it takes the place of an earlier answer, a decision
    about a line of the very same words goes with it.
    """
    if not row.form:
        return
    form = advice_forms.form_for(AdviceKind(row.kind), row.form)
    made = _append(deed, row, lines.of_answers(form, row.answers), "")
    if made:
        _take_over(deed, row, made)


def mark(
    case_id: UUID, advice_id: UUID, marked: Sequence[Marked], *, through: bool, by: Actor, at: datetime
) -> int:
    """Mark words of an advice as lines; returns how many are new. `through`: every line of its file is now marked.

    Raises `Refused` where the words do not stand in the advice as it was read. Words that are a line already are not
    taken twice.
    """
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        row = advice_of(deed, advice_id)
        if not marked and not through:
            raise Refused("Choose what to mark, or say that everything is marked.", field="proposals")
        known = {plain(words) for words in row.lines.values_list("words", flat=True)}
        fresh = {plain(m.words): m for m in marked if plain(m.words) not in known}
        made = _append(deed, row, [_line(row, each) for each in fresh.values()], by.name)
        if through and row.gone_through_at is None:
            row.gone_through_at, row.gone_through_by_name = at, by.name
            row.save(update_fields=["gone_through_at", "gone_through_by_name"])
            deed.note("ADVICE_GONE_THROUGH", advice=str(row.id))
        return len(made)


def read_file(case_id: UUID, advice_id: UUID, *, by: Actor, at: datetime) -> None:
    """Read the file of an advice that came before files were read, or as an earlier document (reg 6(4))."""
    with seeing.case(case_id, Permission.EDIT_PLAN, by=by, at=at) as view:
        row = Advice.objects.select_related("document").filter(case=view.case, id=advice_id).first()
        if row is None or row.document is None or not view.may(OPENED_BY[OF_ADVICE[AdviceKind(row.kind)]]):
            raise NotFound
        name, content, media_type = (
            row.document.file_name,
            bytes(row.document.content),
            row.document.media_type,
        )
    found = read(name, content, media_type)
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        row = advice_of(deed, advice_id)
        row.passages, row.unread_because = [p.as_json() for p in found.passages], found.unread_because
        row.save(update_fields=["passages", "unread_because"])
        deed.note("ADVICE_FILE_READ", advice=str(row.id), passages=len(found.passages))


def advice_of(deed: CaseDeed, advice_id: UUID) -> Advice:
    """One advice of the case that the actor may read. Any other is not found."""
    row = Advice.objects.select_for_update(of=("self",)).filter(case=deed.case, id=advice_id).first()
    if row is None or not deed.may(OPENED_BY[OF_ADVICE[AdviceKind(row.kind)]]):
        raise NotFound
    return row


def _line(row: Advice, marked: Marked) -> Line:
    words = marked.words.strip()
    if not FEWEST <= len(words) <= LONGEST:
        raise Refused(
            f"A line has between {FEWEST} and {LONGEST:,} characters; these words have {len(words):,}.",
            field="words",
        )
    place = papers.place_of(_passages(row), words) or (marked.place.strip() if not row.passages else "")
    if not place:
        what = (
            "Copy the words as they stand in one paragraph of it." if row.passages else "Say on which page."
        )
        raise Refused(
            f"“{words[:80]}” was not found in this advice. {what}", field="words" if row.passages else "place"
        )
    section = lines.section_of(marked.kind, AdviceKind(row.kind), row.form)
    return Line(marked.kind, words, place[:120], section)


def _passages(row: Advice) -> tuple[Passage, ...]:
    """What stands in the advice: the paragraphs of its file, and the answers of its form."""
    form = advice_forms.form_for(AdviceKind(row.kind), row.form)
    answers = tuple(
        Passage(heading, part)
        for heading, text in advice_forms.answered(form, row.answers)
        for part in text.split("\n")
    )
    return (*papers.from_json(row.passages), *answers)


def _append(deed: CaseDeed, row: Advice, found: Iterable[Line], marked_by: str) -> list[AdviceLine]:
    first = row.lines.count() + 1 if marked_by else 1
    made = [
        AdviceLine(
            authority_id=deed.case.authority_id, case=deed.case, advice=row, number=number, kind=line.kind,
            section=line.section, words=line.words, place=line.place, marked_at=deed.at, marked_by_name=marked_by,
        )
        for number, line in enumerate(found, start=first)
    ]  # fmt: skip
    AdviceLine.objects.bulk_create(made)
    if made:
        deed.note("ADVICE_LINES_MADE", advice=str(row.id), count=len(made))
    return made


def _take_over(deed: CaseDeed, row: Advice, made: Sequence[AdviceLine]) -> None:
    earlier = AdviceLine.objects.filter(
        case=deed.case, advice__request_id=row.request_id, advice__party=row.party_id
    ).exclude(advice=row)
    before = {(line.kind, line.words): line.id for line in earlier.order_by("advice__submitted_at", "number")}
    if not before:
        return
    uses = advice_used.latest_uses(before.values())
    rows = []
    for line in made:
        use = uses.get(before.get((line.kind, line.words), line.id))
        if use is not None:
            use.pk, use.line = None, line
            rows.append(use)
    LineUse.objects.bulk_create(rows)
