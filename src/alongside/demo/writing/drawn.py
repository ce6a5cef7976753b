"""What a plan takes from the advice of a case: needs with their sources, outcomes, and provision with its amounts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from alongside.app.queries.under_way import AdviceGiven
from alongside.core.case.codes import AdviceKind
from alongside.core.plan.checks import language, quantity
from alongside.demo.writing.grammar import Writer

HEALTH_ANSWERS = ("diagnoses", "day_to_day", "waiting")
CARE_ANSWERS = ("known", "home")
FAMILY_SAYS = "hard"
HEALTH_HELP: Mapping[str, str] = {
    "sleep": "help_sleep", "foods": "help_eating", "ear": "help_hearing", "": "help_health",
}  # fmt: skip
CARE_HELP: Mapping[str, str] = {"night": "help_nights", "": "help_outside"}


@dataclass(frozen=True, slots=True)
class Found:
    """A need as an adviser put it, what shows it, and who said so and when."""

    what: str
    evidence: str
    source: str

    def lines(self, number: str) -> list[str]:
        """The need under its number, what shows it, and who said so, each on a line of its own."""
        found = [f"{number}. {self.what}"]
        found += [f"Evidence: {self.evidence}"] if self.evidence else []
        return [*found, f"Source: {self.source}."] if self.source else found


@dataclass(frozen=True, slots=True)
class Advised:
    """One provision that an adviser asked for."""

    what: str
    who: str
    often: str
    long: str

    @property
    def minutes(self) -> float:
        """Minutes a week, 0 where they cannot be worked out."""
        return quantity.dose(f"{self.often} {self.long}").minutes_a_week or 0.0


def needs(given: Sequence[AdviceGiven]) -> list[Found]:
    """Every need that advisers and the family told of, each once."""
    found: dict[str, Found] = {}
    for each in given:
        for group in _groups(each, "need"):
            found.setdefault(
                _kind(group["what"]), Found(group["what"], group.get("evidence", ""), _source(each))
            )
        if text := each.answers.get(FAMILY_SAYS, ""):
            found.setdefault(_kind(text), Found(text, "", _source(each)))
    return list(found.values())


def health(given: Sequence[AdviceGiven]) -> list[Found]:
    """What medical advice says of health."""
    return _answers(given, AdviceKind.MEDICAL, HEALTH_ANSWERS)


def care(given: Sequence[AdviceGiven]) -> list[Found]:
    """What social care advice says of life at home and outside."""
    return _answers(given, AdviceKind.SOCIAL_CARE, CARE_ANSWERS)


def outcomes(given: Sequence[AdviceGiven]) -> list[str]:
    """What advisers want the child to be able to do, each once."""
    found: dict[str, str] = {}
    for each in given:
        for group in _groups(each, "outcome"):
            found.setdefault(_kind(group["what"]), group["what"])
    return list(found.values())


def provisions(given: Sequence[AdviceGiven]) -> list[Advised]:
    """What advisers asked for, each once: where two ask for the same, the one that asks for more."""
    found: dict[str, Advised] = {}
    for each in given:
        for group in _groups(each, "provision"):
            one = Advised(*(group.get(part, "") for part in ("what", "who", "how_often", "how_long")))
            key = _kind(one.what)
            if key not in found or one.minutes > found[key].minutes:
                found[key] = one
    return list(found.values())


def made_up(write: Writer) -> list[Advised]:
    """Provision for a plan to which no advice has come yet."""
    return [Advised(*line.split(" | ")) for line in write.lines("provision", 4, 5)]


def paired(write: Writer, found: Sequence[Found], help_for: Mapping[str, str]) -> str:
    """The help that goes with these needs, a line for each."""
    lists = dict.fromkeys(
        next(name for word, name in help_for.items() if word in each.what.lower()) for each in found
    )
    return "\n\n".join(write.write(name) for name in lists)


def _groups(each: AdviceGiven, code: str) -> Iterator[dict[str, str]]:
    held: dict[str, dict[str, str]] = {}
    for key, text in each.answers.items():
        if match := re.fullmatch(rf"{code}_(\d+)_(\w+)", key):
            held.setdefault(match[1], {})[match[2]] = text
    yield from (group for group in held.values() if group.get("what"))


def _answers(given: Sequence[AdviceGiven], kind: AdviceKind, codes: Sequence[str]) -> list[Found]:
    found: dict[str, Found] = {}
    for each in given:
        if each.kind is kind:
            for text in (each.answers[code] for code in codes if each.answers.get(code)):
                for sentence in language.sentences(text):
                    found.setdefault(_kind(sentence), Found(sentence, "", _source(each)))
    return list(found.values())


def _source(each: AdviceGiven) -> str:
    return f"{each.post or each.author}, {each.written_on:%B %Y}"


def _kind(text: str) -> str:
    """The same for two texts that differ in their numbers only."""
    return re.sub(r"\d+", "0", text.lower())
