"""Read a list of domains from CSV, line by line, and say of each line what is wrong with it."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator, Mapping

from server.hosts import host_name, registrable
from server.store.records.lists import Entry

COLUMNS = ("domain", "category", "score")
LONGEST_CATEGORY = 100
_MOST_FAULTS = 20  # who made a mistake in every line learns enough from the first few


class ListError(ValueError):
    """The list can't be read; ``faults`` says why, each by its line."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def read_list(lines: Iterable[str], columns: Mapping[str, str] | None = None) -> list[Entry]:
    """Return the entries of a list in CSV with a heading.

    ``columns`` says what the columns of :data:`COLUMNS` are called where that
    is not their own name; all but the domain's may be missing. A ``www.``
    before a domain is left out.

    Raises:
        ListError: naming the first lines that are wrong; then nothing of the list counts.
    """
    names = {column: column for column in COLUMNS} | dict(columns or {})
    reader = csv.DictReader(lines, strict=True)
    entries: dict[str, tuple[int, Entry]] = {}
    faults: list[str] = []
    try:
        _check_heading(reader.fieldnames or [], names, given=columns or {})
        for row in reader:
            try:
                entry = _entry(row, names)
                if entry.host in entries:
                    raise ValueError(f"{entry.host} stands in line {entries[entry.host][0]} already")
                entries[entry.host] = reader.line_num, entry
            except ValueError as error:
                faults.append(f"line {reader.line_num}: {error}")
    except csv.Error as error:
        faults.append(f"line {reader.line_num + 1}: {error}")
    except UnicodeDecodeError:
        faults.append(f"line {reader.line_num + 1} or later: not UTF-8")
    if not faults and not entries:
        faults.append("there is no line with a domain")
    if faults:
        raise ListError(list(_first(faults)))
    return [entry for _, entry in entries.values()]


def _first(faults: list[str]) -> Iterator[str]:
    yield from faults[:_MOST_FAULTS]
    if len(faults) > _MOST_FAULTS:
        yield f"and {len(faults) - _MOST_FAULTS} more"


def _check_heading(heading: Iterable[str], names: Mapping[str, str], given: Mapping[str, str]) -> None:
    missing = [names[column] for column in COLUMNS if column == "domain" or column in given]
    missing = [name for name in missing if name not in heading]
    if missing:
        raise ListError([f"line 1: there is no column {' nor '.join(missing)}"])


def _entry(row: Mapping[str | None, str | list[str] | None], names: Mapping[str, str]) -> Entry:
    """Return what a line says.

    Raises:
        ValueError: saying what is wrong with it.
    """
    if None in row or None in row.values():
        raise ValueError("it has not as many columns as the heading")
    domain, category, score = (str(row.get(names[column], "")).strip() for column in COLUMNS)
    host = host_name(domain.removeprefix("www."))
    registered = registrable(host)
    if not host or not registered:
        raise ValueError(f"“{domain[:100]}” is no domain")
    if len(category) > LONGEST_CATEGORY or not category.isprintable():
        raise ValueError(f"a category has at most {LONGEST_CATEGORY} characters, all of them printable")
    return Entry(host=host, domain=registered, category=category, score=_number(score))


def _number(text: str) -> float | None:
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"the score “{text[:100]}” is no number")
    return number
