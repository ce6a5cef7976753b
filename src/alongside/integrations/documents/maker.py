"""The port `LetterMaker`: plain facts in, a PDF and a Word file out, or a sentence that says what is missing."""

from collections.abc import Callable
from typing import Any

from alongside.app.letter_facts import LetterFacts
from alongside.app.plan_papers import AdvicePaper, Paper, PlanChanges, PlanPaper
from alongside.app.ports import Rendered
from alongside.core.refusal import Refused
from alongside.integrations.documents import pdf, plain, sheet, word
from alongside.integrations.documents.content import DocumentRefused, Letter
from alongside.integrations.documents.makers import bodies, decisions, papers, plan_decisions, plans
from alongside.integrations.documents.plan import of_plan
from alongside.integrations.documents.sheet import Sheet

PDF = "application/pdf"
TEXT = "text/plain; charset=utf-8"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

MAKERS: dict[type[LetterFacts], Callable[[Any], Letter]] = {
    **decisions.MAKERS,
    **plans.MAKERS,
    **plan_decisions.MAKERS,
    **bodies.MAKERS,
}
"""Every kind of letter that `app` can ask for. Each area adds its own from its module in `makers/`."""


PAPERS: dict[type[Paper], Callable[[Any], tuple[Sheet, str]]] = {
    PlanChanges: papers.changes,
    AdvicePaper: papers.advice,
}
"""Every other paper, with the words by which its file is named."""


class Documents:
    """The letter kit as `app` sees it."""

    def letter(self, facts: LetterFacts) -> tuple[Rendered, ...]:
        """The letter as PDF and as Word."""
        return self._made(lambda: _letter(facts))

    def plan(self, facts: PlanPaper) -> tuple[Rendered, ...]:
        """The plan as PDF and as Word: a draft unless it is signed."""
        return self._made(lambda: _plan(facts))

    def paper(self, facts: Paper) -> tuple[Rendered, ...]:
        """A paper that goes with a letter or with a plan, as PDF and as Word."""
        return self._made(lambda: PAPERS[type(facts)](facts))

    def _made(self, told: Callable[[], tuple[Sheet, str]]) -> tuple[Rendered, ...]:
        try:
            printed, what = told()
            return self.forms(printed, what)
        except DocumentRefused as refusal:
            raise Refused(str(refusal)) from None

    def forms(self, printed: Sheet, what: str) -> tuple[Rendered, ...]:
        """The sheet in each form in which it is kept."""
        return (
            Rendered(sheet.file_name(printed, what, "pdf"), PDF, pdf.render(printed)),
            Rendered(sheet.file_name(printed, what, "docx"), WORD, word.render(printed)),
        )


class PlainText(Documents):
    """The same words with the same checks as plain text only: for the old letters of a synthetic area."""

    def forms(self, printed: Sheet, what: str) -> tuple[Rendered, ...]:
        """The sheet as text."""
        return (Rendered(sheet.file_name(printed, what, "txt"), TEXT, plain.render(printed)),)


def _letter(facts: LetterFacts) -> tuple[Sheet, str]:
    letter = MAKERS[type(facts)](facts)
    return sheet.of_letter(letter), letter.kind


def _plan(facts: PlanPaper) -> tuple[Sheet, str]:
    return of_plan(plans.plan(facts)), "final plan" if facts.signed else f"draft plan {facts.version}"
