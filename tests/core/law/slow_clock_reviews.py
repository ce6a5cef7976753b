"""The slow clock of reviews, amendments and moves between phases: it lives one day after another.

Written from the specification alone (sections 2, 5 and 12.2 of the law). It shares no code with `alongside.core.law` or
with the reader of chronologies: it sees events, bank holidays and a day.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from core.law.slow_clock import add_days, add_months, first_year_ends, tribunal_last_day, works

ONE = timedelta(days=1)
FEBRUARY = {
    "EARLY_YEARS_TO_SCHOOL",
    "INFANT_TO_JUNIOR",
    "PRIMARY_TO_MIDDLE",
    "PRIMARY_TO_SECONDARY",
    "MIDDLE_TO_SECONDARY",
}
Told = dict[tuple[str, str], tuple[date | None, str, date | None, int]]


def back(start: date, number: int) -> date:
    """Walk that many days back."""
    there = start
    for _ in range(number):
        there -= ONE
    return there


def months_back(start: date, number: int) -> date:
    """Walk back until that many months have been entered; then to the same day number, or as near as there is."""
    there, entered = start, 0
    while entered < number:
        there -= ONE
        entered += (there + ONE).day == 1
    while there.day > start.day:
        there -= ONE
    return there


@dataclass
class Timer:
    """One duty that ticks."""

    rule: str
    subject: str
    due: date | None
    state: str = "RUNNING"
    met_on: date | None = None
    late: int = 0

    def catch_up(self, today: date) -> None:
        """As if it had run since its first day. Today is left to the tick at its end."""
        self.state, self.late = "RUNNING", 0
        there = self.due
        while there is not None and there + ONE < today:
            there += ONE
            self.late += 1
            self.state = "OVERDUE"

    def meet(self, on: date) -> None:
        self.met_on, self.state, self.late = on, "MET", 0
        there = self.due
        while there is not None and there < on:
            there += ONE
            self.late += 1
            self.state = "MET_LATE"

    def stop(self, state: str) -> None:
        if self.met_on is None and self.state != "SUPERSEDED":
            self.state, self.late = state, 0

    def tick(self, today: date) -> None:
        if self.state in ("RUNNING", "OVERDUE") and self.due is not None and today > self.due:
            self.state = "OVERDUE"
            self.late += 1


@dataclass
class Review:
    """One review on its way."""

    id: str
    meeting: date | None = None
    noticed: date | None = None
    circulated: date | None = None
    held: date | None = None
    decided: bool = False
    ceasing: bool = False
    recommended: str = ""
    timers: dict[str, Timer] = field(default_factory=dict)


@dataclass
class Amendment:
    """One amendment on its way, with the reviews that led to it."""

    reviews: list[Review]
    timers: dict[str, Timer] = field(default_factory=dict)
    windows: list[Timer] = field(default_factory=list)
    asked: list[Timer] = field(default_factory=list)


@dataclass
class Transfer:
    """One move that is foreseen."""

    id: str
    begins: date
    timers: list[Timer]
    settled: bool = False


class SlowReviews:
    """Lives through the events of a plan, a day at a time."""

    def __init__(self, events: list[Any], holidays: frozenset[date]) -> None:
        self.events = events
        self.holidays = holidays
        self.timers: list[Timer] = []
        self.hidden: list[Timer] = []
        self.held = False
        self.ends: date | None = None

    def live_until(self, on: date) -> Told:
        """Every timer at the end of that day, by rule and subject: due, state, day met, days late."""
        today = min((event.occurred_on for event in self.events), default=on)
        while today <= on:
            self.dawn(today)
            for event in self.events:
                if event.occurred_on == today:
                    getattr(self, "on_" + event.kind.value.lower(), self.nothing)(event, today)
            self.dusk(today)
            today += ONE
        told = [timer for timer in self.timers if not any(timer is each for each in self.hidden)]
        return {(t.rule, t.subject): (t.due, t.state, t.met_on, t.late) for t in told}

    def nothing(self, event: Any, today: date) -> None:
        """Events that start and stop nothing here."""

    def dawn(self, today: date) -> None:
        """What the night has changed: a window that ran out, a transfer within a year, a plan that ended."""
        if not self.held:
            return
        for amendment in self.amendments:
            for window in amendment.windows:
                if window.state == "RUNNING" and window.due is not None and today > window.due:
                    window.state, window.met_on = "MET", window.due
        if self.ends is not None and today >= self.ends:
            self.end(today)
            return
        for transfer in self.transfers:
            for timer in transfer.timers:
                if timer.state == "PENDING" and today >= transfer.begins:
                    timer.catch_up(today)

    def dusk(self, today: date) -> None:
        windows = [window for each in getattr(self, "amendments", []) for window in each.windows]
        for timer in self.timers:
            if not any(timer is window for window in windows):
                timer.tick(today)

    def start(self, rule: str, subject: str, due: date | None, today: date) -> Timer:
        timer = Timer(rule, subject, due)
        timer.catch_up(today)
        self.timers.append(timer)
        return timer

    # the plan and its year

    def on_plan_made(self, event: Any, today: date) -> None:
        if self.held:
            return
        self.held, self.own = True, bool(event.details.get("reviews_complete"))
        self.reviews: list[Review] = []
        self.undecided: list[Review] = []
        self.to_amend: list[Review] = []
        self.amendments: list[Amendment] = []
        self.out: list[Amendment] = []
        self.transfers: list[Transfer] = []
        self.meetings: list[date] = []
        self.notices: list[date] = []
        self.first = True
        self.new_year("R01", event.id, today)

    def new_year(self, rule: str, subject: str, today: date) -> None:
        self.year = self.start(rule, subject, first_year_ends(today), today)
        assert self.year.due is not None
        self.meet_by = self.start("R01d", subject, back(self.year.due, 28), today)

    def reviewed(self, subject: str, today: date) -> None:
        """The year ends with the decision notice, and the next begins."""
        self.year.meet(today)
        self.forgive(self.year)
        self.meet_by.stop("SUPERSEDED")
        self.first = False
        self.new_year("R02", subject, today)

    def forgive(self, timer: Timer) -> None:
        """Reviews before this record began are not known, so nothing is late by them."""
        if self.first and not self.own and timer.state == "MET_LATE":
            timer.state, timer.met_on, timer.late = "SUPERSEDED", None, 0

    def on_plan_ceased(self, event: Any, today: date) -> None:
        if self.held:
            self.end(today)

    on_moved_to_new_la = on_plan_ceased

    def end(self, today: date) -> None:
        self.held, self.ends = False, None
        for timer in self.timers:
            timer.stop("CANCELLED")

    # the meeting

    def arranged(self, event: Any) -> Review:
        if self.reviews and self.reviews[-1].held is None and not self.reviews[-1].decided:
            return self.reviews[-1]
        self.reviews.append(Review(event.id))
        return self.reviews[-1]

    def before_meeting(self, review: Review, today: date) -> None:
        """Notice and papers, counted from the day of the meeting as it stands now."""
        meeting = review.held or review.meeting
        if meeting is None:
            return
        for rule, done in (("R03", review.noticed), ("R04", review.circulated)):
            timer = review.timers.get(rule) or self.start(rule, review.id, None, today)
            review.timers[rule] = timer
            timer.due, timer.met_on = back(meeting, 14), None
            timer.catch_up(today)
            if done is not None:
                timer.meet(done)
            elif review.held:
                timer.stop("SUPERSEDED")

    def on_review_scheduled(self, event: Any, today: date) -> None:
        review = self.arranged(event)
        meeting = date.fromisoformat(event.details["meeting_on"])
        if review.meeting is not None and review.meeting != meeting:
            review.noticed = None
        review.meeting = meeting
        self.before_meeting(review, today)

    on_review_rescheduled = on_review_scheduled

    def on_review_notice_given(self, event: Any, today: date) -> None:
        review = self.arranged(event)
        review.noticed = review.noticed or today
        self.before_meeting(review, today)

    def on_review_advice_circulated(self, event: Any, today: date) -> None:
        review = self.arranged(event)
        review.circulated = review.circulated or today
        self.before_meeting(review, today)

    def on_review_meeting_held(self, event: Any, today: date) -> None:
        review = self.arranged(event)
        review.held = today
        review.recommended = event.details.get("recommended", "") or review.recommended
        self.before_meeting(review, today)
        for rule, days in (("R05", 14), ("R06", 28), ("C02", 28), ("R07", 28), ("R11", 84)):
            review.timers[rule] = self.start(rule, review.id, add_days(today, days), today)
        review.timers["R07"].stop("PENDING")
        review.timers["R11"].stop("PENDING")
        ends, four_weeks = self.year.due, add_days(today, 28)
        assert ends is not None
        capped = ends < four_weeks and not (self.first and not self.own and today > ends)
        due = ends if capped else four_weeks
        review.timers["R06c"] = self.start("R06c", review.id, due, today)
        self.show_ceasing(review)
        if event.details.get("school_year", 0) >= 9:
            considered = self.start("R14", review.id, None, today)
            if event.details.get("adulthood_considered"):
                considered.meet(today)
            considered.stop("SUPERSEDED")
        if self.meet_by.met_on is None:
            self.meet_by.meet(today)
            self.forgive(self.meet_by)
        self.undecided.append(review)
        self.meetings.append(today)
        self.plan_transfers(today)

    def on_review_report_received(self, event: Any, today: date) -> None:
        for review in reversed(self.reviews[-2:]):
            if review.held is not None:
                if review.timers["R05"].met_on is None:
                    review.timers["R05"].meet(today)
                    review.recommended = event.details.get("recommended", "") or review.recommended
                    self.show_ceasing(review)
                return

    def show_ceasing(self, review: Review) -> None:
        """The limit on a decision to cease is one only where ceasing is recommended or decided."""
        timer = review.timers.get("C02")
        if timer is None:
            return
        self.hidden = [each for each in self.hidden if each is not timer]
        if not review.ceasing and review.recommended != "CEASE":
            self.hidden.append(timer)

    # the decision

    def on_review_decision_sent(self, event: Any, today: date) -> None:
        pending, outcome = self.undecided or [self.arranged(event)], event.details.get("outcome")
        for review in self.to_amend:
            review.timers.get("R07", Timer("", "", None)).stop("SUPERSEDED")
            review.timers.get("R11", Timer("", "", None)).stop("SUPERSEDED")
        self.undecided, self.to_amend = [], []
        self.decide(pending, outcome, today)
        if outcome == "AMEND":
            self.to_amend = pending
        if outcome == "CEASE":
            self.ends = tribunal_last_day(add_months(today, 2), self.holidays) + ONE

    def decide(self, reviews: list[Review], outcome: str | None, today: date) -> None:
        for review in reviews:
            review.decided, review.ceasing = True, outcome == "CEASE"
            for rule in ("R03", "R04", "R05"):
                if rule in review.timers:
                    review.timers[rule].stop("SUPERSEDED")
            if review.held is None:
                continue
            review.timers["R06"].meet(today)
            review.timers["R06c"].meet(today)
            if review.ceasing:
                review.timers["C02"].meet(today)
            review.timers["C02"].stop("CANCELLED")
            self.show_ceasing(review)
            for rule in ("R07", "R11"):
                if outcome == "AMEND":
                    review.timers[rule].catch_up(today)
                else:
                    review.timers[rule].stop("SUPERSEDED" if outcome is None else "CANCELLED")
        self.reviewed(reviews[-1].id, today)

    # amendments

    def amend(self, today: date) -> Amendment:
        amendment = Amendment(self.to_amend)
        self.to_amend = []
        self.amendments.append(amendment)
        self.out.append(amendment)
        return amendment

    def on_amendment_notice_sent(self, event: Any, today: date) -> None:
        if self.undecided:
            self.decide(self.undecided, "AMEND", today)
            self.to_amend = self.to_amend + self.undecided
            self.undecided = []
        again = bool(self.out) and not self.to_amend
        amendment = self.out[-1] if again else self.amend(today)
        if again:
            for window in amendment.windows:
                window.stop("SUPERSEDED")
        else:
            self.run_eight_weeks(amendment, event, today)
        served, working = today, 0
        while event.details.get("channel") == "FIRST_CLASS_POST" and working < 2:
            served += ONE
            working += works(served, self.holidays)
        amendment.windows.append(self.start("R08", event.id, add_days(served, 14), today))

    def run_eight_weeks(self, amendment: Amendment, event: Any, today: date) -> None:
        eight = add_days(today, 56)
        rule = "R09" if amendment.reviews else "R12"
        amendment.timers[rule] = self.start(rule, event.id, eight, today)
        amendment.timers["R10"] = self.start("R10", event.id, eight, today)
        amendment.timers["R10"].stop("PENDING")
        if amendment.reviews:
            outer = [add_days(each.held, 84) for each in amendment.reviews if each.held is not None]
            amendment.timers["R09e"] = self.start("R09e", event.id, min([eight, *outer]), today)
        for review in amendment.reviews:
            if review.held is not None:
                review.timers["R07"].meet(today)
        self.notices.append(today)
        self.plan_transfers(today)

    def conclude(self, today: date) -> list[Amendment]:
        """What ends with the amended plan and with the decision not to amend alike."""
        concluded, self.out = self.out, []
        for amendment in concluded:
            for window in amendment.windows:
                window.stop("CANCELLED")
            for asked in amendment.asked:
                asked.stop("SUPERSEDED")
        return concluded

    def on_amended_final_sent(self, event: Any, today: date) -> None:
        if self.to_amend or not self.out:
            for review in self.amend(today).reviews:
                if review.held is not None:
                    review.timers["R07"].stop("SUPERSEDED")
        for amendment in self.conclude(today):
            for rule in ("R09", "R12", "R09e"):
                if rule in amendment.timers:
                    amendment.timers[rule].meet(today)
            if "R10" in amendment.timers:
                amendment.timers["R10"].stop("CANCELLED")
            for review in amendment.reviews:
                if review.held is not None:
                    review.timers["R11"].meet(today)
        if event.details.get("transfer"):
            self.settle(event.details["transfer"], today)

    def on_decision_not_to_amend_sent(self, event: Any, today: date) -> None:
        if self.to_amend:
            self.amend(today)
        for amendment in self.conclude(today):
            for rule, timer in amendment.timers.items():
                if rule == "R10":
                    timer.meet(today)
                timer.stop("CANCELLED")
            for review in amendment.reviews:
                if review.held is not None:
                    review.timers["R07"].stop("CANCELLED")
                    review.timers["R11"].stop("CANCELLED")

    def on_setting_consulted(self, event: Any, today: date) -> None:
        if self.out:
            self.out[-1].asked.append(self.start("A08", event.id, add_days(today, 15), today))

    def on_setting_replied(self, event: Any, today: date) -> None:
        asked = self.current(event.details["consultation"])
        for timer in self.timers:
            if (timer.rule, timer.subject, timer.met_on) == ("A08", asked, None):
                timer.meet(today)

    def current(self, named: str) -> str:
        """The entry that stands today for the one that was named."""
        return next((str(event.id) for event in self.events if named in event.stands_for), named)

    # moves between phases

    def on_phase_transfer_foreseen(self, event: Any, today: date) -> None:
        transfer, on = event.details["transfer"], event.details.get("on")
        moves = date.fromisoformat(on) if on else date(event.details["year"], 9, 1)
        begins = months_back(moves, 12)
        rule, due = "P04", None
        if transfer in FEBRUARY:
            rule, due = "P01", date(moves.year, 2, 15)
        elif transfer == "SECONDARY_TO_POST_16":
            rule, due = "P02", date(moves.year, 3, 31)
        elif transfer == "POST_16_TO_POST_16":
            rule, due = "P03", months_back(moves, 5) if on else None
        limits = [(rule, due)]
        if due is not None:
            limits += [("P01p.meeting", back(due, 84)), ("P01p.notice", back(due, 56))]
        timers = [self.start(name, event.id, last, today) for name, last in limits]
        found = Transfer(event.id, begins, timers)
        for timer in timers:
            if today < begins:
                timer.stop("PENDING")
        self.transfers.append(found)
        self.plan_transfers(today)

    def plan_transfers(self, today: date) -> None:
        """A meeting, or a notice, within the twelve months before a transfer meets its planning date."""
        for transfer in self.transfers:
            for timer in transfer.timers:
                days = {"P01p.meeting": self.meetings, "P01p.notice": self.notices}.get(timer.rule, [])
                within = [each for each in days if each >= transfer.begins]
                if within and timer.met_on is None:
                    timer.meet(min(within))

    def settle(self, named: str, today: date) -> None:
        meant = [each for each in self.transfers if not named or each.id == self.current(named)][-1:]
        for transfer in meant:
            if not transfer.settled:
                transfer.settled = True
                transfer.timers[0].meet(today)
                for timer in transfer.timers[1:]:
                    timer.stop("SUPERSEDED")

    def on_no_amendment_for_transfer(self, event: Any, today: date) -> None:
        self.settle(event.details.get("transfer", ""), today)
