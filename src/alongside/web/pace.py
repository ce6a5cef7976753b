"""A polite limit on how often one address may do what anybody may do, so that a script cannot fill the records.

It is generous: a library, a school or a whole council can stand behind one address. Counts are kept in the
database's cache for as long as the limit runs, under a hash; the address itself is kept nowhere.
"""

from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Pace:
    """At most `most` times in `seconds`, for one kind of deed."""

    name: str
    most: int
    seconds: int

    def allows(self, request: HttpRequest) -> bool:
        """Counts this time and says whether it is still within the limit."""
        address = str(request.META.get("REMOTE_ADDR", ""))
        key = f"pace:{self.name}:{sha256(address.encode()).hexdigest()[:32]}"
        if cache.add(key, 1, timeout=self.seconds):
            return True
        try:
            return int(cache.incr(key)) <= self.most
        except ValueError:  # it ran out between the two
            return True


AN_HOUR = 3600
BEGIN = Pace("begin-request", most=60, seconds=AN_HOUR)
COME_BACK = Pace("come-back", most=60, seconds=AN_HOUR)
TOO_OFTEN = (
    "This has been done very often from here within the hour, so we have paused it for a while. Nothing is lost. "
    "Try again in an hour, or ring us: a request by phone counts the same."
)
