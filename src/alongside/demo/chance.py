"""Seeded chance. Each story draws from a stream of its own, so a change to one story moves no other."""

import math
from collections.abc import Mapping, Sequence
from datetime import timedelta
from random import Random
from typing import TypeVar

Kind = TypeVar("Kind")


class Chance:
    """A stream of draws named by its parts: the same parts give the same draws, in any process."""

    def __init__(self, *named: object) -> None:
        self._named = ":".join(str(part) for part in named)
        self._random = Random(self._named)

    def stream(self, *named: object) -> "Chance":
        """A further stream below this one, independent of what this one has drawn so far."""
        return Chance(self._named, *named)

    def yes(self, share: float) -> bool:
        """True in this share of draws, 0 to 1."""
        return self._random.random() < share

    def one(self, among: Sequence[Kind]) -> Kind:
        """One of these, each as likely as the next."""
        return among[self._random.randrange(len(among))]

    def some(self, among: Sequence[Kind], count: int) -> list[Kind]:
        """So many different ones of these, or all there are, in a drawn order."""
        return self._random.sample(list(among), min(count, len(among)))

    def shared(self, shares: Mapping[Kind, float]) -> Kind:
        """One key, as likely as its share. The shares need not add up to one."""
        return self._random.choices(list(shares), weights=list(shares.values()))[0]

    def many(self, among: Sequence[Kind], weights: Sequence[float], count: int) -> list[Kind]:
        """So many of these with repetition, each as likely as its weight."""
        return self._random.choices(among, weights=weights, k=count)

    def whole(self, first: int, last: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(first, last)

    def between(self, low: float, high: float) -> float:
        """A number drawn evenly."""
        return self._random.uniform(low, high)

    def normal_weeks(self, mean: float, spread: float) -> timedelta:
        """A duration in whole days, normal in weeks, never below a day."""
        return timedelta(days=max(1, round(7 * self._random.gauss(mean, spread))))

    def lognormal_weeks(self, median: float, sigma: float) -> timedelta:
        """A duration in whole days, lognormal in weeks, never below a day."""
        return timedelta(days=max(1, round(7 * self._random.lognormvariate(math.log(median), sigma))))

    def digits(self, count: int) -> str:
        """A string of decimal digits."""
        return "".join(str(self._random.randrange(10)) for _ in range(count))

    def shuffled(self, among: Sequence[Kind]) -> list[Kind]:
        """All of these in a drawn order."""
        found = list(among)
        self._random.shuffle(found)
        return found
