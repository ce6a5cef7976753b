"""Refuses a request that is larger than any form of ours, before a byte of it is read.

Everything behind reads the body: the check against forged forms does so first of all. A body without a stated
length is read as empty, so nothing can pass by leaving the length out.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.web import refused

ROOM_FOR_THE_REST = 1_000_000
"""Bytes of a form beside its file."""


class RequestSize:
    """Answers 413 with a sentence where the stated length is more than the largest file and the rest of its form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        stated = request.META.get("CONTENT_LENGTH") or "0"
        size = int(stated) if stated.isascii() and stated.isdigit() else 0
        if size > settings.MAX_UPLOAD_BYTES + ROOM_FOR_THE_REST:
            return refused.too_large(request, size)
        return self.get_response(request)
