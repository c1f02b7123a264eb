"""The audit log as lines: JSON, from which every hash can be computed anew, and CSV for spreadsheets."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, fields
from io import StringIO

from server.store.records.log import Entry

Lines = Callable[[Iterable[Entry]], Iterator[str]]

# What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection), wide forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_jsonl(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line of JSON for each entry."""
    for entry in entries:
        yield json.dumps(asdict(entry) | {"at": entry.at.isoformat()}, ensure_ascii=False) + "\n"


def as_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a row for each entry, under a row of names.

    What a spreadsheet would take for a formula gets an apostrophe in front, so
    that a cell is not always what was kept: verify from JSON.
    """
    buffer = StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerow([field.name for field in fields(Entry)])
    yield _taken(buffer)
    for entry in entries:
        details = json.dumps(entry.details, ensure_ascii=False, sort_keys=True)
        row = asdict(entry) | {"at": entry.at.isoformat(), "details": details}
        writer.writerow([_harmless(str(cell)) for cell in row.values()])
        yield _taken(buffer)


FORMATS: dict[str, Lines] = {"csv": as_csv, "jsonl": as_jsonl}


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _taken(buffer: StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
