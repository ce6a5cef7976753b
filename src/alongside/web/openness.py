"""What a door may ask of whoever knocks: a permission, or one of two plain kinds of openness."""

from enum import Enum, unique

from alongside.core.access.permission import Permission


@unique
class Open(Enum):
    """Doors to pages that show nothing of any case."""

    TO_ANYONE = "anyone"
    TO_ANYONE_SIGNED_IN = "anyone who has signed in"


Need = Permission | Open


def in_words(need: Need) -> str:
    """For the generated list of doors: who may open it."""
    return need.value if isinstance(need, Open) else f"whoever may {need.phrase}"
