"""Pictures of a few numbers over months, drawn on the server. Each stands beside the table that says the same.

A picture is geometry only: positions in a box of fixed size, which the template turns into SVG with a title and
a description. No script, no inline style, and colour is never the only difference.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, FLOOR, LEFT = 720, 220, 190, 40
MARKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Bar:
    """One month. `value` is per cent of 100, None where there is nothing to divide by; `few` where it says little."""

    label: str
    words: str
    x: float
    y: float
    width: float
    height: float
    value: float | None
    few: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across the picture at a round number."""

    value: int
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of shares by month: `title` names it, `description` says in words what it shows."""

    code: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = FLOOR
    left: int = LEFT


@dataclass(frozen=True, slots=True)
class Point:
    """One month to draw."""

    label: str
    words: str
    value: float | None
    few: bool


def shares(code: str, title: str, points: Sequence[Point]) -> Chart:
    """Columns of shares (per cent), oldest first."""
    step = (WIDTH - LEFT) / max(1, len(points))
    bars = tuple(
        Bar(
            label=point.label,
            words=point.words,
            x=round(LEFT + number * step + step * 0.1, 1),
            y=round(_height_of(point.value), 1),
            width=round(step * 0.8, 1),
            height=round(FLOOR - _height_of(point.value), 1),
            value=point.value,
            few=point.few,
        )
        for number, point in enumerate(points)
    )
    marks = tuple(Mark(value, round(_height_of(value), 1)) for value in MARKS)
    return Chart(code, title, _described(points), bars, marks)


def _height_of(value: float | None) -> float:
    return FLOOR - (value or 0) / 100 * (FLOOR - 20)


def _described(points: Sequence[Point]) -> str:
    known = [point for point in points if point.value is not None]
    if not known:
        return "There is nothing to show yet."
    least = min(known, key=lambda point: point.value or 0)
    most = max(known, key=lambda point: point.value or 0)
    return (
        f"From {known[0].label} ({known[0].value:g} per cent) to {known[-1].label} ({known[-1].value:g} per cent). "
        f"Lowest in {least.label} ({least.value:g}), highest in {most.label} ({most.value:g}). "
        "The table below has every number."
    )
