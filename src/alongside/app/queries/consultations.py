"""Settings consulted about a child: what was asked, what came back, and what silence means."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, unique
from uuid import UUID

from alongside.app import dues, placing, scope, seeing
from alongside.app.actor import Actor
from alongside.app.placing import Asked, Setting
from alongside.app.queries import cases, plan_versions
from alongside.app.queries.cases import CaseHead
from alongside.app.queries.plan_versions import VersionLine
from alongside.app.seeing import CaseView
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from alongside.core.plan import placement
from alongside.core.plan.placement import Ground
from alongside.records.models import Consultation, Organisation

MOST_FOUND = 20


@unique
class Outcome(StrEnum):
    """How one consultation stands."""

    WAITING = "WAITING"
    SILENT = "SILENT"
    CAN_MEET = "CAN_MEET"
    DECLINED = "DECLINED"
    DECLINED_ON_NO_GROUND = "DECLINED_ON_NO_GROUND"


@dataclass(frozen=True, slots=True)
class ConsultationLine:
    """One setting consulted. `outcome` SILENT: the fifteen days have passed without a reply."""

    id: str
    setting: Setting
    consulted_on: date
    reply_due: date | None
    outcome: Outcome
    replied_on: date | None
    replied_by: str
    grounds: tuple[Ground, ...]
    reasons: str
    papers: tuple[str, ...]
    place_wanted: str
    is_asked_for: bool

    @property
    def is_open(self) -> bool:
        """True while no reply has come."""
        return self.replied_on is None


@dataclass(frozen=True, slots=True)
class Consultations:
    """The settings of a case. `draft` is the draft that can be sent to a setting, if one was served."""

    head: CaseHead
    lines: tuple[ConsultationLine, ...]
    asked: tuple[Asked, ...]
    draft: VersionLine | None

    @property
    def not_consulted(self) -> tuple[Asked, ...]:
        """Settings that the family asked for and that nobody has consulted: the authority must (s.39(2))."""
        return tuple(asked for asked in self.asked if not asked.is_consulted)


@dataclass(frozen=True, slots=True)
class ToReply:
    """One consultation before the setting, or before the officer who records its reply."""

    head: CaseHead
    line: ConsultationLine
    draft: VersionLine | None


@dataclass(frozen=True, slots=True)
class AskedOfUs:
    """One consultation on a setting's own list."""

    id: UUID
    case_id: UUID
    child: str
    setting_name: str
    consulted_on: date
    reply_due: date | None
    replied_on: date | None
    answer: str


@dataclass(frozen=True, slots=True)
class Found:
    """One setting found by its name."""

    id: UUID
    name: str
    about: tuple[str, str]


def of_case(case_id: UUID, *, by: Actor, at: datetime) -> Consultations:
    """Every setting consulted in the latest assessment, with its reply. The family sees it too."""
    with seeing.case(case_id, Permission.SEE_CONSULTATIONS, by=by, at=at) as view:
        return Consultations(cases.head_of(view), lines(view), placing.asked_for(view.facts), _draft(view))


def to_reply(case_id: UUID, consultation: str, *, by: Actor, at: datetime) -> ToReply:
    """One consultation for whoever may reply to it: the setting itself, and no other."""
    with seeing.case(case_id, Permission.REPLY_TO_CONSULTATION, by=by, at=at) as view:
        found = _one(view, consultation)
        if found.setting.organisation not in {str(each) for each in by.organisations}:
            raise NotFound
        return ToReply(cases.head_of(view), found, _draft(view))


def to_record(case_id: UUID, consultation: str, *, by: Actor, at: datetime) -> ToReply:
    """One consultation for the officer who records the reply."""
    with seeing.case(case_id, Permission.RECORD_SETTING_REPLY, by=by, at=at) as view:
        return ToReply(cases.head_of(view), _one(view, consultation), _draft(view))


def asked_of_us(*, by: Actor, at: datetime) -> tuple[AskedOfUs, ...]:
    """What the actor's settings are asked, open ones first, by the day the reply is due. One query."""
    decide.check_act(Permission.SEE_WORKLIST, roles=by.roles)
    with scope.opened(by):
        rows = Consultation.objects.filter(organisation__in=by.organisations)
        found = rows.select_related("case__person").order_by("-is_open", "reply_due", "id")
        return tuple(
            AskedOfUs(
                id=row.id,
                case_id=row.case_id,
                child=f"{row.case.person.forename} {row.case.person.surname}",
                setting_name=row.setting_name,
                consulted_on=row.consulted_on,
                reply_due=row.reply_due,
                replied_on=row.replied_on,
                answer=row.answer,
            )
            for row in found[:200]
        )


def settings_found(words: str, *, by: Actor, at: datetime) -> tuple[Found, ...]:
    """The settings of the authority whose names hold all these words, at most twenty."""
    if not words.strip():
        return ()
    with scope.opened(by):
        rows = Organisation.objects.filter(authority=by.authority, kind="SETTING")
        for word in words.split()[:6]:
            rows = rows.filter(name__icontains=word)
        return tuple(
            Found(row.id, row.name, (row.setting_type, row.phase))
            for row in rows.order_by("name", "id")[:MOST_FOUND]
        )


def lines(view: CaseView) -> tuple[ConsultationLine, ...]:
    """The consultations of a case that is open already, worked out from its facts. No query."""
    due = {duty.subject: duty.statutory_due for duty in dues.of(view.facts, "A08", on=view.today)}
    replies = {
        str(event.details.get("consultation")): event
        for event in view.facts.events
        if event.kind is EventKind.SETTING_REPLIED
    }
    asked = placing.asked_for(view.facts)
    return tuple(
        _line(event, replies.get(event.id), due.get(event.id), asked, view.today)
        for event in view.facts.events
        if event.kind is EventKind.SETTING_CONSULTED
    )


def _line(
    event: Event, reply: Event | None, due: date | None, asked: tuple[Asked, ...], today: date
) -> ConsultationLine:
    details = reply.details if reply else {}
    setting = placing.setting_of(event.details)
    return ConsultationLine(
        id=event.id,
        setting=setting,
        consulted_on=event.occurred_on,
        reply_due=due,
        outcome=_outcome(reply, due, today),
        replied_on=reply.occurred_on if reply else None,
        replied_by=str(details.get("replied_by") or ""),
        grounds=tuple(ground for ground in Ground if ground in (details.get("grounds") or ())),
        reasons=str(details.get("reasons") or ""),
        papers=tuple(event.details.get("papers") or ()),
        place_wanted=str(event.details.get("place_wanted") or ""),
        is_asked_for=placing.is_followed(setting, asked),
    )


def _outcome(reply: Event | None, due: date | None, today: date) -> Outcome:
    if reply is None:
        return Outcome.SILENT if due is not None and today > due else Outcome.WAITING
    if reply.details.get("answer") == placement.Answer.CAN_MEET:
        return Outcome.CAN_MEET
    lawful = placement.is_lawful_decline(str(reply.details.get("answer")), reply.details.get("grounds") or ())
    return Outcome.DECLINED if lawful else Outcome.DECLINED_ON_NO_GROUND


def _one(view: CaseView, consultation: str) -> ConsultationLine:
    found = next((line for line in lines(view) if line.id == consultation), None)
    if found is None:
        raise NotFound
    return found


def _draft(view: CaseView) -> VersionLine | None:
    return next((line for line in plan_versions.readable(view) if line.state in ("DRAFT", "FINAL")), None)
