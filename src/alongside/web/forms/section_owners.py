"""To whom a section of a plan is given."""

from collections.abc import Iterable

from alongside.web.forms.fields import OneOf
from alongside.web.forms.form import Form


class Give(Form):
    """The body that writes the section."""

    organisation = OneOf(
        "Which service writes this section?",
        (),
        missing="Choose the service that writes this section",
        hint="Only services that were asked for this advice are listed: their people can open the case.",
    )

    def offer(self, bodies: Iterable[tuple[str, str]]) -> None:
        """The services to choose from."""
        self.fields["organisation"].choices = list(bodies)  # type: ignore[attr-defined]
