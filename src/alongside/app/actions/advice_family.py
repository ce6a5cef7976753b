"""The family's own advice: what the child is like, in the words of a parent or of the young person.

Each of them writes their own, and nobody reads another's draft. Once sent it belongs to the family's views, which
everybody who assesses the child reads.
"""

from datetime import datetime
from uuid import UUID

from alongside.app import doing, involvement
from alongside.app.actions import advice_answers, advice_drafts
from alongside.app.actions.advice_answers import Answer, Paper
from alongside.app.actions.advice_drafts import Written
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case import advice_forms
from alongside.core.case.advice_forms import AdviceForm
from alongside.core.case.codes import AdviceKind
from alongside.core.case.episodes import episodes
from alongside.core.case.facts import Facts
from alongside.core.case.history import AdviceRequest
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty

FAMILY = AdviceKind.PARENT_OR_YOUNG_PERSON
NOT_ASKED = (
    "We have not asked for your advice yet. We ask you as soon as we have decided to assess. If something cannot "
    "wait, send us a message."
)


def save_draft(case_id: UUID, written: Written, *, by: Actor, at: datetime) -> int:
    """Keep what was written so far; returns its revision. Nobody else can read it."""
    with doing.on_case(case_id, Permission.GIVE_VIEWS, by=by, at=at) as deed:
        request, party = _asked(deed)
        return advice_drafts.keep(deed, request.id, form_of(party), written, party)


def send(case_id: UUID, written: Written, paper: Paper | None = None, *, by: Actor, at: datetime) -> UUID:
    """Send it, word for word as it was written. Returns the id of the advice.

    A second parent, or the child, may send theirs after the first: each is kept.
    """
    looked_at = advice_answers.checked(paper)
    with doing.on_case(case_id, Permission.GIVE_VIEWS, by=by, at=at) as deed:
        request, party = _asked(deed)
        draft = advice_drafts.held(deed, request.id, party)
        if draft is not None and draft.revision != written.revision:
            raise advice_drafts.DraftChanged(draft.answers, draft.revision)
        given = Answer(form_of(party).code, written.answers, paper)
        return advice_answers.keep(deed, request, given, looked_at, party=party)


def form_of(party: CaseParty) -> AdviceForm:
    """The questions as they are put to this person: about their child, or about themselves."""
    return advice_forms.form_for(FAMILY, "ABOUT_ME" if party.relation == "YOUNG_PERSON" else "ABOUT_MY_CHILD")


def request_to_family(facts: Facts) -> AdviceRequest | None:
    """The latest request to the family that was not taken back, answered or not."""
    found = [r for episode in episodes(facts) for r in episode.advice if r.kind is FAMILY and not r.cancelled]
    return found[-1] if found else None


def _asked(deed: CaseDeed) -> tuple[AdviceRequest, CaseParty]:
    party = involvement.party_of(deed.by, deed.case, on=deed.today)
    if party is None:
        raise NotFound
    request = request_to_family(deed.facts)
    if request is None:
        raise Refused(NOT_ASKED)
    return request, party
