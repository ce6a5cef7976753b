"""What befalls a plan besides its reviews: it comes from another area or goes to one, ends, is reassessed, is disputed.

Shares are those of `shares.py`. Each is told to its outcome, and cut off at a last day like everything else.
"""

from datetime import date, timedelta

from alongside.core.case.codes import EventKind as K
from alongside.demo.chance import Chance
from alongside.demo.planning import shares, years
from alongside.demo.planning.reviewing import UNCHANGED
from alongside.demo.planning.story import Happened
from alongside.demo.planning.years import DAY, Order

MOVED_AWAY, NO_LONGER_ENGAGES = "5", "6"
GROUND = {
    "1": "AGE_LIMIT",
    "3": "LEFT_FOR_WORK_OR_HIGHER_EDUCATION",
    "4": "LEFT_FOR_WORK_OR_HIGHER_EDUCATION",
}
WHY_ENDED = {
    "1": "The academic year in which the young person turned 25 has ended.",
    "2": "The outcomes of the plan have been achieved, and the setting meets the needs that remain by itself.",
    "3": "The young person has begun a course of higher education.",
    "4": "The young person has begun paid work.",
    "6": "The young person has left education and, asked twice, does not want to return.",
}
WHY_NOT_REASSESSED = (
    "The advice is recent and still describes the needs; the next review will look at what has changed."
)
WHY_NOT_AMENDED = "The reassessment found the same needs, and the provision in the plan meets them."


def moved_in(chance: Chance, order: Order, came_on: date) -> list[Happened]:
    """The family is told after a transfer in, within six weeks or later."""
    wait = chance.whole(8, 42) if chance.yes(shares.TRANSFER_NOTICE_IN_TIME) else chance.whole(45, 90)
    told = years.working_day_before(came_on + timedelta(days=wait), order.calendar)
    review = came_on + timedelta(days=chance.whole(60, 88))
    return [Happened(told, K.TRANSFER_NOTICE_SENT, {"will_assess": False, "review_on": review.isoformat()})]


def ended(chance: Chance, order: Order, ended_on: date, reason: str, other: str) -> list[Happened]:
    """How a plan came to its end: a move to another area, or a decision after consultation that nobody appealed."""
    if reason == MOVED_AWAY:
        told = years.working_day_before(ended_on - timedelta(days=chance.whole(5, 40)), order.calendar)
        move = {"to": other, "moves_on": ended_on.isoformat()}
        return [Happened(told, K.MOVE_NOTIFIED, move), Happened(ended_on, K.TRANSFERRED_OUT, move)]
    decided = years.working_day_before(ended_on - timedelta(days=chance.whole(86, 100)), order.calendar)
    consulted = years.working_day_before(decided - timedelta(days=chance.whole(14, 35)), order.calendar)
    found = [
        Happened(consulted, K.CEASE_CONSULTED, {"setting_consulted": True}),
        Happened(
            decided,
            K.CEASE_DECISION_SENT,
            {
                "reason": GROUND.get(reason, "NOT_NECESSARY"),
                "reasons": WHY_ENDED[reason],
                "takes_effect_on": ended_on.isoformat(),
            },
        ),
        Happened(ended_on, K.PLAN_CEASED, {"reason": reason}),
    ]
    if reason == NO_LONGER_ENGAGES:
        found.insert(0, Happened(consulted - 7 * DAY, K.LEFT_EDUCATION, {"wants_to_return": False}))
    return found


def ending_now(chance: Chance, order: Order) -> list[Happened]:
    """A plan whose end is being consulted on, or decided and held while it can be appealed, on the day of the build."""
    consulted = years.working_day_before(order.on - timedelta(days=chance.whole(10, 70)), order.calendar)
    decided = years.working_day(consulted + timedelta(days=chance.whole(15, 30)), order.calendar)
    return [
        Happened(consulted, K.CEASE_CONSULTED, {"setting_consulted": True}),
        Happened(decided, K.CEASE_DECISION_SENT, {"reason": "NOT_NECESSARY", "reasons": WHY_ENDED["2"]}),
    ]


