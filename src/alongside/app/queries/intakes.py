"""Requests made without an account: as their sender sees them, and as officers find them waiting."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import doing, dues, seeing
from alongside.app.actor import Actor
from alongside.app.intake_answers import IntakeAnswers
from alongside.app.ports import Rendered
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.refusal import Refused
from alongside.records.models import Intake, IntakeFile


@dataclass(frozen=True, slots=True)
class SentFile:
    """One photo or file of a letter. `size` in bytes."""

    id: UUID
    file_name: str
    size: int


@dataclass(frozen=True, slots=True)
class OwnIntake:
    """A request as whoever holds its code sees it. It says nothing of any case: not even that there is one."""

    id: UUID
    answers: IntakeAnswers
    files: tuple[SentFile, ...]
    saved_at: datetime
    received_on: date | None
    decide_by: date | None
    is_registered: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request that was sent and has no case yet. Its clock runs."""

    intake_id: UUID
    child_name: str
    born_on: date | None
    sender: str
    received_on: date
    decide_by: date
    files: int


@dataclass(frozen=True, slots=True)
class ToRegister:
    """One request as an officer reads it. `reference` is set once it is registered."""

    intake_id: UUID
    answers: IntakeAnswers
    files: tuple[SentFile, ...]
    received_on: date
    decide_by: date
    reference: str
    case_id: UUID | None


def own(intake_id: UUID, *, by: Actor, at: datetime) -> OwnIntake:
    """The request that was begun or come back to. Who asks must hold it: the page knows it by the code."""
    with doing.deed("INTAKE_OPENED", Permission.ASK_FOR_ASSESSMENT, by=by, at=at, subject=str(intake_id)):
        row = Intake.objects.filter(id=intake_id).first()
        if row is None:
            raise Refused("This request is no longer here. Enter your code again, or begin a new request.")
        return OwnIntake(
            id=row.id,
            answers=IntakeAnswers.read(row.answers),
            files=_files(row),
            saved_at=row.saved_at,
            received_on=row.received_on,
            decide_by=dues.decision_by(row.received_on) if row.received_on else None,
            is_registered=row.registered_at is not None,
        )


def waiting(*, by: Actor, at: datetime) -> tuple[Waiting, ...]:
    """Every request that was sent and is not registered, the oldest first."""
    with doing.deed("INTAKES_LISTED", Permission.REGISTER_REQUEST, by=by, at=at):
        rows = Intake.objects.filter(authority=by.authority, registered_at=None).exclude(sent_at=None)
        counts = _file_counts(by.authority)
        return tuple(_waiting(row, counts.get(row.id, 0)) for row in rows.order_by("sent_at", "id"))


def to_register(intake_id: UUID, *, by: Actor, at: datetime) -> ToRegister:
    """One request, for the officer who registers it."""
    with doing.deed("INTAKE_READ", Permission.REGISTER_REQUEST, by=by, at=at, subject=str(intake_id)):
        row = Intake.objects.select_related("case").filter(id=intake_id).exclude(sent_at=None).first()
        if row is None or row.received_on is None:
            raise NotFound
        return ToRegister(
            intake_id=row.id,
            answers=IntakeAnswers.read(row.answers),
            files=_files(row),
            received_on=row.received_on,
            decide_by=dues.decision_by(row.received_on),
            reference=row.case.reference if row.case else "",
            case_id=row.case_id,
        )


def file_of(intake_id: UUID, file_id: UUID, *, by: Actor, at: datetime) -> Rendered:
    """One file of a waiting request, for an officer. Opening it is in the ledger."""
    with doing.deed(
        "INTAKE_FILE_OPENED", Permission.REGISTER_REQUEST, by=by, at=at, subject=str(intake_id)
    ) as body:
        body["file"] = str(file_id)
        rows = IntakeFile.objects.filter(id=file_id, intake=intake_id).exclude(intake__sent_at=None)
        row = rows.first()
        if row is None:
            raise NotFound
        return Rendered(row.file_name, row.media_type, bytes(row.content))


def of_case(view: seeing.CaseView) -> tuple[IntakeAnswers, ...]:
    """What was written in the requests of a case that is open already, for who may read the family's views."""
    if not view.may(Permission.SEE_FAMILY_VIEWS):
        return ()
    rows = Intake.objects.filter(case=view.case).order_by("sent_at")
    return tuple(IntakeAnswers.read(row.answers) for row in rows)


def _files(row: Intake) -> tuple[SentFile, ...]:
    rows = row.files.order_by("added_at", "id").values_list("id", "file_name", "size")
    return tuple(SentFile(*each) for each in rows)


def _file_counts(authority: str) -> dict[UUID, int]:
    ids = IntakeFile.objects.filter(authority=authority, intake__registered_at=None).values_list(
        "intake", flat=True
    )
    counts: dict[UUID, int] = {}
    for intake in ids:
        counts[intake] = counts.get(intake, 0) + 1
    return counts


def _waiting(row: Intake, files: int) -> Waiting:
    answers = IntakeAnswers.read(row.answers)
    assert row.received_on is not None
    return Waiting(
        intake_id=row.id,
        child_name=f"{answers.child_forename} {answers.child_surname}",
        born_on=answers.child_born_on,
        sender=answers.name,
        received_on=row.received_on,
        decide_by=dues.decision_by(row.received_on),
        files=files,
    )
