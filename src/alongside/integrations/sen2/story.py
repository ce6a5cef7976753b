"""One request as a return tells of it: how it came, how it was decided, what came of it."""

from collections import Counter
from datetime import date
from typing import Any

from alongside.core.case.codes import EventKind, RequestSource
from alongside.core.case.told import Undated
from alongside.integrations.sen2 import active, details_of, returns
from alongside.integrations.sen2.notes import Notes

SOURCES = {
    "1": RequestSource.PARENT_OR_YOUNG_PERSON,
    "2": RequestSource.SETTING,
    "3": RequestSource.HEALTH,
    "4": RequestSource.SOCIAL_CARE,
    "5": RequestSource.OTHER,
}
DECIDED_EARLIER = (
    "the return says only that this request was decided before {year}, not how, so it was not taken over; the "
    "return of that year tells of it"
)


class Story(Notes):
    """The requests of one person, told one after the other."""

    def __init__(self, year_starts_on: date, reference_on: date | None) -> None:
        super().__init__(year_starts_on, reference_on)
        self._episodes: Counter[str] = Counter()

    def request(self, request: returns.Request) -> None:
        """Note everything that the return tells of one request.

        A request that is history (outcome H) is taken over as far as the return says what came of it: its
        assessment where that was made this year, else its plan. No clock runs from a request of before.
        """
        assessment = request.assessment
        plan = assessment.named_plan if assessment else None
        subject = self._episode(request)
        if request.outcome != "H":
            self._received(subject, request)
            self._decision(subject, request)
        elif assessment is not None and assessment.outcome != "H":  # decided last year, assessed this year
            self._received(subject, request)
            self._decided_earlier(subject, request)
        elif assessment is None and request.active_plan is None:
            why = DECIDED_EARLIER.format(year=self.year_starts_on.year)
            self.unusable.append(returns.Unusable("requests", request.row, "", "requestoutcome", "H", why))
        elif plan is None:
            why = "the return tells of a plan in force and not when it was made"
            self.unknown(f"{subject}|plan", EventKind.PLAN_MADE, None, why, self._requested(request))
        if request.exported:
            why = "the return says that the person moved away, not when"
            moved = {"to": request.exported}
            self.unknown(f"{subject}|moved", EventKind.MOVED_TO_NEW_LA, request.received_on, why, moved)
        if assessment is not None:
            self._outcome(subject, request, assessment)
        if plan is not None:
            active.ended(self, subject, plan)
        if request.active_plan is not None:
            active.in_force(self, subject, request.active_plan, plan)

    def _received(self, subject: str, request: returns.Request) -> None:
        details = details_of.given(source=SOURCES.get(request.source or ""), rya=request.rya or None)
        if request.outcome not in ("Y", "N", "H"):  # otherwise they are told of the decision
            details |= _challenges(request)
        if request.received_on is not None:
            self.add(f"{subject}|received", EventKind.REQUEST_RECEIVED, request.received_on, details)
        else:
            why = "the return gives no date of receipt"
            self.unknown(f"{subject}|received", EventKind.REQUEST_RECEIVED, None, why, details)

    def _requested(self, request: returns.Request) -> dict[str, Any]:
        """The day of a request that is history: it is told of the plan, and no clock runs from it."""
        assessed = request.assessment is not None and request.assessment.outcome != "H"
        if request.outcome != "H" or assessed:
            return {}
        return details_of.given(requested_on=request.received_on)

    def _episode(self, request: returns.Request) -> str:
        """A name for the episode that later returns give it too: its date of receipt or its plan's date."""
        plan = request.assessment.named_plan if request.assessment else None
        if request.received_on is not None:
            subject = f"request|{request.received_on.isoformat()}"
        elif plan is not None and plan.start_on is not None:
            subject = f"plan|{plan.start_on.isoformat()}"
        else:
            subject = "request|undated"
        self._episodes[subject] += 1
        number = self._episodes[subject]
        return subject if number == 1 else f"{subject}#{number}"

    def _decision(self, subject: str, request: returns.Request) -> None:
        kinds = {
            "Y": EventKind.DECISION_TO_ASSESS_NOTIFIED,
            "N": EventKind.REFUSAL_TO_ASSESS_SENT,
            "W": EventKind.REQUEST_WITHDRAWN,
        }
        kind = kinds.get(request.outcome or "")
        if kind is not None:
            flags = {} if kind is EventKind.REQUEST_WITHDRAWN else _challenges(request)
            on = self.not_before(
                request.outcome_on, request.received_on, "the request", ("requests", request.row)
            )
            self.add_or_unknown(f"{subject}|decision", kind, on, request.received_on, flags)

    def _decided_earlier(self, subject: str, request: returns.Request) -> None:
        """An assessment was made, so it was decided to make it, before the year of the return."""
        why = "the request was decided before the year of the return, which does not say when"
        decided, latest = EventKind.DECISION_TO_ASSESS_NOTIFIED, self.year_starts_on
        told = Undated(f"{subject}|decision", decided, request.received_on, latest, why, _challenges(request))
        self.undated.append(told)

    def _outcome(self, subject: str, request: returns.Request, assessment: returns.Assessment) -> None:
        plan = assessment.named_plan
        flags = details_of.outcome_flags(assessment)
        earliest = request.outcome_on or request.received_on
        where = f"{subject}|outcome"
        made_on = plan.start_on if plan else None
        on = self.not_before(
            assessment.outcome_on, request.received_on, "the request", ("assessment", assessment.row)
        )
        if assessment.outcome == "N":
            self.add_or_unknown(where, EventKind.NO_PLAN_NOTICE_SENT, on, earliest, flags)
        elif assessment.outcome == "W":
            self.add_or_unknown(where, EventKind.REQUEST_WITHDRAWN, on, earliest, {})
        elif assessment.outcome == "Y" and (on is not None or plan is not None):
            details = flags | details_of.plan_details(plan)
            self.add_or_unknown(where, EventKind.FINAL_SENT, on, earliest, details, latest=made_on)
            if made_on == on:
                return
        elif assessment.outcome == "Y":
            why = "the return says that a plan will be issued; none was out yet"
            self.unknown(where, EventKind.DECISION_TO_ISSUE, earliest, why, flags)
        elif request.outcome == "Y" and made_on is not None:
            why = "the return says that the plan is from before its year, not when it was first sent"
            self.unknown(where, EventKind.FINAL_SENT, earliest, why, flags, latest=made_on)
        self._plan(subject, request, plan)

    def _plan(self, subject: str, request: returns.Request, plan: returns.NamedPlan | None) -> None:
        if plan is None:
            return
        details = self._requested(request) | details_of.plan_details(plan)
        if plan.start_on is not None:
            details = {"final": plan.start_on.isoformat(), **details}
            self.add(f"plan|{plan.start_on.isoformat()}", EventKind.PLAN_MADE, plan.start_on, details)
        else:
            why = "the return names a plan without the date it starts"
            self.unknown(f"{subject}|plan", EventKind.PLAN_MADE, None, why, details, latest=plan.ceased_on)


def _challenges(request: returns.Request) -> dict[str, Any]:
    """Whether the decision on the request was taken to mediation or appealed."""
    return details_of.given(mediation=request.mediation or None, tribunal=request.tribunal or None)