def reassessed(chance: Chance, order: Order) -> list[Happened]:
    """A reassessment asked for in the last year: refused, or agreed and under way, or ended without a change."""
    asked = order.on - timedelta(days=chance.whole(5, 330))
    asked = years.working_day(asked, order.calendar)
    answered = years.working_day(asked + timedelta(days=chance.whole(6, 22)), order.calendar)
    found = [Happened(asked, K.REASSESSMENT_REQUESTED, {"by": "PARENT_OR_YOUNG_PERSON", "channel": "EMAIL"})]
    if chance.yes(shares.REASSESSMENT_REFUSED):
        return [*found, Happened(answered, K.REASSESSMENT_REFUSED_SENT, {"reasons": WHY_NOT_REASSESSED})]
    ends = years.working_day(answered + timedelta(days=chance.whole(70, 140)), order.calendar)
    return [
        *found,
        Happened(answered, K.REASSESSMENT_AGREED_SENT),
        Happened(ends, K.DECISION_NOT_TO_AMEND_SENT, {"reasons": WHY_NOT_AMENDED}),
    ]


def disputed(chance: Chance, order: Order, sent_on: date) -> list[Happened]:
    """What a family does about an amended plan: mediation to an agreement, or a certificate and perhaps an appeal."""
    calendar = order.calendar
    day = years.working_day(sent_on + timedelta(days=chance.whole(7, 35)), calendar)
    meant = {"dispute": "@AMENDED_FINAL_SENT"}
    found = [Happened(day, K.MEDIATION_ADVISER_CONTACTED, meant)]
    if chance.yes(shares.MEDIATION_WANTED):
        asked = years.working_day(day + timedelta(days=chance.whole(1, 5)), calendar)
        held = years.working_day(asked + timedelta(days=chance.whole(14, 30)), calendar)
        found.append(
            Happened(
                asked,
                K.MEDIATION_REQUESTED,
                {**meant, "health": "NONE", "issues": "Speech and language therapy"},
            )
        )
        found.append(Happened(held, K.MEDIATION_HELD, meant))
        if chance.yes(shares.MEDIATION_AGREES):
            terms = {
                "matter": "AMEND_CONTENTS",
                "terms": "Section F will say how often and by whom.",
                "la_party": "YES",
            }
            done = years.working_day_before(held + timedelta(days=chance.whole(15, 45)), calendar)
            agreed = Happened(held, K.MEDIATION_AGREED, {**meant, **terms})
            return [*found, agreed, Happened(done, K.AGREEMENT_DONE, {"agreement": "@MEDIATION_AGREED"})]
        day = held
    certified = years.working_day(day + timedelta(days=chance.whole(1, 3)), calendar)
    dated = {"certificate_dated_on": certified.isoformat()}
    found.append(Happened(certified, K.MEDIATION_CERTIFICATE_ISSUED, {**meant, **dated}))
    if not chance.yes(shares.APPEAL_AFTER_CERTIFICATE):
        return found
    return [*found, *_appealed(chance, order, certified, meant)]


def _appealed(chance: Chance, order: Order, certified: date, meant: dict[str, str]) -> list[Happened]:
    calendar = order.calendar
    lodged = years.working_day(certified + timedelta(days=chance.whole(3, 26)), calendar)
    told = years.working_day(lodged + timedelta(days=chance.whole(10, 25)), calendar)
    answered = years.working_day(told + timedelta(days=chance.whole(30, 46)), calendar)
    heard = years.working_day(told + timedelta(days=chance.whole(150, 300)), calendar)
    ordered = years.working_day(heard + timedelta(days=chance.whole(7, 20)), calendar)
    wins = chance.yes(shares.FAMILY_WINS)
    found = [
        Happened(lodged, K.APPEAL_RECEIVED, {**meant, "about": "Sections B and F", "sections": "BF"}),
        Happened(told, K.APPEAL_NOTICE_RECEIVED, {**meant, "hearing_on": heard.isoformat()}),
        Happened(answered, K.APPEAL_RESPONSE_SENT, meant),
        Happened(heard, K.APPEAL_HEARD, meant),
        Happened(ordered, K.ORDER_MADE, {**meant, "order": "AMEND_CONTENTS" if wins else "DISMISSED"}),
    ]
    if wins:
        wait = chance.whole(14, 35) if chance.yes(shares.ORDER_KEPT_IN_TIME) else chance.whole(38, 80)
        issued = years.working_day_before(ordered + timedelta(days=wait), calendar)
        found.append(Happened(issued, K.AMENDED_FINAL_SENT, {"setting_name": UNCHANGED}))
    return found
