"""What can be asked on the pages of one case: the day as known on, and news of the case."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Self

from alongside.core.case.codes import EventKind
from alongside.web.forms.days import Day
from alongside.web.forms.fields import LongText, OneOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.presenters import happenings
from alongside.web.request import Request


class KnownOn(Form):
    """A GET form: the chronology as it was known at the end of a day."""

    known_on = Day("As it was known at the end of", hint="For example, 27 3 2026", limit="not after today")

    @classmethod
    def read(cls, request: Request) -> Self:
        """Bound where the address has a day in it, empty otherwise."""
        asked = any(request.GET.get(f"known_on-{part}") for part in ("day", "month", "year"))
        return cls(request.GET, today=request.today) if asked else cls(today=request.today)

    def chosen(self) -> date | None:
        """The day asked for; None where none was, or where it is no day."""
        return self.cleaned_data.get("known_on") if self.is_bound and self.is_valid() else None


class ChooseHappening(Form):
    """Which news it is."""

    kind = OneOf("What happened?", [], missing="Choose what happened", look=Look(heading=True))

    def offer(self, kinds: list[EventKind]) -> None:
        """Only what may follow where the case stands."""
        self.fields["kind"].choices = [(kind, happenings.TITLES[kind]) for kind in kinds]  # type: ignore[attr-defined]


class Happened(Form):
    """When it happened. Each kind of news adds what it must say."""

    occurred_on = Day(
        "When did it happen?", missing="Enter the day on which it happened", limit="not after today"
    )

    def details(self) -> dict[str, str]:
        """The particulars as the chronology keeps them."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "occurred_on"}
        return {name: v.isoformat() if isinstance(v, date) else str(v or "") for name, v in given.items()}


class Certificate(Happened):
    """A mediation certificate: the time to appeal runs from its own date."""

    certificate_dated_on = Day(
        "What date is on the certificate?",
        missing="Enter the date on the certificate",
        limit="not after today",
    )


class AppealReceived(Happened):
    """An appeal that the Tribunal has registered."""

    about = LongText("What is the appeal about?", missing="Say what the appeal is about", longest=1000)


class Unopposed(Happened):
    """A notice to the Tribunal that the authority does not oppose an appeal."""

    appeal = LongText("Which appeal is not opposed?", missing="Say which appeal is not opposed", longest=1000)


class Order(Happened):
    """An order of the Tribunal."""

    order = LongText(
        "What did the Tribunal order?",
        missing="Say what the Tribunal ordered",
        hint="If the appeal was dismissed, begin with “Dismissed”.",
        longest=4000,
    )


class Moved(Happened):
    """The child lives in another authority's area now."""

    to = Text(
        "Number of the new local authority",
        missing="Enter the three-digit number of the new local authority",
        hint="Three digits, for example 866",
        longest=3,
        look=Look(width=3, inputmode="numeric"),
    )


FORMS: Mapping[EventKind, type[Happened]] = MappingProxyType(
    {
        EventKind.VIEWS_INVITED: Happened,
        EventKind.MEDIATION_ADVISER_CONTACTED: Happened,
        EventKind.MEDIATION_CERTIFICATE_ISSUED: Certificate,
        EventKind.APPEAL_RECEIVED: AppealReceived,
        EventKind.APPEAL_WITHDRAWN: Happened,
        EventKind.UNOPPOSED_NOTIFIED: Unopposed,
        EventKind.ORDER_MADE: Order,
        EventKind.MOVED_TO_NEW_LA: Moved,
        EventKind.DIED: Happened,
    }
)
"""The form of each kind of news. `app.actions.happenings` has the same list and decides."""
