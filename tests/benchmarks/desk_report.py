"""What the benchmark of the desk found, as a table and as ``docs/desk-performance.md``."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from tests.benchmarks.desk_plans import Plan
from tests.benchmarks.filling import Size

_DOCUMENT = Path(__file__).parents[2] / "docs" / "desk-performance.md"
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that something takes: median, 95th percentile, and what the median may be."""

    what: str
    middle: float
    slow: float
    bound: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """All that was measured, and on what."""

    size: Size
    filled_seconds: float
    size_text: str
    load: float
    timings: list[Timing]
    plans: list[Plan]


def size_of(url: str) -> str:
    """Return how large the database is, and that it is which PostgreSQL."""
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT pg_size_pretty(pg_database_size(current_database())), current_setting('server_version')"
        ).fetchone()
    assert row
    return f"{row[0]} in PostgreSQL {row[1].split()[0]}"


def table(timings: list[Timing]) -> str:
    """Return a table in Markdown."""
    lines = ["| | median, ms | 95 %, ms | bound, ms |", "|---|--:|--:|--:|"]
    for one in timings:
        bound = f"{one.bound * 1000:.0f}" if one.bound else ""
        lines.append(f"| {one.what} | {one.middle * 1000:.1f} | {one.slow * 1000:.1f} | {bound} |")
    return "\n".join(lines)


def write(run: Run) -> None:
    """Put what was measured into the document; what people wrote around it stays."""
    before, _, rest = _DOCUMENT.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    parts = [
        _BEGIN,
        _about(run),
        table(run.timings),
        "### The slowest statements",
        *map(_plan, run.plans),
        _END,
    ]
    _DOCUMENT.write_text(before + "\n\n".join(parts) + after, encoding="utf-8")


def _about(run: Run) -> str:
    size = run.size
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, Python {platform.python_version()}: "
        f"{size.domains:,} domains and as many cases, {size.assessments:,} verified assessments and "
        f"{size.log:,} entries of the log are {run.size_text}; filling it took "
        f"{run.filled_seconds / 60:.0f} minutes. Load of the machine while it was measured: {run.load:.1f}."
    )


def _plan(plan: Plan) -> str:
    lines = "\n".join(_short(line) for line in plan.lines)
    said = _short(re.sub(r"SELECT .*? FROM", "SELECT … FROM", plan.statement, count=1), 400)
    return f"**{plan.page}**, {plan.milliseconds:.1f} ms: `{said}`\n\n```\n{lines}\n```"


def _short(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
