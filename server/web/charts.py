"""Where the marks of a chart stand. The drawing is in templates/_charts.html.

Across, everything is in per cent of the drawing's width, so that letters and
dots keep their size however narrow the window is; down, in pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.web.domain_schemas import Month

HEIGHT = 150  # of the part that shows scores
TOP = 8
_LEFT, _RIGHT = 10.0, 96.0
_FEWEST = 2  # months, for a line


@dataclass(frozen=True, slots=True)
class Point:
    """The mean score of a month."""

    x: float
    y: float
    month: Month


@dataclass(frozen=True, slots=True)
class Timeline:
    """Mean scores by month, with the bounds of the levels as lines: pairs of score and height."""

    points: tuple[Point, ...]
    lines: tuple[tuple[int, float], ...]


def timeline(months: Sequence[Month], weak: int, strong: int) -> Timeline | None:
    """Return the months that have a mean score, each in its place; ``None`` where they make no line."""
    scored = [(month, mean) for month in months if (mean := month.mean_score) is not None]
    if len(scored) < _FEWEST:
        return None
    first, last = (_number(scored[end][0].month) for end in (0, -1))
    step = (_RIGHT - _LEFT) / (last - first)
    points = (
        Point(round(_LEFT + step * (_number(month.month) - first), 2), _height(mean), month)
        for month, mean in scored
    )
    return Timeline(tuple(points), tuple((score, _height(score)) for score in (100, strong, weak, 0)))


def _height(score: float) -> float:
    return round(TOP + HEIGHT * (1 - score / 100), 1)


def _number(month: str) -> int:
    """Count months, so that those without an article leave a gap."""
    year, number = month.split("-")
    return 12 * int(year) + int(number)
