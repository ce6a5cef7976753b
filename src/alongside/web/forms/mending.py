"""The filter of what is to be mended. Its answers stand in the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.app.queries.mending import ToMend, Wanted
from alongside.web.forms.caseload import ANY, Control
from alongside.web.presenters import mending as words

ASKED = ("source", "severity", "rule", "owner")


@dataclass(frozen=True, slots=True)
class MendFilter:
    """What was chosen, by question; what cannot be an answer is left out."""

    given: Mapping[str, str]

    @classmethod
    def read(cls, query: Mapping[str, Any]) -> "MendFilter":
        """From the address."""
        asked = {name: str(query.get(name, "")) for name in ASKED}
        known = {
            "source": asked["source"] in words.SOURCES,
            "severity": asked["severity"] in words.SEVERITIES,
            "rule": asked["rule"] in words.titles(),
            "owner": _id(asked["owner"]) is not None,
        }
        return cls({name: asked[name] if known[name] else "" for name in ASKED})

    def wanted(self) -> Wanted:
        """The same as the query asks for it."""
        given = self.given
        return Wanted(given["source"], given["rule"], given["severity"], _id(given["owner"]))

    def controls(self, found: ToMend) -> tuple[Control, ...]:
        """The questions as they are drawn; only rules that some line breaks are offered."""
        titles = words.titles()
        rules = dict.fromkeys(f"{source}/{rule}" for source, rule, _ in found.counts)
        rules |= {self.given["rule"]: None} if self.given["rule"] else {}
        offered = {
            "source": ("For", list(words.SOURCES.items())),
            "severity": ("How grave", list(words.SEVERITIES.items())),
            "rule": ("What is asked for", [(code, titles[code]) for code in rules]),
            "owner": ("Coordinator", [(str(code), name) for code, name in found.owners]),
        }
        return tuple(
            Control(name, label, tuple((v, text, v == self.given[name]) for v, text in (ANY, *options)))
            for name, (label, options) in offered.items()
        )


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
