"""A second clock for the life of a plan besides its reviews: slow and plain, a day at a time, every timer ticked.

Written from the specification alone (sections 6, 10 and 12.3 to 12.7 of the law). It shares no code with
`alongside.core.law` or with the reader of chronologies: it sees only events, bank holidays and a day.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from core.law.slow_clock import ONE, Timer, add_days, add_months, first_year_ends, tribunal_last_day, works

RULES = frozenset(
    {
        *("Z01", "Z03", "Z05", "Z06", "T01", "T02", "T03", "T04", "T04b", "T05", "A13"),
        *("C01", "C02.other", "C03", "C05", "D07", "B01"),
    }
)


def months_end(first: date, number: int) -> date:
    """The last day of so many months that start with this one."""
    if number == 12:
        return first_year_ends(first)
    there, begun = first, 0
    while begun < number:
        there += ONE
        begun += there.day == 1
    while there.day < first.day:
        if (there + ONE).day == 1:
            return there
        there += ONE
    return there - ONE


@dataclass
class Again:
    """A reassessment on its way."""

    id: str
    asked: Timer | None = None
    refused: str = ""
    agreed: bool = False
    working: bool = False
    by_outcome: bool = False
    finish: Timer | None = None
    draft: Timer | None = None
    ask: Timer | None = None
    over: bool = False


@dataclass
class Ending:
    """A plan on its way to its end."""

    id: str
    consult: Timer
    tell: Timer
    keep: Timer | None = None
    notice: str = ""
    sent: date | None = None
    certificate: date | None = None
    contacted_in_time: bool = False
    appealed: bool = False
    withdrawn: date | None = None
    over: bool = False


class SlowPlanLife:
    """Lives through the events of a case, a day at a time."""

    def __init__(self, events: list[Any], holidays: frozenset[date]) -> None:
        self.events, self.holidays = events, holidays
        self.timers: list[Timer] = []
        self.again: list[Again] = []
        self.endings: list[Ending] = []
        self.moves: list[dict[str, Any]] = []
        self.arrivals: list[dict[str, Any]] = []
        self.changes: list[dict[str, Any]] = []
        self.detentions: list[dict[str, Any]] = []
        self.left: list[Timer] = []
        self.payments: list[Timer] = []
        self.decided: set[str] = set()
        self.plan = self.made = self.reviewed = None
        self.dead = self.paying = False
        self.on = date.min

    def live_until(self, on: date) -> dict[tuple[str, str], tuple[date | None, str, date | None, int]]:
        """Every timer at the end of that day, by rule and subject: due, state, day met, days late."""
        self.on = on
        today = min((event.occurred_on for event in self.events), default=on)
        while today <= on:
            self.dawn(today)
            for event in self.events:
                if event.occurred_on == today and not self.dead:
                    getattr(self, "on_" + event.kind.value.lower(), self.nothing)(event, today)
            self.dawn(today)
            for timer in self.timers:
                self.tick(timer, today)
            today += ONE
        return {(t.rule, t.subject): (t.due, t.state, t.met_on, t.late) for t in self.timers}

    def dawn(self, today: date) -> None:
        """Windows end with the day before; a plan that may end does."""
        for timer in self.timers:
            if timer.rule == "Z05" and timer.state == "RUNNING" and timer.due and today > timer.due:
                timer.state, timer.met_on = "MET", timer.due
        for ending in self.endings:
            keep = ending.keep
            if ending.over or keep is None or keep.state != "RUNNING" or keep.due is None:
                continue
            if ending.contacted_in_time and ending.certificate is None:  # it may still come, and open a month
                continue
            if today >= keep.due and not self.end_is_recorded(today):
                keep.state, keep.met_on = "MET", keep.due
                self.end(today, ceased=True)

    def end_is_recorded(self, today: date) -> bool:
        """True where somebody wrote down when the plan ended: it then ended on that day, and not by itself."""
        for event in self.events:
            if today <= event.occurred_on <= self.on and event.kind.value in (
                "PLAN_CEASED",
                "TRANSFERRED_IN",
            ):
                return bool(event.kind.value == "PLAN_CEASED")
        return False

    def tick(self, timer: Timer, today: date) -> None:
        if timer.rule in ("Z05", "C03") or timer.due is None or today <= timer.due:
            return
        if timer.state in ("RUNNING", "OVERDUE"):
            timer.state = "OVERDUE"
            timer.late += 1

    def nothing(self, event: Any, today: date) -> None:
        """Events that start and stop nothing here."""

    def start(self, rule: str, subject: str, today: date, due: date | None) -> Timer:
        timer = Timer(rule, subject, today, due)
        self.timers.append(timer)
        return timer

    # plans

    def on_plan_made(self, event: Any, today: date) -> None:
        self.plan, self.made = event.id, self.made or today

    def end(self, today: date, ceased: bool) -> None:
        """The plan is gone from here."""
        now = self.current()
        if now is not None:
            now.over = True
            self.cancel([now.asked, now.finish, now.draft, now.ask])
        for arrival in self.arrivals[-1:]:
            self.cancel(arrival["timers"])
            arrival["closed"] = True
        for left in self.left:
            left.stop("SUPERSEDED" if ceased else "CANCELLED")
        for detention in self.detentions[-1:]:
            detention["closed"] = detention["timer"] is not None
            self.cancel([detention["timer"]])
            if detention["timer"] is not None and detention["timer"].start == today:
                self.timers.remove(detention["timer"])  # the plan ended on the day of the release
                detention["timer"] = None
        self.on_direct_payments_ended(None, today)
        if ceased:
            self.end_with_papers()
        self.plan = self.made = self.reviewed = None

    def end_with_papers(self) -> None:
        """A plan that ceased has no papers to hand on."""
        for change in self.changes:
            change["closed"] = True
            self.cancel(change["timers"])
        for move in self.moves[-1:]:
            if move["timer"].met_on is None:
                self.cancel([move["timer"]])
                move["over"] = True

    def cancel(self, timers: list[Timer | None]) -> None:
        for timer in timers:
            if timer is not None:
                timer.stop("CANCELLED")

    def on_plan_ceased(self, event: Any, today: date) -> None:
        for ending in self.endings[-1:]:
            if not ending.over:
                ending.over = True
                ending.consult.stop("CANCELLED" if not ending.notice else "SUPERSEDED")
                ending.tell.stop("CANCELLED" if not ending.notice else "SUPERSEDED")
                if ending.keep is not None:
                    early = ending.keep.due is None or today < ending.keep.due
                    ending.keep.state = "BREACHED" if early else "MET"
                    ending.keep.met_on = None if early else today
        self.end(today, ceased=True)

    def gone(self, event: Any, today: date) -> None:
        for ending in self.endings[-1:]:
            if not ending.over and (ending.keep is None or ending.keep.state != "MET"):
                self.drop(ending)
        self.end(today, ceased=False)

    on_moved_to_new_la = gone

    def drop(self, ending: Ending) -> None:
        """The decision, or the thought, is given up."""
        ending.over = True
        for timer in (ending.consult, ending.tell):
            timer.stop("CANCELLED")
        if ending.keep is not None:
            ending.keep.state, ending.keep.met_on, ending.keep.due = "CANCELLED", None, None

    def on_died(self, event: Any, today: date) -> None:
        self.dead = True
        for timer in self.timers:
            if timer.state in ("RUNNING", "OVERDUE"):
                timer.state, timer.late = "CANCELLED", 0

    # reassessment

    def current(self) -> Again | None:
        return self.again[-1] if self.again and not self.again[-1].over else None

    def on_reassessment_requested(self, event: Any, today: date) -> None:
        now = self.current()
        if now is None or (now.refused and not now.working):
            self.again.append(Again(event.id, self.start("Z01", event.id, today, add_days(today, 15))))

    def on_reassessment_refused_sent(self, event: Any, today: date) -> None:
        now = self.current()
        assert now is not None
        assert now.asked is not None
        now.asked.meet(today)
        now.refused = event.id

    def on_reassessment_agreed_sent(self, event: Any, today: date) -> None:
        now = self.current()
        if now is None:
            now = Again(event.id)
            self.again.append(now)
        if now.agreed:
            return
        now.agreed = now.working = True
        if now.asked is not None:
            now.asked.meet(today)
        now.finish = self.start("Z03", now.id, today, add_days(today, 98))
        if now.by_outcome:
            now.finish.state = "SUPERSEDED"

    def on_draft_served(self, event: Any, today: date) -> None:
        now = self.current()
        if now is not None and now.working:
            if now.ask is not None:
                now.ask.stop("SUPERSEDED")
            if now.draft is not None:
                now.draft.stop("SUPERSEDED")
            now.draft = self.start("Z05", event.id, today, add_days(today, 14))

    on_draft_reissued = on_draft_served

    def on_advice_requested(self, event: Any, today: date) -> None:
        now = self.current()
        if now is not None and now.ask is not None:
            now.ask.meet(today)

    def on_final_sent(self, event: Any, today: date) -> None:
        now = self.current()
        self.finished(now, today)
        if now is not None and now.finish is not None and now.finish.state != "SUPERSEDED":
            now.finish.meet(today)

    on_amended_final_sent = on_final_sent

    def on_decision_not_to_amend_sent(self, event: Any, today: date) -> None:
        now = self.current()
        self.finished(now, today)
        if now is None or now.finish is None:
            return
        instead = self.start("Z06", now.id, now.finish.start, now.finish.due)
        if now.finish.state == "SUPERSEDED":
            instead.state = "SUPERSEDED"
        else:
            instead.meet(today)
        now.finish.stop("SUPERSEDED")

    def finished(self, now: Again | None, today: date) -> None:
        if now is not None:
            now.over = True
            if now.draft is not None:
                now.draft.stop("CANCELLED")
            if now.ask is not None:
                now.ask.stop("CANCELLED")

    # moves

    def fifteen(self, first: date) -> date:
        """The fifteenth working day, the first day counted if it is one."""
        there, number = first, 0
        while True:
            number += works(there, self.holidays)
            if number == 15:
                return there
            there += ONE

    def fifteen_after(self, first: date) -> date:
        return self.fifteen(first + ONE)

    def by_move(self, aware: date, moves: date | None) -> date | None:
        """The day of the move if it was known fifteen working days before, else fifteen beginning with awareness."""
        if moves is None:
            return None
        known, there = 0, aware
        while there < moves:
            known += works(there, self.holidays)
            there += ONE
        return moves if known >= 15 else self.fifteen(aware)

    def on_move_notified(self, event: Any, today: date) -> None:
        named = event.details.get("moves_on")
        moves_on = date.fromisoformat(named) if named else None
        if self.moves and not self.moves[-1]["over"]:
            move = self.moves[-1]
            move["on"] = moves_on or move["on"]
            timer = move["timer"]
            timer.due, timer.state, timer.late = self.by_move(move["aware"], move["on"]), "RUNNING", 0
            there = timer.due
            while there is not None and there + ONE < today:
                there += ONE
                timer.late, timer.state = timer.late + 1, "OVERDUE"
            return
        timer = self.start("T01", event.id, today, self.by_move(today, moves_on))
        self.moves.append({"aware": today, "on": moves_on, "timer": timer, "over": False})

    def on_transferred_out(self, event: Any, today: date) -> None:
        if not self.moves or self.moves[-1]["over"]:
            timer = self.start("T01", event.id, today, None)
            self.moves.append({"aware": today, "on": None, "timer": timer, "over": False})
        self.moves[-1]["timer"].meet(today)
        self.moves[-1]["over"] = True
        self.gone(event, today)

    def on_transferred_in(self, event: Any, today: date) -> None:
        for ending in self.endings:  # the plan before had ended
            ending.over = True
        told = event.details.get("last_reviewed_on") or event.details.get("plan_made_on")
        year = date.fromisoformat(told) if told else (self.reviewed or self.made)
        review = max(months_end(year, 12), months_end(today, 3)) if year else None
        timers = [
            self.start("T02", event.id, today, add_days(today, 42)),
            self.start("T03", event.id, today, review),
        ]
        arrival = {"id": event.id, "on": today, "timers": timers, "interim": None, "reviewed": False}
        self.arrivals.append(arrival)
        if event.details.get("impracticable"):
            self.interim(arrival)
        self.plan = event.id

    def interim(self, arrival: dict[str, Any]) -> Timer:
        if arrival["interim"] is None:
            arrival["interim"] = self.start("T05", arrival["id"], arrival["on"], None)
            arrival["timers"].append(arrival["interim"])
        return arrival["interim"]

    def on_transfer_notice_sent(self, event: Any, today: date) -> None:
        self.arrivals[-1]["timers"][0].meet(today)

    def on_interim_placement_made(self, event: Any, today: date) -> None:
        self.interim(self.arrivals[-1]).meet(today)

    def on_review_decision_sent(self, event: Any, today: date) -> None:
        if self.plan is not None and not self.arrivals:
            self.reviewed = today
        for arrival in self.arrivals[-1:]:
            arrival["timers"][1].meet(today) if not arrival.get("closed") else None
            arrival["reviewed"] = True
            if arrival["interim"] is not None and not arrival.get("closed"):
                arrival["interim"].stop("SUPERSEDED")
        for detention in self.detentions[-1:]:
            if detention["timer"] is not None and not detention.get("closed"):
                detention["timer"].meet(today)
        for left in self.left[-1:]:
            if left.state == "RUNNING":
                left.meet(today)

    # commissioners of health care

    def on_commissioner_changed(self, event: Any, today: date) -> None:
        moves = event.details.get("moves_on")
        due = self.by_move(today, date.fromisoformat(moves)) if moves else self.fifteen_after(today)
        timer = self.start("T04", event.id, today, due)
        self.changes.append({"id": event.id, "on": today, "timers": [timer], "ask": None})

    def on_commissioner_notified(self, event: Any, today: date) -> None:
        for change in self.changes[-1:]:
            if change.get("told") is None:
                change["told"] = today
                if change["ask"] is not None:  # it had asked before it was told
                    change["ask"].due = self.fifteen_after(today)
            change["timers"][0].meet(today)
            if event.details.get("cannot_secure"):
                change["cannot"] = True
            self.ask(change, today)

    def ask(self, change: dict[str, Any], today: date) -> None:
        if change.get("cannot") and change["ask"] is None:
            told = change.get("told")
            due = self.fifteen_after(told) if told else None
            change["ask"] = self.start("T04b", change["id"], told or change["on"], due)
            change["timers"].append(change["ask"])
            if change.get("closed"):
                change["ask"].stop("CANCELLED")

    def on_commissioner_asked_to_act(self, event: Any, today: date) -> None:
        for change in self.changes[-1:]:
            change["cannot"] = True
            self.ask(change, today)
            change["ask"].meet(today)

    # ceasing

    def on_cease_consulted(self, event: Any, today: date) -> None:
        last = self.endings[-1] if self.endings else None
        if last is None or last.over or (last.keep is not None and last.keep.state == "MET"):
            consult = self.start("C01", event.id, today, None)
            self.endings.append(Ending(event.id, consult, self.start("C02.other", event.id, today, None)))
        self.endings[-1].consult.meet(today)

    def on_cease_decision_sent(self, event: Any, today: date) -> None:
        ending = self.endings[-1]
        ending.notice, ending.sent = event.id, today
        ending.tell.meet(today)
        ending.keep = self.start("C03", ending.id, today, None)
        self.set_end(ending)

    def set_end(self, ending: Ending) -> None:
        """The day after the Tribunal's last day for the appeal, unless an appeal is pending."""
        assert ending.keep is not None
        assert ending.sent is not None
        if ending.keep.state not in ("RUNNING", "BREACHED"):
            return
        raw = add_months(ending.sent, 2)
        if ending.certificate is not None:
            raw = max(raw, add_months(ending.certificate, 1))
        first = tribunal_last_day(raw, self.holidays) + ONE
        ending.keep.due = None if ending.appealed else max(first, ending.withdrawn or first)

    def meant(self, event: Any) -> Ending | None:
        ending = self.endings[-1] if self.endings else None
        named = event.details.get("dispute")
        return ending if ending is not None and ending.notice and ending.notice == named else None

    def on_mediation_adviser_contacted(self, event: Any, today: date) -> None:
        ending = self.meant(event)
        if ending is not None and ending.sent is not None and today <= add_months(ending.sent, 2):
            ending.contacted_in_time = True

    on_mediation_declined = on_mediation_adviser_contacted

    def on_mediation_certificate_issued(self, event: Any, today: date) -> None:
        ending = self.meant(event)
        if ending is not None:
            ending.certificate = today
            self.set_end(ending)

    def on_appeal_received(self, event: Any, today: date) -> None:
        ending = self.meant(event)
        if ending is not None:
            ending.appealed, ending.withdrawn = True, None
            self.set_end(ending)

    def on_appeal_withdrawn(self, event: Any, today: date) -> None:
        ending = self.meant(event)
        if ending is not None and ending.appealed:
            ending.appealed, ending.withdrawn = False, today
            self.set_end(ending)

    def on_order_made(self, event: Any, today: date) -> None:
        named, dismissed = event.details["dispute"], event.details["order"] == "DISMISSED"
        ending, now = self.meant(event), self.current()
        if now is not None and now.refused == named and not dismissed and not now.agreed:
            now.working = now.by_outcome = True
            now.ask = self.start("A13", now.id, today, None)
        if ending is None or ending.over:
            return
        if dismissed:
            assert ending.keep is not None
            ending.over, self.plan = True, None
            ending.keep.due, ending.keep.state, ending.keep.met_on = today, "MET", today
        else:
            self.drop(ending)

    on_unopposed_notified = on_order_made

    def on_cease_reversed(self, event: Any, today: date) -> None:
        if self.endings and not self.endings[-1].over:
            self.drop(self.endings[-1])

    def on_left_education(self, event: Any, today: date) -> None:
        self.left.append(self.start("C05", event.id, today, None))

    # detention and money

    def on_detained(self, event: Any, today: date) -> None:
        if not self.detentions or self.detentions[-1].get("released"):
            for before in self.detentions[-1:]:
                if before["timer"] is not None and before["timer"].met_on is None:
                    before["timer"].state = "SUPERSEDED"
            self.detentions.append({"id": event.id, "timer": None})

    def on_released(self, event: Any, today: date) -> None:
        for detention in self.detentions[-1:]:
            detention["released"] = True
            if self.plan is not None and event.details.get("same_la") is not False:
                detention["timer"] = self.start("D07", detention["id"], today, None)
                if detention.get("closed"):
                    detention["timer"].stop("CANCELLED")

    def on_direct_payments_started(self, event: Any, today: date) -> None:
        if not self.paying:
            self.payments.append(self.start("B01", event.id, today, months_end(today, 3)))
            self.paying = True

    def on_direct_payments_reviewed(self, event: Any, today: date) -> None:
        if self.paying:
            self.payments[-1].meet(today)

    def on_direct_payments_ended(self, event: Any, today: date) -> None:
        if self.paying:
            self.payments[-1].stop("CANCELLED")
        self.paying = False
