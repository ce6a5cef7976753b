"""A second clock, slow and plain, for comparison. It lives one day after another and ticks every timer.

It is written from the specification alone (sections 2, 4 and 12 of the law) and shares no code with
`alongside.core.law` or with the reader of chronologies: it sees only events, bank holidays and a day.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

ONE = timedelta(days=1)
OPEN_UNTIL_DECIDED = {"A01", "A02", "A02n", "A03"}
DONE = {"MET", "MET_LATE", "SUPERSEDED", "BREACHED"}


def add_days(start: date, number: int) -> date:
    """Walk that many days on."""
    there = start
    for _ in range(number):
        there += ONE
    return there


def add_months(start: date, number: int) -> date:
    """Walk until that many months have begun, then to the same day number or the month's last day."""
    there, begun = start, 0
    while begun < number:
        there += ONE
        begun += there.day == 1
    while there.day != start.day and (there + ONE).day != 1:
        there += ONE
    return there


def works(day: date, holidays: frozenset[date]) -> bool:
    """Monday is ordinal 1 modulo 7."""
    return day.toordinal() % 7 not in (6, 0) and day not in holidays


def tribunal_last_day(day: date, holidays: frozenset[date]) -> date:
    """If the day is in a closure, walk out of it; then walk to a working day."""
    while (day.month, day.day) in CLOSED_DAYS or not works(day, holidays):
        if (day.month, day.day) in CLOSED_DAYS:
            while (day.month, day.day) in CLOSED_DAYS:
                day += ONE
        else:
            while not works(day, holidays):
                day += ONE
            break
    return day


CLOSED_DAYS = {(12, number) for number in range(25, 32)} | {(1, 1)} | {(8, n) for n in range(1, 32)}


def first_year_ends(made: date) -> date:
    """The last day of twelve months that start with this one."""
    there, begun = made, 0
    while begun < 12:
        there += ONE
        begun += there.day == 1
    while there.day < made.day:
        if (there + ONE).day == 1:
            return there
        there += ONE
    return there - ONE


@dataclass
class Timer:
    """One duty that ticks."""

    rule: str
    subject: str
    start: date
    due: date | None
    state: str = "RUNNING"
    met_on: date | None = None
    late: int = 0
    latest: bool = True
    taken_back: bool = False

    def meet(self, on: date) -> None:
        if self.met_on is not None:
            return
        self.met_on = on
        self.state = "MET"
        self.late = 0
        there = self.due
        while there is not None and there < on:
            there += ONE
            self.late += 1
            self.state = "MET_LATE"

    def stop(self, state: str) -> None:
        if self.met_on is None and self.state not in DONE:
            self.state, self.late = state, 0


@dataclass
class Matter:
    """One request on its way, with its timers."""

    timers: list[Timer] = field(default_factory=list)
    stage: str = "REQUEST_OPEN"
    issuing: bool = False
    was_decided: bool = False
    nothing_more_on: date | None = None
    exceptions: list[dict[str, Any]] = field(default_factory=list)

    def of(self, *rules: str) -> list[Timer]:
        return [timer for timer in self.timers if timer.rule in rules]


@dataclass
class Appealable:
    """One decision with its two timers."""

    sent: date
    mediation: Timer
    appeal: Timer
    over: bool = False
    refusal: str = ""
    appealed: bool = False


