"""Messages between a family and the people who work on its case, with a promised day for the answer.

Each member of the family has a thread of their own, which no other member ever sees. What comes by phone,
letter or e-mail is put into the same thread by an officer, and the promise runs from the day it came.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import doing, involvement, ports
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.codes import Channel
from alongside.core.case.promises import answer_by
from alongside.core.refusal import Refused
from alongside.records.models import Authority, CaseParty, Message

LONGEST = 10_000
"""Characters of one message."""
BY_HAND = (Channel.PHONE, Channel.LETTER, Channel.EMAIL)
"""Ways in which a message reaches an officer outside this service."""


@dataclass(frozen=True, slots=True)
class Logged:
    """A message that came by phone, letter or e-mail, in the words of the family as nearly as they are known.

    `answer` is what the officer said at once, if the message was dealt with then.
    """

    text: str
    channel: Channel
    received_on: date
    answer: str = ""


def send(case_id: UUID, text: str, *, by: Actor, at: datetime) -> date | None:
    """Somebody of the family writes. Returns the day by which an answer is promised, if one can be named."""
    with doing.on_case(case_id, Permission.SEND_MESSAGE, by=by, at=at) as deed:
        party = involvement.party_of(by, deed.case, on=deed.today)
        if party is None:
            raise NotFound
        due = _promised(deed, deed.today)
        row = _keep(deed, party, text, from_family=True, reply_due=due)
        _tell_officer(deed)
        deed.note("MESSAGE_SENT", message=str(row.id), party=str(party.id))
        return due


def reply(case_id: UUID, party_id: UUID, text: str, *, by: Actor, at: datetime) -> int:
    """An officer writes in somebody's thread, and so answers what stands open there. Returns how many that were."""
    with doing.on_case(case_id, Permission.ANSWER_MESSAGE, by=by, at=at) as deed:
        party = _party(deed, party_id)
        answered = _answer(deed, party, text)
        _tell_family(deed, party)
        deed.note("MESSAGE_ANSWERED", party=str(party.id), answered=answered)
        return answered


def record(case_id: UUID, party_id: UUID, logged: Logged, *, by: Actor, at: datetime) -> date | None:
    """Put into the thread what came by phone, letter or e-mail. Returns the day promised for the answer."""
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        deed.require(Permission.ANSWER_MESSAGE)
        party = _party(deed, party_id)
        if logged.channel not in BY_HAND:
            raise Refused("Choose whether it came by phone, letter or email.", field="channel")
        if logged.received_on > deed.today:
            raise Refused("The day it came is in the future. Check the date.", field="received_on")
        due = _promised(deed, logged.received_on)
        row = _keep(deed, party, logged.text, from_family=True, reply_due=due)
        row.channel, row.author, row.author_name = logged.channel, None, party.name
        if logged.received_on != deed.today:
            row.sent_at = ports.noon(logged.received_on)
        row.save(update_fields=["channel", "author", "author_name", "sent_at"])
        if logged.answer.strip():
            _answer(deed, party, logged.answer, channel=logged.channel)
        deed.note("MESSAGE_RECORDED", message=str(row.id), party=str(party.id), channel=logged.channel)
        return due


def _answer(deed: CaseDeed, party: CaseParty, text: str, *, channel: Channel = Channel.ONLINE) -> int:
    waiting = Message.objects.filter(case=deed.case, party=party, from_family=True, replied_at=None)
    last = waiting.order_by("-sent_at").first()
    row = _keep(deed, party, text, from_family=False, reply_due=None)
    row.answers, row.channel = last, channel
    row.save(update_fields=["answers", "channel"])
    return waiting.update(replied_at=deed.at)


def _keep(
    deed: CaseDeed, party: CaseParty, text: str, *, from_family: bool, reply_due: date | None
) -> Message:
    if not text.strip():
        raise Refused("Write your message.", field="text")
    if len(text) > LONGEST:
        raise Refused(
            f"The message has {len(text):,} characters. Make it {LONGEST:,} or fewer, or send two.",
            field="text",
        )
    return Message.objects.create(
        authority_id=deed.case.authority_id,
        case=deed.case,
        party=party,
        from_family=from_family,
        author_id=deed.by.account,
        author_name=party.name if from_family else deed.by.name,
        text=text.strip(),
        sent_at=deed.at,
        reply_due=reply_due,
    )


def _promised(deed: CaseDeed, received_on: date) -> date | None:
    days = Authority.objects.values_list("reply_days", flat=True).get(code=deed.case.authority_id)
    return answer_by(received_on, days, ports.law().calendar)


def _party(deed: CaseDeed, party_id: UUID) -> CaseParty:
    row = deed.case.parties.filter(id=party_id, ends_before=None).first()
    if row is None:
        raise Refused("This person is not part of the case now. Go back to the list of messages.")
    return row


def _tell_officer(deed: CaseDeed) -> None:
    owner = deed.case.owner
    if owner is None or not owner.is_active:
        return
    about = "There is a new message from the family"
    address = ports.address("/messages")
    text = f"{about}.\n\nReference: {deed.case.reference}\nSign in to read and answer it: {address}\n"
    deed.tell(owner.email, "MESSAGE_SENT", f"{deed.case.reference}: {about}", text)


def _tell_family(deed: CaseDeed, party: CaseParty) -> None:
    if not (party.email and party.agreed_to_email):
        return
    text = (
        f"Hello\n\nThere is a message for you.\n\nSign in to read it: {ports.address()}\n\n"
        f"Your reference is {deed.case.reference}.\n"
    )
    deed.tell(party.email, "MESSAGE_ANSWERED", f"{deed.case.reference}: there is a message for you", text)
