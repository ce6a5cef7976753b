"""Passages of plans that have left, kept by the fingerprints of their words, so that a copy is found by one look-up.

Names and pronouns are out of them. What is found says that the words stand in another child's plan, and not in whose.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alongside.app.doing import CaseDeed
from alongside.core.plan.checks import copy_index, kept, language
from alongside.core.plan.checks.copy_index import Other
from alongside.core.plan.checks.document import PlanDocument
from alongside.records.models import Case, PlanPassage, PlanPassageMark

ANOTHER = "another child’s plan"
MOST = 400
"""Passages of other plans that are compared word by word at one look."""


@dataclass(frozen=True, slots=True)
class Like:
    """Passages of other plans that share a run of words with a plan: where each mark stands, and their words.

    `names` are those of the children in whose plans they stand, in small letters.
    """

    marks: tuple[tuple[int, tuple[int, ...]], ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def like(case: Case, plan: PlanDocument, names: Sequence[str]) -> Like:
    """What of other plans shares words with this one. Two queries, whatever the number of plans."""
    own = copy_index.index_of([Other(plan, tuple(names))])
    rows = PlanPassageMark.objects.filter(authority=case.authority_id, mark__in=list(own.held))
    found: dict[int, list[int]] = defaultdict(list)
    for mark, passage in rows.exclude(case=case).order_by("passage", "mark").values_list("mark", "passage"):
        found[passage].append(mark)
    chosen = sorted(found)[:MOST]
    return _like(chosen, found) if chosen else Like()


def _like(chosen: Sequence[int], found: Mapping[int, Sequence[int]]) -> Like:
    rows = PlanPassage.objects.filter(id__in=chosen).order_by("id")
    held: dict[int, list[int]] = defaultdict(list)
    words: list[str] = []
    names: set[str] = set()
    for number, row in enumerate(rows.select_related("case__person")):
        person = row.case.person
        words.append(row.words)
        for name in (person.forename, person.surname, person.known_as):
            names |= set(language.words(name.replace("-", " ")))
        for mark in found[row.id]:
            held[mark].append(number)
    marks = tuple((mark, tuple(numbers)) for mark, numbers in sorted(held.items()))
    return Like(marks, tuple(words), tuple(sorted(names)))


def keep(deed: CaseDeed, texts: Mapping[str, str]) -> None:
    """Within a deed: the passages of the version that leaves take the place of those kept before."""
    person = deed.case.person
    names = (person.forename, person.surname, person.known_as)
    own = copy_index.index_of([Other(kept.plan("", texts), tuple(name for name in names if name))])
    PlanPassage.objects.filter(case=deed.case).delete()
    rows = PlanPassage.objects.bulk_create(
        PlanPassage(authority_id=deed.case.authority_id, case=deed.case, words=words)
        for _, words in own.passages
    )
    PlanPassageMark.objects.bulk_create(
        PlanPassageMark(authority_id=deed.case.authority_id, case=deed.case, passage=rows[number], mark=mark)
        for mark, numbers in own.held.items()
        for number in numbers
    )
