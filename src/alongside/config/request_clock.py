"""One moment per request: whatever a page shows and does, it shows and does at the same time."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.config import clock


class RequestClock:
    """Sets `request.now` (UTC), `request.today` (Europe/London) and `request.clock_is_moved`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.now = clock.now()
        request.today = clock.today_in_london(request.now)
        request.clock_is_moved = clock.is_moved()
        return self.get_response(request)
