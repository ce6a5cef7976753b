"""What a page function receives."""

from datetime import date, datetime

from django.http import HttpRequest

from alongside.app.actor import Actor
from alongside.web.openness import Need


class Request(HttpRequest):
    """A request that has passed a door.

    `now` (UTC) and `today` (Europe/London) are read once per request by `config.request_clock`; a page never
    reads a clock. `actor` is who asks; `need` is what the door asked for.
    """

    now: datetime
    today: date
    clock_is_moved: bool
    actor: Actor
    need: Need
