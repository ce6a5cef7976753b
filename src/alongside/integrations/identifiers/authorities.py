"""The numbers of local authorities: those of today, those that ended with who follows them, those in UPNs."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any, Final


def _read() -> Mapping[str, Any]:
    file = resources.files("alongside.integrations.identifiers") / "authorities.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _numbers(text: str) -> Iterator[str]:
    for word in text.split():
        first, _, last = word.partition("-")
        for number in range(int(first), int(last or first) + 1):
            yield f"{number:03}"


_FILE: Final = _read()
CURRENT: Final = frozenset(_numbers(_FILE["current"]))
"""The 153 authorities of today."""
FORMER: Final[Mapping[str, tuple[str, ...]]] = {k: tuple(v) for k, v in _FILE["former"].items()}
"""Authorities that ended, each with its successors."""
IN_UPN: Final = frozenset(_numbers(_FILE["upn"]))
"""Every number that characters 2 to 4 of a UPN may hold, of former authorities too."""


def why_not(number: str) -> str:
    """Why this is not the number of a local authority of today; "" where it is one."""
    if number in CURRENT:
        return ""
    if number in FORMER:
        return f"authority {number} has ended; its work went to {' and '.join(FORMER[number])}"
    return f"no local authority in England has the number {number}"
