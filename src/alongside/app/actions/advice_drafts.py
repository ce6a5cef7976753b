"""What an adviser, or somebody of the family, has written of their advice so far. No save overwrites another's."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from alongside.app.doing import CaseDeed
from alongside.core.case import advice_forms
from alongside.core.case.advice_forms import AdviceForm
from alongside.core.refusal import Refused
from alongside.records.models import AdviceDraft, CaseParty

LONGEST = 20_000
"""Characters in one answer."""


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be kept: the form's code, the answers by key, and the revision that the writer had seen."""

    form: str
    answers: Mapping[str, str]
    revision: int


class DraftChanged(Refused):
    """Somebody else saved meanwhile. Nothing was overwritten: `answers` is what stands, at `revision`."""

    def __init__(self, answers: Mapping[str, str], revision: int) -> None:
        super().__init__(
            "Somebody else saved this advice while you were writing. Nothing is lost: what you wrote is below, and "
            "what they wrote is shown under each question that differs. Put them together and save again."
        )
        self.answers = answers
        self.revision = revision


def keep(deed: CaseDeed, request_id: str, form: AdviceForm, written: Written, party: CaseParty | None) -> int:
    """Within a deed: keep what was written. Returns its new revision. Raises `DraftChanged`."""
    answers = advice_forms.known(form, written.answers)
    check_length(answers)
    row = held(deed, request_id, party)
    if row is None:
        row = AdviceDraft(
            authority_id=deed.case.authority_id, case=deed.case, request_id=UUID(request_id), party=party
        )
    elif row.revision != written.revision:
        raise DraftChanged(row.answers, row.revision)
    row.form, row.answers = form.code, answers
    row.saved_at, row.saved_by_id = deed.at, _account(deed)
    row.revision += 1
    row.save()
    deed.note("ADVICE_DRAFT_SAVED", request=request_id, revision=row.revision)
    return row.revision


def held(deed: CaseDeed, request_id: str, party: CaseParty | None) -> AdviceDraft | None:
    """The draft as it stands, locked until the deed is done."""
    rows = AdviceDraft.objects.select_for_update(of=("self",))
    return rows.filter(case=deed.case, request_id=request_id, party=party).first()


def forget(deed: CaseDeed, request_id: str, party: CaseParty | None) -> None:
    """Within a deed: delete the draft, once the advice has been sent or is no longer wanted."""
    AdviceDraft.objects.filter(case=deed.case, request_id=request_id, party=party).delete()


def check_length(answers: Mapping[str, str]) -> None:
    """Refuse an answer that no box could hold."""
    for key, text in answers.items():
        if len(text) > LONGEST:
            raise Refused(
                f"One answer is {len(text):,} characters long. The most is {LONGEST:,}: put the rest into a file.",
                field=key,
            )


def _account(deed: CaseDeed) -> UUID:
    if deed.by.account is None:
        raise Refused("Only somebody who has signed in can keep a draft.")
    return deed.by.account
