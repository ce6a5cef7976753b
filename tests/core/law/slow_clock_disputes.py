"""The slow clock of disputes: it lives one day after another and ticks every timer of every quarrel.

Written from the specification alone (sections 2, 7, 8, 9 and 12.6 of the law). It sees only events, bank holidays
and a day, and shares nothing with `alongside.core.law` or with the reader of chronologies.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from core.law.slow_clock import CLOSED_DAYS, ONE, add_days, add_months, tribunal_last_day, works

Told = dict[tuple[str, str], tuple[date | None, str, date | None, int]]
ALIVE = ("RUNNING", "OVERDUE")
DECISIONS = {
    "REFUSAL_TO_ASSESS_SENT": "ASSESS",
    "NO_PLAN_NOTICE_SENT": "MAKE_PLAN",
    "FINAL_SENT": "AMEND_CONTENTS",
    "REASSESSMENT_REFUSED_SENT": "REASSESS",
}
# For each thing to be done: (order's rule, rule if not opposed, part, days).
ORDERED: dict[str, list[tuple[str, str, str, int]]] = {
    "ASSESS": [("O02a", "U01", "tell", 14), ("O02b", "U02", "refuse", 70), ("O02c", "U03", "plan", 98)],
    "REASSESS": [("O02a", "U01", "tell", 14), ("O02b", "U02", "refuse", 70), ("O02c", "U03", "plan", 98)],
    "MAKE_PLAN": [("O03a", "U06", "draft", 35), ("O03b", "U07", "plan", 77)],
    "AMEND_CONTENTS": [("O05", "U04", "plan", 35)],
    "CHANGE_SETTING": [("O06", "U05", "plan", 14)],
    "AMEND_CONTENTS_AND_SETTING": [("O12", "U04", "plan", 35)],
    "CONTINUE": [("O07", "U08c", "go on", 0)],
    "CONTINUE_AND_AMEND": [("O07", "U08c", "go on", 0), ("O08", "U08", "plan", 35)],
    "CEASE": [("O01", "", "cease", 0)],
    "DISMISSED": [],
    "RECONSIDER": [("disabled", "", "reconsider", 14)],
    "OTHER_MATTER": [],
}
LETTER = {"tell": "a", "refuse": "b", "draft": "d", "go on": "c", "plan": "", "cease": "", "reconsider": "r"}
SET_AS = {
    "tell": "tell_by",
    "refuse": "decide_by",
    "draft": "draft_by",
    "plan": "comply_by",
    "cease": "comply_by",
    "reconsider": "comply_by",
}


# What an event does to each part of what an outcome asked for.
MEETS = {
    "DECISION_TO_ASSESS_NOTIFIED": ("tell", "reconsider"),
    "REASSESSMENT_AGREED_SENT": ("tell", "reconsider"),
    "NO_PLAN_NOTICE_SENT": ("refuse", "reconsider"),
    "DECISION_TO_ISSUE": ("reconsider",),
    "DRAFT_SERVED": ("draft", "reconsider"),
    "FINAL_SENT": ("plan", "reconsider"),
    "AMENDED_FINAL_SENT": ("plan", "reconsider"),
}
STOPS = {
    "NO_PLAN_NOTICE_SENT": {"tell": "SUPERSEDED"},
    "DECISION_TO_ISSUE": {"tell": "SUPERSEDED", "refuse": "CANCELLED"},
    "DRAFT_SERVED": {"tell": "SUPERSEDED", "refuse": "CANCELLED"},
    "FINAL_SENT": {"tell": "SUPERSEDED", "refuse": "CANCELLED", "draft": "SUPERSEDED"},
    "AMENDED_FINAL_SENT": {"tell": "SUPERSEDED", "refuse": "CANCELLED", "draft": "SUPERSEDED"},
}
OVER = ("REQUEST_WITHDRAWN", "MOVED_TO_NEW_LA", "TRANSFERRED_OUT", "PLAN_CEASED")


def working_days(start: date, number: int, holidays: frozenset[date], shut: bool = False) -> date:
    """Walk until that many working days have gone by; `shut` leaves the Tribunal's closures out."""
    there, counted = start, 0
    while counted < number:
        there += ONE
        counted += works(there, holidays) and not (shut and (there.month, there.day) in CLOSED_DAYS)
    return there


