"""The twenty weeks as a line of five steps: what was done and when, what is next, what is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alongside.core.case.codes import EventKind, TimerState
from alongside.core.case.history import Episode
from alongside.core.law.duty import Deadline
from alongside.web.presenters import return_words, wording

DONE, NOW, LATER, LATE, ENDED = "done", "now", "later", "late", "ended"
WORDS = {DONE: "Done", NOW: "Next", LATER: "Later", LATE: "Late", ENDED: "Not needed"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `state` is one of this module's words; `state_words` says it to everybody."""

    title: str
    week: str
    state: str
    when: str
    note: str = ""

    @property
    def state_words(self) -> str:
        """The state in a word, for everybody who does not see the colour."""
        return WORDS[self.state]


def line(episode: Episode, duties: Iterable[Deadline], *, on: date) -> tuple[Step, ...]:
    """The steps of one episode. The first one that is not done is the next."""
    owed = {duty.rule: duty for duty in duties if duty.subject in _subjects(episode)}
    found = [_received(episode), _decision(episode, owed), _advice(episode, duties, on)]
    found.append(_draft(episode, owed) if episode.no_plan is None else _no_plan(episode, owed))
    found.append(_final(episode, owed))
    return _with_next(found)


def _subjects(episode: Episode) -> set[str]:
    return {episode.id, *([episode.start.id] if episode.start else [])}


def _received(episode: Episode) -> Step:
    if episode.received_on is None:
        return Step("Request received", "Day 0", ENDED, "not recorded here")
    return Step("Request received", "Day 0", DONE, wording.day(episode.received_on))


def _decision(episode: Episode, owed: dict[str, Deadline]) -> Step:
    duty, decided = owed.get("A02"), episode.decided
    title = "Decide whether to assess"
    if decided is not None:
        refused = decided.kind is EventKind.REFUSAL_TO_ASSESS_SENT
        return Step("Decided not to assess" if refused else "Decided to assess", "By week 6", DONE,
                    return_words.day_or_not(decided.on, decided.undated), _lateness(duty))  # fmt: skip
    return _open(title, "By week 6", duty)


def _advice(episode: Episode, duties: Iterable[Deadline], on: date) -> Step:
    asked = [request for request in episode.advice if not request.cancelled]
    came = [request.received_on for request in asked if request.received_on is not None]
    title, week = "Advice from everybody asked", "Six weeks from asking"
    if not asked:
        return Step(title, week, ENDED if _is_over(episode) else LATER, "not asked for yet")
    if len(came) == len(asked):
        return Step(title, week, DONE, f"all {len(asked)} received, the last on {wording.day(max(came))}")
    mine = {request.id for request in asked if request.received_on is None}
    waiting = [d for d in duties if d.rule == "A04" and d.subject in mine and d.statutory_due is not None]
    late = [d for d in waiting if d.state is TimerState.OVERDUE]
    due = max((d.statutory_due for d in waiting if d.statutory_due), default=None)
    words = f"{len(came)} of {len(asked)} received; all due by {wording.day(due)}"
    return Step(title, week, LATE if late else NOW, words, f"{len(late)} late" if late else "")


def _draft(episode: Episode, owed: dict[str, Deadline]) -> Step:
    title, week, duty = "Draft plan to the family", "In time for 15 days of comments", owed.get("A09")
    if episode.drafts:
        return Step(title, week, DONE, wording.day(episode.drafts[0].recorded_on))
    if duty is not None and duty.state is TimerState.OVERDUE:
        words = f"{wording.day(duty.statutory_due)} has passed: the 15 days would end after week 20"
        return Step(title, week, LATE, words)
    return _open(title, week, duty)


def _no_plan(episode: Episode, owed: dict[str, Deadline]) -> Step:
    assert episode.no_plan is not None
    day = return_words.day_or_not(episode.no_plan.on, episode.no_plan.undated)
    return Step("Decided not to issue a plan", "By week 16", DONE, day, _lateness(owed.get("A05")))


def _final(episode: Episode, owed: dict[str, Deadline]) -> Step:
    title, duty = "Final plan", owed.get("A06")
    if episode.final is not None:
        day = return_words.day_or_not(episode.final.on, episode.final.undated)
        return Step(title, "By week 20", DONE, day, _lateness(duty))
    return _open(title, "By week 20", duty)


def _open(title: str, week: str, duty: Deadline | None) -> Step:
    """A step that is still to be done, as its duty stands."""
    if duty is None or duty.state in (TimerState.CANCELLED, TimerState.SUPERSEDED):
        return Step(title, week, ENDED, "no longer due" if duty else "no date is known")
    if duty.state is TimerState.OVERDUE:
        late = wording.weeks_and_days(duty.days_late)
        return Step(title, week, LATE, f"was due {wording.day(duty.statutory_due)}", f"{late} late")
    if duty.state is TimerState.DISAPPLIED:
        note = f"An exception applies; the date was {wording.day(duty.statutory_due)}"
        return Step(title, week, LATER, "as soon as practicable", note)
    return Step(title, week, LATER, f"due {wording.day(duty.statutory_due)}")


def _lateness(duty: Deadline | None) -> str:
    return f"{wording.weeks_and_days(duty.days_late)} late" if duty and duty.days_late else ""


def _is_over(episode: Episode) -> bool:
    return bool(episode.final or episode.no_plan or episode.closed)


def _with_next(steps: list[Step]) -> tuple[Step, ...]:
    """The first step still to come is the next one, unless one that is late or running stands before it."""
    for at, step in enumerate(steps):
        if step.state in (LATE, NOW):
            break
        if step.state == LATER:
            steps[at] = Step(step.title, step.week, NOW, step.when, step.note)
            break
    return tuple(steps)
