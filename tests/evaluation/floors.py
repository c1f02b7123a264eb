"""Figures that may not get worse: the floors in baseline.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATH = Path(__file__).with_name("baseline.json")


@dataclass(frozen=True)
class Figure:
    """One figure that is held; ``least`` tells whether it may not fall or may not rise."""

    value: float
    least: bool = True

    def holds(self, limit: float) -> bool:
        return self.value >= limit if self.least else self.value <= limit


def broken(figures: Mapping[str, Figure], baseline: Mapping[str, Any]) -> list[str]:
    """Return a line for each figure that is worse than its limit, or that has none."""
    limits = baseline["limits"]
    lines = [f"{name} has no limit in {PATH.name}" for name in figures.keys() - limits.keys()]
    lines += [f"{name} is limited but was not measured" for name in limits.keys() - figures.keys()]
    for name in figures.keys() & limits.keys():
        if not figures[name].holds(limits[name]):
            word = "least" if figures[name].least else "most"
            lines.append(f"{name} is {figures[name].value:.4f}; at {word} {limits[name]} is wanted")
    return sorted(lines)


def renewed(figures: Mapping[str, Figure], baseline: Mapping[str, Any], reason: str | None) -> dict[str, Any]:
    """Return the baseline with limits as good as the figures are now, to three decimals on the safe side.

    Limits become stricter freely; with ``reason`` also looser, and the reason is kept.
    """
    limits, loosened = dict(baseline["limits"]), list(baseline["loosened"])
    for name, figure in figures.items():
        new = int(figure.value * 1000) / 1000 if figure.least else (int(figure.value * 1000) + 1) / 1000
        old = limits.get(name)
        if old is None or Figure(new, figure.least).holds(old):
            limits[name] = new
        elif reason:
            loosened.append({"figure": name, "from": old, "to": new, "reason": reason})
            limits[name] = new
    return {"limits": dict(sorted(limits.items())), "loosened": loosened}


def read() -> dict[str, Any]:
    baseline: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
    return baseline


def write(baseline: Mapping[str, Any]) -> None:
    PATH.write_text(json.dumps(baseline, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
