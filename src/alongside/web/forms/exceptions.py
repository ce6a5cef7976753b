"""An exception of law, by its ground. The list of grounds is the law's; none can be added here."""

from collections.abc import Sequence

from alongside.app.queries.exceptions import RunningLimit
from alongside.core.case.codes import ExceptionGround
from alongside.web.forms.days import Day
from alongside.web.forms.fields import LongText, OneOf, SeveralOf
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.presenters import wording

GROUNDS = [
    (ExceptionGround.SCHOOL_CLOSED, "The school or college was closed for at least 4 weeks"),
    (ExceptionGround.EARLY_YEARS_CLOSED, "The early years provider was closed for at least 4 weeks"),
    (
        ExceptionGround.PERSONAL_CIRCUMSTANCES,
        "Exceptional personal circumstances of the child, parent or young person",
    ),
    (
        ExceptionGround.ABSENT_FROM_AREA,
        "The child, parent or young person was away from the area for at least 4 weeks",
    ),
    (
        ExceptionGround.MISSED_APPOINTMENT,
        "The child missed an appointment with a body that was asked for advice",
    ),
]
OVERLAY = (
    ExceptionGround.CORONAVIRUS,
    "Coronavirus was in the way of a limit that fell from May to September 2020",
)


class Ground(Form):
    """Which of the law's grounds."""

    ground = OneOf(
        "What happened?", [(str(code), words) for code, words in GROUNDS], missing="Choose what happened"
    )

    def offer(self, overlay: bool) -> None:
        """Coronavirus too, where a limit of this case fell while that was law."""
        if overlay:
            self.fields["ground"].choices = [*self.fields["ground"].choices, OVERLAY]  # type: ignore[attr-defined]


class OfGround(Form):
    """What every exception must say, whatever its ground."""

    limits = SeveralOf(
        "Which limits does it make impractical to meet?", [], missing="Choose at least one limit"
    )
    impractical_because = LongText(
        "Why does this make it impractical to meet the limit?",
        missing="Write why this makes it impractical to meet the limit",
        longest=4000,
    )
    evidence = LongText(
        "What shows it?",
        missing="Name the evidence: a letter, a call, a date in a calendar",
        longest=2000,
        look=Look(rows=3),
    )
    told_family_on = Day(
        "When did you tell the family?",
        missing="Enter the day on which you told the family",
        limit="not after today",
    )
    review_on = Day(
        "When will you look at this again?",
        missing="Enter the day on which this is looked at again",
        limit="not before today",
    )

    def offer(self, running: Sequence[RunningLimit]) -> None:
        """The limits that run in this case and that this ground could take away."""
        self.fields["limits"].choices = [(key(limit), _words(limit)) for limit in running]  # type: ignore[attr-defined]


class Closure(OfGround):
    """A school, college or early years provider was closed."""

    advice_requested_on = Day(
        "When was its advice asked for?", missing="Enter the day on which its advice was asked for"
    )
    closed_from = Day("First closed day", missing="Enter the first closed day")
    reopens_on = Day("First open day after that", missing="Enter the first open day after the closure")


class Circumstances(OfGround):
    """Exceptional circumstances."""

    facts = LongText(
        "What are the circumstances, and whom do they affect?",
        missing="Write what the circumstances are",
        longest=4000,
    )


class Absence(OfGround):
    """Away from the area."""

    absent_from = Day("First day away", missing="Enter the first day away")
    absent_to = Day("Last day away", missing="Enter the last day away")


class Missed(OfGround):
    """An appointment was missed."""

    missed_on = Day(
        "Day of the appointment", missing="Enter the day of the appointment", limit="not after today"
    )


FORMS: dict[str, type[OfGround]] = {
    ExceptionGround.SCHOOL_CLOSED: Closure,
    ExceptionGround.EARLY_YEARS_CLOSED: Closure,
    ExceptionGround.PERSONAL_CIRCUMSTANCES: Circumstances,
    ExceptionGround.ABSENT_FROM_AREA: Absence,
    ExceptionGround.MISSED_APPOINTMENT: Missed,
    ExceptionGround.CORONAVIRUS: Circumstances,
}


def key(limit: RunningLimit) -> str:
    """How a limit is named in the form: its rule, and for advice the request."""
    return f"{limit.rule}:{limit.request}" if limit.request else limit.rule


def _words(limit: RunningLimit) -> str:
    whom = f" ({limit.asked_name})" if limit.asked_name else ""
    return f"{limit.title}{whom}: by {wording.day(limit.due)}"