def open_days(start: date, number: int, holidays: frozenset[date]) -> date:
    """Walk until that many days outside the closures have gone by, then on to a working day outside them."""
    there, counted = start, 0
    while counted < number:
        there += ONE
        counted += (there.month, there.day) not in CLOSED_DAYS
    while (there.month, there.day) in CLOSED_DAYS or not works(there, holidays):
        there += ONE
    return there


@dataclass
class Timer:
    """One duty or right that ticks. `halt` is how strongly it was stopped: the strongest stop stands."""

    rule: str
    subject: str
    start: date
    due: date | None
    part: str = ""
    right: bool = False
    state: str = "RUNNING"
    met_on: date | None = None
    late: int = 0
    halt: int = 0

    def since(self, today: date) -> "Timer":
        """The timer as it is on the morning of a day, where its own day was set for earlier."""
        there = self.due
        while there is not None and there + ONE < today:
            there += ONE
            self.state, self.late = "OVERDUE", self.late + 1
        return self

    def meet(self, on: date) -> None:
        if self.met_on is None:
            self.met_on, self.state, self.late = on, "MET", 0
            there = self.due
            while there is not None and there < on:
                there += ONE
                self.late, self.state = self.late + 1, "MET_LATE"

    def stop(self, state: str, halt: int = 1) -> None:
        if self.met_on is None and halt > self.halt:
            self.state, self.late, self.halt = state, 0, halt

    def tick(self, today: date) -> None:
        if self.state in ALIVE and self.due is not None and today > self.due:
            self.state, self.late = ("CANCELLED", 0) if self.right else ("OVERDUE", self.late + 1)


@dataclass
class Result:
    """What an order, a concession or an agreement set running."""

    id: str
    what: str
    on: date
    timers: list[Timer] = field(default_factory=list)
    decided: bool = True
    exceptions: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Quarrel:
    """One decision and what followed it."""

    id: str
    about: str
    sent: date
    timers: list[Timer]
    certificate: date | None = None
    appealed: date | None = None
    counts_on: date | None = None
    withdrawn: bool = False
    over: bool = False
    heard: bool = False
    sections: str = ""

    def of(self, *rules: str) -> list[Timer]:
        return [timer for timer in self.timers if timer.rule in rules]

    @property
    def before_tribunal(self) -> bool:
        return self.appealed is not None and not self.withdrawn and not self.over


