"""One case as its page shows it: whose it is, where it stands, what is owed and why.

Everything here is worked out again from the chronology at the moment of looking; no cache is read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import openings, seeing
from alongside.app.actor import Actor
from alongside.app.openings import Opening
from alongside.app.seeing import CaseView
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation, rights_pass_on
from alongside.core.case import stages
from alongside.core.case.codes import EventKind, Region, Stage
from alongside.core.case.history import Episode
from alongside.core.law.duty import Deadline


@dataclass(frozen=True, slots=True)
class CaseHead:
    """Whose case it is and where it stands: the top of every page of a case.

    `may` is what this person may do or see here, so that a page offers nothing that would be refused.
    `stage` is worked out from the chronology. `in_emergency`: the reader has broken the glass, and may only read what
    that opens. `rights_pass_on` is the first day on which the rights are the
    young person's own; None where the date of birth is not known.
    """

    case_id: UUID
    reference: str
    name: str
    known_as: str
    born_on: date | None
    age: int | None
    rights_pass_on: date | None
    stage: Stage
    owner: UUID | None
    owner_name: str
    setting_name: str
    language: str
    communicates_by: str
    has_withheld_address: bool
    today: date
    may: frozenset[Permission]
    in_emergency: bool = False

    @property
    def rights_have_passed(self) -> bool:
        """True once the young person holds the rights."""
        return self.rights_pass_on is not None and self.today >= self.rights_pass_on


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that the case waits for from somebody. `due` is the legal last day, if the law sets one."""

    whom: str
    what: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page of a case. `episode` is the latest way from a request to a plan, if any.

    `regions` are the parallel regions that are not at rest, each with its stage, disputes last.
    `emergencies` are recent openings of this case, for its owner and for whoever may see who looked; somebody else is
    told of their own. `emergency_opens` is what breaking the glass would show this reader besides.
    """

    head: CaseHead
    duties: tuple[Deadline, ...]
    episode: Episode | None
    waiting: tuple[Waiting, ...]
    follows: frozenset[EventKind]
    revision: int
    regions: tuple[tuple[Region, Stage], ...] = ()
    emergencies: tuple[Opening, ...] = ()
    emergency_opens: frozenset[Part] = frozenset()

    @property
    def live(self) -> tuple[Deadline, ...]:
        """What somebody still has to do, by the legal date; what has no date comes last."""
        owed = [duty for duty in self.duties if duty.is_live]
        return tuple(
            sorted(owed, key=lambda d: (d.statutory_due is None, d.statutory_due or date.min, d.rule))
        )

    @property
    def done(self) -> tuple[Deadline, ...]:
        """What was met, late or not, and what fell away, the latest first."""
        settled = [duty for duty in self.duties if not duty.is_live]
        return tuple(sorted(settled, key=lambda d: (d.met_on or d.triggered_on, d.rule), reverse=True))


def head_of(view: CaseView) -> CaseHead:
    """The head of a case that is open already: for every query that shows a page of the case."""
    case, person = view.case, view.case.person
    born_on = person.born_on
    return CaseHead(
        case_id=case.id,
        reference=case.reference,
        name=f"{person.forename} {person.surname}",
        known_as=person.known_as,
        born_on=born_on,
        age=None if born_on is None else _age(born_on, view.today),
        rights_pass_on=None if born_on is None else rights_pass_on(born_on),
        stage=view.state.assess,
        owner=case.owner_id,
        owner_name=case.owner.name if case.owner else "",
        setting_name=case.setting.name if case.setting else "",
        language=person.language,
        communicates_by=person.communicates_by,
        has_withheld_address=view.may(Permission.SEE_CONTACT_DETAILS)
        and any(party.address_withheld and party.ends_before is None for party in view.parties),
        today=view.today,
        may=frozenset(permission for permission in Permission if view.may(permission)),
        in_emergency=Relation.EMERGENCY in view.relations,
    )


def head(case_id: UUID, *, by: Actor, at: datetime) -> CaseHead:
    """The head alone, for a page whose own content comes from elsewhere. Raises `NotFound`."""
    with seeing.case(case_id, Permission.SEE_CASE, by=by, at=at) as view:
        return head_of(view)


def overview(case_id: UUID, *, by: Actor, at: datetime) -> Overview:
    """The first page of a case. Raises `NotFound` or `NotAllowed`."""
    with seeing.case(case_id, Permission.SEE_DEADLINES, by=by, at=at) as view:
        state, told = view.state, view.told
        latest = told.episodes[-1] if told.episodes else None
        works = told.life.works[-1:] if told.life is not None else ()
        duties = view.duties()
        return Overview(
            head=head_of(view),
            duties=duties,
            episode=latest,
            waiting=_waiting((latest, *works), duties) if view.may(Permission.SEE_ADVICE_REQUESTS) else (),
            follows=frozenset(kind for kind in EventKind if stages.can_follow(state, kind)),
            revision=view.case.revision,
            regions=(*state.regions, *((Region.DISPUTE, stage) for stage in state.disputes)),
            emergencies=openings.of_case(view),
            emergency_opens=openings.would_open(view),
        )


def _age(born_on: date, on: date) -> int:
    """Full years on a day."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def _waiting(works: Iterable[Episode | None], duties: tuple[Deadline, ...]) -> tuple[Waiting, ...]:
    """Whose answer the latest assessment or reassessment waits for: bodies asked and settings consulted."""
    due = {(duty.rule, duty.subject): duty.statutory_due for duty in duties}
    found: list[Waiting] = []
    for work in works:
        if work is None:
            continue
        found += [
            Waiting(request.asked_name, request.kind or "OTHER", due.get(("A04", request.id)))
            for request in work.advice
            if request.received_on is None and not request.cancelled
        ]
        found += [
            Waiting(consulted.setting_name, "CONSULTATION", due.get(("A08", consulted.id)))
            for consulted in work.consultations
            if consulted.replied_on is None
        ]
    return tuple(found)
