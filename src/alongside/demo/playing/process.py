"""How a process of the troupe begins: nothing here may need Django before Django is ready."""

import gc
import pickle
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 100)
"""Thresholds of Python's collector of cycles while an area is built: the deeds leave hardly any, and looking for them
after every few hundred rows takes an eighth of the time.
"""
_stage: list[object] = []


def begin(packed: bytes) -> None:
    """Make Django ready in this process and unpack the stage, whose classes need it."""
    import django

    django.setup()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    _stage[:] = [pickle.loads(packed)]  # noqa: S301  made by the process that started this one


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """While this is open, this process looks for cycles as seldom as those that it starts."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def stage() -> object:
    """The stage that this process was given."""
    return _stage[0]
