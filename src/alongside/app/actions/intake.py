"""Anybody asks for an EHC needs assessment, without an account: begins, comes back, adds papers, sends.

The clock runs from the day it is sent (Children and Families Act 2014 s.36(1); SEND Regulations 2014 reg 5(1)).
Nothing here says or shows whether a child is known to the authority.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.db.models import Sum

from alongside.app import doing, dues, ports, return_codes
from alongside.app.actor import Actor
from alongside.app.intake_answers import IntakeAnswers, check_can_be_sent
from alongside.core.access.permission import Permission
from alongside.core.refusal import Refused
from alongside.records.models import Intake, IntakeFile, OutboxMessage

MAY = Permission.ASK_FOR_ASSESSMENT
KEPT_FOR = timedelta(weeks=13)
"""How long a request that was begun and not sent can be come back to; then it is deleted."""
MOST_FILES = 15
MOST_BYTES = 60_000_000


@dataclass(frozen=True, slots=True)
class Started:
    """A request that has been begun. `code` is known here and nowhere else from now on."""

    intake_id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A request that has been sent: the day it counts as received and the legal last day of the decision."""

    received_on: date
    decide_by: date


def start(*, by: Actor, at: datetime) -> Started:
    """Begin a request."""
    code = return_codes.new()
    with doing.deed("INTAKE_STARTED", MAY, by=by, at=at) as body:
        row = Intake.objects.create(
            authority_id=by.authority,
            code_hash=return_codes.hashed(code, by.authority),
            started_at=at,
            saved_at=at,
        )
        body["intake"] = str(row.id)
    return Started(row.id, code)


def email_code(intake_id: UUID, code: str, to_email: str, *, by: Actor, at: datetime) -> None:
    """Send the code to an address, while it is still known. Refuses a code that is not this request's."""
    with doing.deed("RETURN_CODE_EMAILED", MAY, by=by, at=at, subject=str(intake_id)):
        row = _unsent(intake_id)
        if return_codes.hashed(code, by.authority) != row.code_hash:
            raise Refused(
                "This is not the code of your request. Use the code that you wrote down.", field="code"
            )
        OutboxMessage.objects.create(
            authority_id=by.authority,
            kind="RETURN_CODE",
            to_email=to_email,
            subject="Your code to come back to your request",
            text=(
                f"Hello\n\nYour code is {code}\n\nUse it to come back to your request: "
                f"{ports.address('/request/return')}\n\nKeep it safe: whoever has it can read what you wrote.\n"
            ),
            created_at=at,
        )


def resume(code: str, *, by: Actor, at: datetime) -> UUID:
    """The request that this code opens, begun or sent."""
    with doing.deed("INTAKE_RESUMED", MAY, by=by, at=at) as body:
        hashed = return_codes.hashed(code, by.authority)
        row = Intake.objects.filter(authority=by.authority, code_hash=hashed).first()
        if row is None or (row.sent_at is None and row.saved_at < at - KEPT_FOR):
            raise Refused(
                "There is no request with this code. Check each character: a code has 12 letters and numbers, like "
                "7HK2-QWMN-4RTX. A request that was not sent is kept for 13 weeks. You can begin a new one now.",
                field="code",
            )
        body["intake"] = str(row.id)
        return row.id


def save(intake_id: UUID, changes: Mapping[str, Any], *, by: Actor, at: datetime) -> None:
    """Keep the answers of one page; what other pages asked stays as it is."""
    unknown = changes.keys() - {each.name for each in fields(IntakeAnswers)}
    if unknown:
        raise ValueError(f"These are no answers of a request: {sorted(unknown)}.")
    with doing.deed("INTAKE_SAVED", MAY, by=by, at=at, subject=str(intake_id)):
        row = _unsent(intake_id)
        row.answers = IntakeAnswers.read(row.answers).with_changes(changes).as_kept()
        row.saved_at = at
        row.save(update_fields=["answers", "saved_at"])


def add_file(intake_id: UUID, file_name: str, content: bytes, *, by: Actor, at: datetime) -> UUID:
    """Add a photo or file of a letter. What it really is is looked at before it is kept."""
    name = PurePath(file_name.replace("\\", "/")).name[-200:]
    media_type = ports.files().check(name, content)
    with doing.deed("INTAKE_FILE_ADDED", MAY, by=by, at=at, subject=str(intake_id)) as body:
        row = _unsent(intake_id)
        held = row.files.aggregate(bytes=Sum("size"))["bytes"] or 0
        if row.files.count() >= MOST_FILES or held + len(content) > MOST_BYTES:
            raise Refused(
                f"A request can carry {MOST_FILES} files and {MOST_BYTES // 1_000_000} MB in all. Send this one now; "
                "you can give us the rest afterwards.",
                field="file",
            )
        kept = IntakeFile.objects.create(
            authority_id=by.authority,
            intake=row,
            file_name=name,
            media_type=media_type,
            size=len(content),
            sha256=sha256(content).hexdigest(),
            content=content,
            added_at=at,
        )
        body["file"] = str(kept.id)
        return kept.id


def remove_file(intake_id: UUID, file_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take a file away again before sending. One that is gone already stays gone."""
    with doing.deed("INTAKE_FILE_REMOVED", MAY, by=by, at=at, subject=str(intake_id)):
        _unsent(intake_id).files.filter(id=file_id).delete()


def send(intake_id: UUID, *, by: Actor, at: datetime) -> Sent:
    """Send the request. From this day the authority has six weeks to decide."""
    with doing.deed("INTAKE_SENT", MAY, by=by, at=at, subject=str(intake_id)) as body:
        row = _unsent(intake_id)
        answers = IntakeAnswers.read(row.answers)
        check_can_be_sent(answers)
        row.sent_at = at
        row.received_on = ports.today(at)
        row.save(update_fields=["sent_at", "received_on"])
        decide_by = dues.decision_by(row.received_on)
        body["received_on"] = row.received_on.isoformat()
        if answers.email:
            _confirm(row, answers, decide_by, at)
        return Sent(row.received_on, decide_by)


def forget_abandoned(*, by: Actor, at: datetime) -> int:
    """Delete requests that were begun, not sent, and not touched for 13 weeks. Returns how many."""
    with doing.deed("INTAKES_FORGOTTEN", Permission.REGISTER_REQUEST, by=by, at=at) as body:
        old = Intake.objects.filter(authority=by.authority, sent_at=None, saved_at__lt=at - KEPT_FOR)
        body["count"] = old.count()
        old.delete()
        return int(body["count"])


def _unsent(intake_id: UUID) -> Intake:
    row = Intake.objects.select_for_update().filter(id=intake_id).first()
    if row is None:
        raise Refused("This request is no longer here. Enter your code again, or begin a new request.")
    if row.sent_at is not None:
        raise Refused(
            "This request has been sent already, so it cannot be changed here. "
            "If something is missing or wrong, ring or email us: you do not need to ask again."
        )
    return row


def _confirm(row: Intake, answers: IntakeAnswers, decide_by: date, at: datetime) -> None:
    OutboxMessage.objects.create(
        authority_id=row.authority_id,
        kind="INTAKE_SENT",
        to_email=answers.email,
        subject="We have your request for an EHC needs assessment",
        text=(
            f"Hello\n\nWe received your request on {row.received_on:%-d %B %Y}. By law we must tell the child’s "
            f"parent, or the young person, by {decide_by:%-d %B %Y} whether we will assess.\n\n"
            f"Come back to it with your code: {ports.address('/request/return')}\n"
        ),
        created_at=at,
    )
