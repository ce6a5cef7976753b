"""How a process of the troupe begins: nothing here may need Django before Django is ready."""

import pickle

_stage: list[object] = []


def begin(packed: bytes) -> None:
    """Make Django ready in this process and unpack the stage, whose classes need it."""
    import django

    django.setup()
    _stage[:] = [pickle.loads(packed)]  # noqa: S301  made by the process that started this one


def stage() -> object:
    """The stage that this process was given."""
    return _stage[0]
