"""Sources of the plan's items: places in the advice, found again before they are kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from alongside.app.doing import CaseDeed
from alongside.core.access.parts import OF_ADVICE, OPENED_BY
from alongside.core.case import advice_forms
from alongside.core.case.codes import AdviceKind
from alongside.core.plan import quotation
from alongside.core.plan.content import Cited, PlanContent, Source
from alongside.core.refusal import Refused
from alongside.records.models import Advice


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place that somebody points at. `question` is the key of an answer; `words` the part of it that they quote,
    all of it where they quote none. Advice that came as a document is quoted with its page and paragraph.

    Without `advice`, the words are looked for in every answer that the writer may read.
    """

    words: str = ""
    advice: UUID | None = None
    question: str = ""
    page: int | None = None
    paragraph: int | None = None


def found(deed: CaseDeed, quoted: Iterable[Quoted]) -> tuple[Source, ...]:
    """The sources of these places. Raises `Refused` where the words do not stand there."""
    wanted = list(quoted)
    if not wanted:
        return ()
    rows = {row.id: row for row in _readable(deed)}
    return tuple(_source(each, rows) for each in wanted)


def check_all(deed: CaseDeed, content: PlanContent) -> PlanContent:
    """The same plan, its sources found again: advice that is held here is cited as it is and must hold the words.

    Advice that is not held here, as with a plan from elsewhere, stays cited in words.
    """
    wanted = {
        UUID(source.cited.advice)
        for each in content.sources.values()
        for source in each
        if source.cited.advice
    }
    rows = {row.id: row for row in Advice.objects.filter(case=deed.case, id__in=wanted)}
    sources = {
        thread: tuple(_as_held(source, rows) for source in each) for thread, each in content.sources.items()
    }
    return PlanContent(content.sections, content.links, sources)


def _readable(deed: CaseDeed) -> Iterator[Advice]:
    rows = Advice.objects.filter(case=deed.case, nothing_to_add=False)
    for row in rows.order_by("submitted_at", "author_name", "id"):
        if deed.may(OPENED_BY[OF_ADVICE[AdviceKind(row.kind)]]):
            yield row


def _source(given: Quoted, rows: dict[UUID, Advice]) -> Source:
    words = given.words.strip()
    if given.advice is None:
        return _looked_for(words, rows.values())
    row = rows.get(given.advice)
    if row is None:
        raise Refused(
            "The advice that you point at is not on this case, or you may not read it. Choose from the list.",
            field="passages",
        )
    if not given.question:
        return _of_document(given, row, words)
    answer = row.answers.get(given.question, "")
    words = words or answer
    quotation.check(words, answer, f"{row.author_name}’s answer to “{title_of(row, given.question)}”")
    return Source(_cited(row), given.question, None, None, words)


def _of_document(given: Quoted, row: Advice, words: str) -> Source:
    if row.document_id is None:
        raise Refused(
            f"{row.author_name}’s advice came without a document. Choose one of its answers.",
            field="document",
        )
    if not words or given.page is None:
        raise Refused(
            "Give the page, and the words that stand there.", field="page" if words else "quotation"
        )
    return Source(_cited(row), "", given.page, given.paragraph, words)


def _looked_for(words: str, rows: Iterable[Advice]) -> Source:
    for row in rows:
        for key, answer in row.answers.items():
            if quotation.occurs(words, answer):
                quotation.check(words, answer, "the advice")
                return Source(_cited(row), key, None, None, words)
    raise Refused(
        f"“{words[:80]}” stands in no answer of the advice on this case. Copy the words as they are there, or choose "
        "the document and its page.",
        field="quotation",
    )


def _as_held(source: Source, rows: dict[UUID, Advice]) -> Source:
    row = rows.get(UUID(source.cited.advice)) if source.cited.advice else None
    if row is None:
        cited = source.cited
        return Source(
            Cited("", cited.kind, cited.author, cited.post, cited.written_on),
            source.question, source.page, source.paragraph, source.quotation,
        )  # fmt: skip
    if source.question:
        answer = row.answers.get(source.question, "")
        quotation.check(source.quotation, answer, f"{row.author_name}’s answer “{source.question}”")
    return Source(_cited(row), source.question, source.page, source.paragraph, source.quotation)


def title_of(row: Advice, key: str) -> str:
    """What the form asks where an answer is kept under this key; the key itself for one that it does not know."""
    form = advice_forms.form_for(AdviceKind(row.kind), row.form)
    return advice_forms.title_of(form, key)


def _cited(row: Advice) -> Cited:
    return Cited(str(row.id), row.kind, row.author_name, row.author_post, row.written_on)