class SlowClock:
    """Lives through the events of a case, a day at a time."""

    def __init__(self, events: list[Any], holidays: frozenset[date]) -> None:
        self.events = events
        self.holidays = holidays
        self.matters: list[Matter] = []
        self.appealables: list[Appealable] = []
        self.reviews: list[Timer] = []
        self.plan: Timer | None = None
        self.dead = False

    def live_until(self, on: date) -> dict[tuple[str, str], tuple[date | None, str, date | None, int]]:
        """Every timer at the end of that day, by rule and subject: due, state, day met, days late."""
        if not self.events:
            return {}
        today = min(event.occurred_on for event in self.events)
        while today <= on:
            self.dawn(today)
            for event in self.events:
                if event.occurred_on == today and not self.dead:
                    getattr(self, "on_" + event.kind.value.lower(), self.nothing)(event, today)
            self.tick(today)
            today += ONE
        timers = [timer for matter in self.matters for timer in self.excepted(matter)]
        timers += self.reviews
        timers += [timer for each in self.appealables for timer in (each.mediation, each.appeal)]
        return {(t.rule, t.subject): (t.due, t.state, t.met_on, t.late) for t in timers if t.latest}

    def dawn(self, today: date) -> None:
        """The family's time on a draft ended with the day before."""
        for matter in self.matters:
            for timer in matter.of("A07", "A07b"):
                if timer.state == "RUNNING" and timer.due is not None and today > timer.due:
                    timer.state, timer.met_on = "MET", timer.due

    def tick(self, today: date) -> None:
        self.dawn(today)
        for matter in self.matters:
            for timer in matter.timers:
                self.tick_one(timer, today)
        for timer in self.reviews:
            self.tick_one(timer, today)
        for each in self.appealables:
            for timer in (each.mediation, each.appeal):
                if timer.state == "RUNNING" and timer.due is not None and today > timer.due:
                    timer.state = "CANCELLED"

    def tick_one(self, timer: Timer, today: date) -> None:
        if timer.state not in ("RUNNING", "OVERDUE") or timer.due is None or today <= timer.due:
            return
        timer.state = "OVERDUE"
        timer.late += 1

    def excepted(self, matter: Matter) -> list[Timer]:
        """Exceptions take the limit away from what is late or still to do."""
        leans_on = {"A02n": "A02", "A09": "A06"}
        for timer in matter.timers:
            rule = leans_on.get(timer.rule, timer.rule)
            if timer.state not in ("RUNNING", "OVERDUE", "MET_LATE"):
                continue
            if rule not in ("A02", "A04", "A05", "A06"):
                continue
            limit = next(t for t in matter.timers if t.rule == rule and (rule != "A04" or t is timer))
            if any(self.lifts(details, limit) for details in matter.exceptions if rule in details["limits"]):
                timer.state, timer.late = "DISAPPLIED", 0
        return matter.timers

    def lifts(self, details: dict[str, Any], limit: Timer) -> bool:
        if limit.rule == "A04" and self.current(details.get("request", "")) != limit.subject:
            return False
        if details["ground"] == "PERSONAL_CIRCUMSTANCES":
            return True
        away = 0
        today = date.fromisoformat(details["absent_from"])
        while today <= date.fromisoformat(details["absent_to"]):
            assert limit.due is not None
            away += limit.start <= today <= limit.due
            today += ONE
        return away >= 28

    # what happens

    def current(self, named: str) -> str:
        """The entry that stands today for the one that was named."""
        for event in self.events:
            if named in event.stands_for:
                return str(event.id)
        return named

    def nothing(self, event: Any, today: date) -> None:
        """Events that start and stop nothing."""

    @property
    def matter(self) -> Matter:
        return self.matters[-1]

    def start(self, rule: str, subject: str, today: date, due: date | None) -> Timer:
        timer = Timer(rule, subject, today, due)
        self.matter.timers.append(timer)
        return timer

    def on_request_received(self, event: Any, today: date) -> None:
        if self.matters and self.matter.stage in ("REQUEST_OPEN", "ASSESSING", "DRAFTING", "DRAFT_OUT"):
            return
        self.matters.append(Matter())
        for rule in ("A01", "A03"):
            self.start(rule, event.id, today, None)
        for rule, days in (("A02", 42), ("A02n", 42), ("A05", 112), ("A06", 140), ("A09", 125)):
            self.start(rule, event.id, today, add_days(today, days))

    on_attention_s24 = on_request_received

    def on_views_invited(self, event: Any, today: date) -> None:
        for timer in self.matter.of("A01", "A03"):
            timer.state = "RUNNING" if timer.met_on is None else timer.state
            timer.meet(today)

    def decided(self, today: date) -> None:
        self.matter.was_decided = True
        for timer in self.matter.of("A02"):
            timer.meet(today)
        for timer in self.matter.of("A01", "A03", "A02n"):
            timer.stop("SUPERSEDED")

    def on_decision_to_assess_notified(self, event: Any, today: date) -> None:
        again = (
            self.matter.was_decided
        )  # the family is told anew after an order: nothing begins a second time
        self.decided(today)
        self.matter.stage = "ASSESSING"
        if again:
            return
        self.ask(event, today)

    def ask(self, event: Any, today: date) -> None:
        """The assessment begins here: advice is to be asked for, unless it was already."""
        timer = self.start("A13", event.id, today, None)
        if self.matter.of("A04-asked"):
            timer.meet(today)

    def on_refusal_to_assess_sent(self, event: Any, today: date) -> None:
        self.decided(today)
        self.refuse("REFUSED_TO_ASSESS", event, today)

    def refuse(self, stage: str, event: Any, today: date) -> None:
        self.matter.stage = stage
        for timer in self.matter.timers:
            timer.stop("CANCELLED")
        self.appealable(event, today)

    def on_advice_requested(self, event: Any, today: date) -> None:
        for timer in self.matter.of("A13"):
            timer.meet(today)
        self.start("A04-asked", event.id, today, None).latest = False
        if event.details.get("advice_kind") == "PARENT_OR_YOUNG_PERSON":
            return
        received = event.details.get("body_received_on")
        came = date.fromisoformat(received) if received else today
        self.start("A04", event.id, came, add_days(came, 42))

    def on_advice_received(self, event: Any, today: date) -> None:
        for matter in self.matters:
            for timer in matter.of("A04"):
                if self.current(event.details["request"]) == timer.subject:
                    timer.meet(today)

    def on_advice_request_cancelled(self, event: Any, today: date) -> None:
        for matter in self.matters:
            for timer in matter.of("A04"):
                if self.current(event.details["request"]) == timer.subject and timer.met_on is None:
                    timer.state, timer.late, timer.taken_back = "CANCELLED", 0, True

    def on_exception_recorded(self, event: Any, today: date) -> None:
        self.matter.exceptions.append(dict(event.details))

    def on_decision_to_issue(self, event: Any, today: date) -> None:
        self.matter.stage, self.matter.issuing = "DRAFTING", True
        for timer in self.matter.of("A05"):
            timer.stop("CANCELLED")
        for timer in self.matter.of("A13"):
            timer.stop("SUPERSEDED")

    def on_no_plan_notice_sent(self, event: Any, today: date) -> None:
        for timer in self.matter.of("A05"):
            if timer.state != "SUPERSEDED":
                timer.meet(today)
        self.refuse("REFUSED_TO_ISSUE", event, today)

    def on_draft_served(self, event: Any, today: date) -> None:
        self.matter.stage = "DRAFT_OUT"
        for timer in self.matter.of("A09"):
            if timer.state != "SUPERSEDED":
                timer.meet(today)
            elif timer.met_on is None:
                timer.state = "RUNNING"
                timer.meet(today)
        for timer in self.matter.of("A07"):
            timer.stop("SUPERSEDED")
        for timer in self.matter.of("A07b"):
            timer.latest = False
        self.start("A07", event.id, today, add_days(today, 14))
        self.start("A07b", event.id, today, add_days(today, 14))

    on_draft_reissued = on_draft_served

    def on_family_confirms_nothing_more(self, event: Any, today: date) -> None:
        self.matter.nothing_more_on = today

    def on_setting_consulted(self, event: Any, today: date) -> None:
        self.start("A08", event.id, today, add_days(today, 15))

    def on_setting_replied(self, event: Any, today: date) -> None:
        for matter in self.matters:
            for timer in matter.of("A08"):
                if self.current(event.details["consultation"]) == timer.subject:
                    timer.state = "RUNNING" if timer.met_on is None else timer.state
                    timer.meet(today)

    def on_final_sent(self, event: Any, today: date) -> None:
        for timer in self.matter.of("A06"):
            if timer.state != "SUPERSEDED":
                timer.meet(today)
        for timer in self.matter.of("A04", "A08"):
            if not timer.taken_back:
                timer.stop("SUPERSEDED")
        for timer in self.matter.of("A07"):
            timer.stop("CANCELLED")
        for timer in self.matter.of("A07b"):
            self.finalise(timer, today)
        self.matter.stage = "PLAN_MAINTAINED"
        self.plan = Timer("R01", event.id, today, first_year_ends(today))
        self.reviews.append(self.plan)
        self.appealable(event, today)

    def finalise(self, timer: Timer, today: date) -> None:
        assert timer.due is not None
        said = self.matter.nothing_more_on
        timer.met_on = today
        timer.state = "MET"
        if today <= timer.due and (said is None or said > today):
            timer.state, timer.met_on = "BREACHED", None

    def on_la_reconsiders(self, event: Any, today: date) -> None:
        before, self.matter.stage = self.matter.stage, event.details["to"]
        self.matter.issuing = self.matter.issuing or event.details["to"] == "DRAFTING"
        self.revive(today)
        if before == "REFUSED_TO_ASSESS" and self.matter.stage == "ASSESSING":
            self.ask(event, today)
        for timer in self.matter.of("A05"):
            if timer.state != "SUPERSEDED":
                self.rerun(timer, today)
                if self.matter.issuing:
                    timer.state, timer.late = "CANCELLED", 0

    def revive(self, today: date) -> None:
        """What the refusal had cancelled runs again, from its first day."""
        for timer in self.matter.timers:
            if timer.state == "CANCELLED" and not timer.taken_back and timer.rule != "A05":
                if timer.rule == "A13" and self.matter.issuing:
                    timer.state = "SUPERSEDED"
                else:
                    self.rerun(timer, today)

    def rerun(self, timer: Timer, today: date) -> None:
        """As if it had never stopped. Today is left to the tick at its end."""
        timer.state, timer.met_on, timer.late = "RUNNING", None, 0
        there = timer.due
        while there is not None and timer.rule not in ("A07", "A07b") and there + ONE < today:
            there += ONE
            timer.late += 1
            timer.state = "OVERDUE"

    def on_unopposed_notified(self, event: Any, today: date) -> None:
        ended = self.end_dispute()
        if ended is not None and self.matters and self.matter.stage == ended.refusal:
            after = self.matter.stage
            self.matter.stage = "ASSESSING" if after == "REFUSED_TO_ASSESS" else "DRAFTING"
            self.matter.issuing = self.matter.issuing or self.matter.stage == "DRAFTING"
            self.revive(today)
            if after == "REFUSED_TO_ASSESS":
                self.ask(event, today)
            for timer in self.matter.of("A05", "A06"):
                timer.state, timer.met_on, timer.late = "SUPERSEDED", None, 0
            for timer in self.matter.of("A09"):
                timer.state = "SUPERSEDED" if timer.met_on is None else timer.state
                timer.late = 0 if timer.met_on is None else timer.late

    on_order_made = on_unopposed_notified

    def on_request_withdrawn(self, event: Any, today: date) -> None:
        self.matter.stage = "CLOSED_WITHDRAWN"
        for timer in self.matter.timers:
            timer.stop("CANCELLED")

    def on_moved_to_new_la(self, event: Any, today: date) -> None:
        if self.matters and self.matter.stage != "PLAN_MAINTAINED" and "CLOSED" not in self.matter.stage:
            self.matter.stage = "CLOSED_MOVED"
            for timer in self.matter.timers:
                timer.stop("CANCELLED")
        self.end_plan()

    def on_plan_ceased(self, event: Any, today: date) -> None:
        self.end_plan()

    def end_plan(self) -> None:
        if self.plan is not None:
            self.plan.stop("CANCELLED")
        self.plan = None

    def on_review_decision_sent(self, event: Any, today: date) -> None:
        if self.plan is not None:
            self.plan.meet(today)

    def on_died(self, event: Any, today: date) -> None:
        self.on_moved_to_new_la(event, today)
        for each in self.appealables:
            each.mediation.stop("CANCELLED")
            each.appeal.stop("CANCELLED")
        self.dead = True

    # disputes

    def appealable(self, event: Any, today: date) -> None:
        two_months = add_months(today, 2)
        self.appealables.append(
            Appealable(
                today,
                Timer("M01", event.id, today, two_months),
                Timer("F01", event.id, today, tribunal_last_day(two_months, self.holidays)),
                refusal=self.matter.stage if "REFUSED" in self.matter.stage else "",
            )
        )

    def standing(self) -> Appealable | None:
        return next((each for each in reversed(self.appealables) if not each.over), None)

    def before_tribunal(self) -> Appealable | None:
        """What the Tribunal decides is what is under appeal; without that, what could be."""
        under = [each for each in self.appealables if each.appealed and not each.over]
        return under[-1] if under else self.standing()

    def end_dispute(self) -> Appealable | None:
        each = self.before_tribunal()
        if each is not None:
            each.over = True
            for timer in (each.mediation, each.appeal):
                if timer.met_on is None:
                    timer.state, timer.late = "SUPERSEDED", 0
        return each

    def on_mediation_adviser_contacted(self, event: Any, today: date) -> None:
        each = self.standing()
        if each is not None:
            each.mediation.meet(today)

    def on_mediation_certificate_issued(self, event: Any, today: date) -> None:
        each = self.standing()
        if each is not None:
            raw = max(add_months(each.sent, 2), add_months(today, 1))
            each.appeal.due = tribunal_last_day(raw, self.holidays)
            if each.appeal.met_on is None and each.appeal.state == "CANCELLED":
                each.appeal.state = "RUNNING"
            if each.appeal.met_on is not None:
                came, each.appeal.met_on = each.appeal.met_on, None
                each.appeal.meet(came)

    def on_appeal_received(self, event: Any, today: date) -> None:
        each = self.standing()
        if each is not None:
            each.appealed = True
            each.appeal.met_on = None
            each.appeal.meet(today)

    def on_appeal_withdrawn(self, event: Any, today: date) -> None:
        each = self.before_tribunal()
        if each is not None:
            each.appealed = False
            each.appeal.state, each.appeal.met_on, each.appeal.late = "RUNNING", None, 0