class SlowDisputes:
    """Lives through a case, a day at a time, with an eye for its quarrels only."""

    def __init__(self, events: list[Any], holidays: frozenset[date]) -> None:
        self.events = events
        self.holidays = holidays
        self.quarrels: list[Quarrel] = []
        self.results: list[Result] = []
        self.has_plan = False
        self.plan: tuple[str, date] = ("", date.min)
        self.plan_ended: date | None = None

    def live_until(self, on: date) -> Told:
        """Every timer at the end of that day, by rule and subject."""
        today = min((event.occurred_on for event in self.events), default=on)
        while today <= on:
            for event in self.events:
                if event.occurred_on == today:
                    getattr(self, "on_" + event.kind.value.lower(), self.nothing)(event, today)
                    self.done_after(event, today)
            for timer in self.all():
                timer.tick(today)
            today += ONE
        for result in self.results:
            for timer in result.timers:
                self.except_(timer, result.exceptions)
        told = [timer for timer in self.all() if timer.state != "SILENT"]
        return {(t.rule, t.subject): (t.due, t.state, t.met_on, t.late) for t in told}

    def all(self) -> list[Timer]:
        return [t for q in self.quarrels for t in q.timers] + [t for r in self.results for t in r.timers]

    def nothing(self, event: Any, today: date) -> None:
        """Events that start and stop nothing here."""

    def current(self, named: str) -> str:
        """The entry that stands today for the one that was named."""
        return next((str(event.id) for event in self.events if named in event.stands_for), named)

    # which quarrel

    def latest(self) -> Quarrel | None:
        alive = [each for each in self.quarrels if not each.over]
        return alive[-1] if alive else None

    def at_tribunal(self) -> Quarrel | None:
        before = [each for each in self.quarrels if each.before_tribunal]
        return before[-1] if before else self.latest()

    def decided(self) -> Quarrel | None:
        over = [each for each in self.quarrels if each.over or each.heard]
        return over[-1] if over else None

    # decisions

    def begin(self, event: Any, today: date) -> None:
        two = add_months(today, 2)
        timers = [
            Timer("M01", event.id, today, two, right=True),
            Timer("F01", event.id, today, tribunal_last_day(two, self.holidays), right=True),
        ]
        self.quarrels.append(Quarrel(event.id, event.kind.value, today, timers))

    on_refusal_to_assess_sent = on_no_plan_notice_sent = on_reassessment_refused_sent = begin

    def on_final_sent(self, event: Any, today: date) -> None:
        self.on_plan_made(event, today)
        self.begin(event, today)

    def on_plan_made(self, event: Any, today: date) -> None:
        """A plan is held again: what was to go on goes on."""
        if not self.has_plan:
            self.plan = (event.id, today)
        self.has_plan, self.plan_ended = True, None
        for result in self.results:
            for timer in result.timers:
                if timer.part == "go on":
                    timer.meet(timer.start)

    def goes_on(self, timer: Timer, today: date) -> None:
        """A plan that had ended before today does not go on by itself."""
        if timer.part == "go on" and (self.plan_ended is None or self.plan_ended >= today):
            timer.meet(today)

    def on_amended_final_sent(self, event: Any, today: date) -> None:
        if self.has_plan:
            self.begin(event, today)

    # mediation

    def first(self, rule: str, event: Any, today: date, due: date) -> None:
        quarrel = self.latest()
        if quarrel is not None and not quarrel.of(rule):
            quarrel.timers.append(Timer(rule, event.id, today, due))

    def contact(self, quarrel: Quarrel, today: date) -> None:
        for timer in quarrel.of("M01"):
            timer.meet(today)

    def on_mediation_adviser_contacted(self, event: Any, today: date) -> None:
        quarrel = self.latest()
        if quarrel is not None:
            self.contact(quarrel, today)

    def on_mediation_declined(self, event: Any, today: date) -> None:
        quarrel = self.latest()
        if quarrel is not None:
            self.contact(quarrel, today)
            known = quarrel.of("M02")
            self.first("M02", event, today, working_days(today, 3, self.holidays))
            if not known:
                self.certified_already(quarrel, "M02", today)

    def certified_already(self, quarrel: Quarrel, rule: str, today: date) -> None:
        """A certificate dated this very day or later came first in the record."""
        if quarrel.certificate is not None and quarrel.certificate >= today:
            for timer in quarrel.of(rule):
                timer.meet(quarrel.certificate)

    def on_mediation_requested(self, event: Any, today: date) -> None:
        quarrel = self.latest()
        if quarrel is None:
            return
        self.contact(quarrel, today)
        if quarrel.of("asked"):
            return
        health = event.details.get("health")
        quarrel.timers.append(Timer("asked", event.id, today, None, part=health or "", state="SILENT"))
        if health != "ONLY":
            self.first("M03", event, today, add_days(today, 30))
            self.hold_already(quarrel)
        if health in ("SOME", "ONLY"):
            self.first("M04", event, today, working_days(today, 3, self.holidays))
            for told in quarrel.of("told"):
                quarrel.of("M04")[0].meet(told.start)
            if quarrel.of("held"):
                quarrel.of("M04")[0].stop("SUPERSEDED")
        if health == "ONLY":
            for told in quarrel.of("told"):
                self.board_arranges(quarrel, told.subject, told.start, today)

    def board_arranges(self, quarrel: Quarrel, subject: str, start: date, today: date) -> None:
        """The board's thirty days, with the days that have gone by where it was told before it was recorded."""
        quarrel.timers.append(Timer("M03", subject, start, add_days(start, 30)).since(today))
        self.hold_already(quarrel)

    def hold_already(self, quarrel: Quarrel) -> None:
        """Mediation was held, called off or certified before it was recorded that it was wanted."""
        for timer in quarrel.of("M03"):
            for held in quarrel.of("held"):
                timer.meet(held.start)
            certified = quarrel.certificate is not None and quarrel.certificate >= timer.start
            if quarrel.of("not arranged") or certified:
                timer.stop("SUPERSEDED")

    def mark(self, quarrel: Quarrel, what: str, event: Any, today: date) -> bool:
        """Remember the first step of a kind; True if this was it."""
        if quarrel.of(what):
            return False
        quarrel.timers.append(Timer(what, event.id, today, None, state="SILENT"))
        return True

    def on_icb_told_of_mediation(self, event: Any, today: date) -> None:
        quarrel = self.latest()
        if quarrel is not None and self.mark(quarrel, "told", event, today):
            for timer in quarrel.of("M04"):
                timer.meet(today)
            if any(asked.part == "ONLY" for asked in quarrel.of("asked")):
                self.board_arranges(quarrel, event.id, today, today)

    def on_mediation_not_arranged(self, event: Any, today: date) -> None:
        quarrel = self.latest()
        if quarrel is not None and self.mark(quarrel, "not arranged", event, today):
            self.first("M06", event, today, working_days(today, 3, self.holidays))
            self.certified_already(quarrel, "M06", today)
            self.hold_already(quarrel)

    def on_mediation_held(self, event: Any, today: date) -> None:
        quarrel = self.latest()
        if quarrel is not None and self.mark(quarrel, "held", event, today):
            for timer in quarrel.of("M03"):
                timer.meet(today)
            for timer in quarrel.of("M04"):
                timer.stop("SUPERSEDED")
            self.first("M05", event, today, working_days(today, 3, self.holidays))
            self.certified_already(quarrel, "M05", today)

    def on_mediation_certificate_issued(self, event: Any, today: date) -> None:
        quarrel = self.latest()
        if quarrel is None:
            return
        quarrel.certificate = today
        raw = max(add_months(quarrel.sent, 2), add_months(today, 1))
        for timer in quarrel.of("F01"):
            timer.due = tribunal_last_day(raw, self.holidays)
            if timer.met_on is None and timer.state == "CANCELLED":
                timer.state = "RUNNING"
        self.weigh_appeal(quarrel)
        for timer in quarrel.of("M02", "M05", "M06"):
            timer.meet(today)
        for timer in quarrel.of("M03"):
            timer.stop("SUPERSEDED")

    def on_mediation_agreed(self, event: Any, today: date) -> None:
        quarrel = self.latest()
        if quarrel is None:
            return
        what = event.details.get("matter") or "OTHER_MATTER"
        result = Result(event.id, what, today, decided=False)
        parts = [("M07" + LETTER[part], part, days) for _, _, part, days in ORDERED[what]]
        if what == "OTHER_MATTER":
            parts = [("M08", "done", 14)]
        agreed = event.details.get("agreed_date")
        for rule, part, days in parts:
            timer = Timer(rule, event.id, today, add_days(today, days), part)
            if agreed:
                timer.stop("SUPERSEDED", 9)
                timer.part = "replaced"
            self.goes_on(timer, today)
            result.timers.append(timer)
        if agreed:
            part = "done" if what == "OTHER_MATTER" else "plan"
            result.timers.append(Timer("M10", event.id, today, date.fromisoformat(agreed), part).since(today))
        if event.details.get("la_party") == "no":
            result.timers.append(Timer("M09", event.id, today, add_days(today, 7), "report"))
        self.results.append(result)

    def on_agreement_done(self, event: Any, today: date) -> None:
        agreed = [each for each in self.results if not each.decided]
        meant = self.current(event.details.get("agreement", ""))
        named = [each for each in agreed if each.id == meant] or agreed[-1:]
        for result in named:
            for timer in result.timers:
                if timer.part in ("plan", "done"):
                    timer.meet(today)
                elif timer.part in ("tell", "refuse", "draft"):
                    timer.stop("SUPERSEDED", 2)

    # the Tribunal

    def plan_from_elsewhere(self, today: date) -> None:
        """An appeal about a plan whose own decision is not on record: it cannot have been sent after the appeal."""
        subject, made = self.plan
        if not self.has_plan or any(each.id == subject for each in self.quarrels):
            return
        plans = ("FINAL_SENT", "AMENDED_FINAL_SENT")
        if not any(q.sent >= made and (q.about in plans or not q.over) for q in self.quarrels):
            two = add_months(today, 2)
            last = tribunal_last_day(two, self.holidays)
            rights = [
                Timer("M01", subject, today, two, right=True),
                Timer("F01", subject, today, last, right=True),
            ]
            self.quarrels.append(Quarrel(subject, "PLAN_MADE", today, rights))

    def on_appeal_received(self, event: Any, today: date) -> None:
        self.plan_from_elsewhere(today)
        quarrel = self.latest()
        if quarrel is None:
            return
        if quarrel.withdrawn:
            gone = ("F03", "F05", "F08", "F08h", "U00", "answer", "hearing")
            quarrel.timers = [timer for timer in quarrel.timers if timer.rule not in gone]
            quarrel.heard = False
        quarrel.timers = [timer for timer in quarrel.timers if timer.rule not in ("F02", "F04")]
        quarrel.appealed, quarrel.withdrawn = today, False
        quarrel.sections = event.details.get("sections", "")
        quarrel.counts_on = add_days(today, 1) if "T17:30" in event.details.get("received_at", "") else today
        self.weigh_appeal(quarrel)
        if quarrel.counts_on > quarrel.of("F01")[0].due:
            quarrel.timers.append(Timer("F02", event.id, today, None))
        quarrel.timers.append(Timer("F04", event.id, today, working_days(today, 10, self.holidays)))
        for notice in quarrel.of("F03"):
            for timer in quarrel.of("F02", "F04"):
                timer.meet(notice.start)

    def weigh_appeal(self, quarrel: Quarrel) -> None:
        """Whether the appeal came in time, as things are known now."""
        if quarrel.counts_on is not None and quarrel.before_tribunal:
            for timer in quarrel.of("F01"):
                timer.met_on = None
                timer.meet(quarrel.counts_on)
                timer.met_on = quarrel.appealed
                if quarrel.counts_on <= timer.due:
                    quarrel.timers = [each for each in quarrel.timers if each.rule != "F02"]

    def on_appeal_withdrawn(self, event: Any, today: date) -> None:
        quarrel = self.at_tribunal()
        if quarrel is None or quarrel.appealed is None:
            return
        quarrel.withdrawn, quarrel.heard = True, False
        quarrel.timers = [timer for timer in quarrel.timers if timer.rule != "F02"]
        for timer in quarrel.of("F01"):
            timer.state, timer.met_on, timer.late = "RUNNING", None, 0
        for timer in quarrel.of("F03", "F04", "F05", "F08", "F08h", "U00"):
            timer.stop("CANCELLED")

    def on_appeal_notice_received(self, event: Any, today: date) -> None:
        quarrel = self.at_tribunal()
        if quarrel is None:
            return
        if not quarrel.of("F03"):
            due = working_days(today, 30, self.holidays, shut=True)
            quarrel.timers.append(Timer("F03", event.id, today, due))
            for answer in quarrel.of("answer"):
                quarrel.of("F03")[0].meet(answer.start)
            for timer in quarrel.of("F02", "F04"):
                timer.meet(today)
        for name, rule, shown_by in (("response_by", "F08", "answer"), ("hearing_on", "F08h", "hearing")):
            if event.details.get(name):
                quarrel.timers = [timer for timer in quarrel.timers if timer.rule != rule]
                day = date.fromisoformat(event.details[name])
                quarrel.timers.append(Timer(rule, event.id, today, day).since(today))
                for done in quarrel.of(shown_by):
                    quarrel.timers[-1].meet(done.start)

    def on_appeal_response_sent(self, event: Any, today: date) -> None:
        quarrel = self.at_tribunal()
        if quarrel is not None and self.mark(quarrel, "answer", event, today):
            for timer in quarrel.of("F03", "F08"):
                timer.meet(today)

    def on_appeal_heard(self, event: Any, today: date) -> None:
        quarrel = self.at_tribunal()
        if quarrel is not None and self.mark(quarrel, "hearing", event, today):
            quarrel.heard = quarrel.before_tribunal
            quarrel.timers.append(Timer("F05", event.id, today, working_days(today, 10, self.holidays)))
            for timer in quarrel.of("F08h"):
                timer.meet(today)

    def end(self, quarrel: Quarrel, today: date) -> None:
        quarrel.over = True
        for timer in quarrel.of("F05"):
            if not quarrel.of("reasons"):
                timer.meet(today)
        for timer in quarrel.timers:
            if timer.rule not in ("F06", "F07", "O10") and timer.met_on is None and timer.state != "SILENT":
                timer.state, timer.late, timer.halt = "SUPERSEDED", 0, 9

    def on_unopposed_notified(self, event: Any, today: date) -> None:
        quarrel = self.at_tribunal()
        if quarrel is None:
            return
        if quarrel.of("answer"):
            if not quarrel.of("U00"):
                quarrel.timers.append(Timer("U00", event.id, today, None))
            return
        self.end(quarrel, today)
        self.bind(quarrel, event, today, 1)

    def on_order_made(self, event: Any, today: date) -> None:
        quarrel = self.at_tribunal()
        if quarrel is not None:
            self.end(quarrel, today)
            self.bind(quarrel, event, today, 0)

    def bind(self, quarrel: Quarrel, event: Any, today: date, column: int) -> None:
        """Set the times running, each by its rule, and the days that the Tribunal itself set."""
        likely = DECISIONS.get(quarrel.about, "AMEND_CONTENTS")
        if likely == "AMEND_CONTENTS" and "I" in quarrel.sections:
            likely = "CHANGE_SETTING" if quarrel.sections == "I" else "AMEND_CONTENTS_AND_SETTING"
        result = Result(event.id, event.details.get("order") or likely, today)
        for row in ORDERED[result.what]:
            rule, part, days = row[column], row[2], row[3]
            if not rule:
                continue
            timer = Timer(rule, event.id, today, add_days(today, days), part)
            if rule != "disabled":
                result.timers.append(timer)
            self.goes_on(timer, today)
            day = event.details.get(SET_AS.get(part, ""), "") if column == 0 else ""
            if day:
                timer.stop("SUPERSEDED", 9)
                timer.part = "replaced"
                set_timer = Timer("O11" + LETTER[part], event.id, today, date.fromisoformat(day), part)
                result.timers.append(set_timer.since(today))
        self.results.append(result)

    def on_tribunal_decision_sent(self, event: Any, today: date) -> None:
        quarrel = self.decided()
        if quarrel is None:
            return
        if event.details.get("decision") == "PERMISSION_REFUSED":
            quarrel.timers = [timer for timer in quarrel.timers if timer.rule != "F07"]
            quarrel.timers.append(Timer("F07", event.id, today, add_months(today, 1), right=True))
            for timer in quarrel.of("F06"):
                timer.state = "SUPERSEDED"
        elif self.mark(quarrel, "reasons", event, today):
            due = open_days(today, 28, self.holidays)
            quarrel.timers.append(Timer("F06", event.id, today, due, right=True))
            for timer in quarrel.of("F05"):
                timer.met_on, timer.halt = None, 0
                timer.meet(today)
            if quarrel.of("F07"):
                quarrel.of("F06")[0].state = "SUPERSEDED"

    def on_recommendation_made(self, event: Any, today: date) -> None:
        quarrel = self.decided()
        if quarrel is not None and min(today, quarrel.sent) >= date(2018, 4, 3):
            quarrel.timers.append(Timer("O10", event.id, today, add_days(today, 35)))

    def on_recommendation_answered(self, event: Any, today: date) -> None:
        for quarrel in self.quarrels:
            for timer in quarrel.of("O10"):
                if timer.subject == self.current(event.details["recommendation"]):
                    timer.meet(today)

    # carrying it out

    def done_after(self, event: Any, today: date) -> None:
        kind = event.kind.value
        if self.has_plan and kind in OVER[1:]:
            self.has_plan, self.plan_ended = False, today
        for result in self.results:
            if result.id == event.id:
                continue
            for timer in result.timers:
                if timer.part in MEETS.get(kind, ()):
                    timer.meet(today)
                elif timer.part in STOPS.get(kind, {}):
                    timer.stop(STOPS[kind][timer.part])
                elif kind == "NO_PLAN_NOTICE_SENT" and timer.part == "plan" and "ASSESS" in result.what:
                    timer.stop("CANCELLED")
                elif kind in OVER and timer.part not in ("replaced", "report"):
                    timer.stop("CANCELLED", 3)

    def on_exception_recorded(self, event: Any, today: date) -> None:
        for result in self.results:
            result.exceptions.append(dict(event.details))

    def except_(self, timer: Timer, recorded: list[dict[str, Any]]) -> None:
        """Exceptions take the limit of an order, or of reg 45, away from what is late or still to do."""
        lifts = timer.rule[0] in "OU" and timer.rule not in ("O01", "O07", "U08c") and timer.rule[:3] != "O11"
        if lifts and timer.part != "replaced" and timer.state in (*ALIVE, "MET_LATE"):
            for details in recorded:
                if timer.rule in details["limits"] and self.is_good(details, timer):
                    timer.state, timer.late = "DISAPPLIED", 0

    def is_good(self, details: dict[str, Any], timer: Timer) -> bool:
        if details["ground"] == "PERSONAL_CIRCUMSTANCES":
            return True
        if details["ground"] == "CORONAVIRUS":
            return timer.due is not None and date(2020, 5, 1) <= timer.due <= date(2020, 9, 25)
        away, today = 0, date.fromisoformat(details["absent_from"])
        while today <= date.fromisoformat(details["absent_to"]):
            away += timer.due is not None and timer.start <= today <= timer.due
            today += timedelta(days=1)
        return away >= 14
