"""Who looks after a case from now on."""

from collections.abc import Sequence
from uuid import UUID

from alongside.app.queries.owners import Taker
from alongside.web.forms.fields import FromList
from alongside.web.forms.form import Form
from alongside.web.presenters.wording import plural


class Give(Form):
    """One coordinator, the least busy first."""

    to = FromList(
        "Who will look after this case?",
        [],
        missing="Choose a coordinator",
        hint="Whoever has the fewest open cases comes first",
    )

    def offer(self, takers: Sequence[Taker]) -> None:
        """The coordinators at work today."""
        choices = [("", "Choose a coordinator"), *((str(each.account), _words(each)) for each in takers)]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]

    @property
    def taker(self) -> UUID:
        """Whoever was chosen."""
        return UUID(self.cleaned_data["to"])


def _words(taker: Taker) -> str:
    team = f", {taker.team}" if taker.team else ""
    return f"{taker.name}{team} ({plural(taker.open_cases, 'open case')})"
