"""Evidence shown in its place: a text as paragraphs, cut into segments that know which marks cover them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_PARAGRAPH_BREAK = re.compile(r"\s*\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """One quotation's place: code points ``start`` to ``end`` of the text.

    ``place`` is unique on the page; ``number``, ``status`` and ``title`` are
    those of the signal that quotes it.
    """

    start: int
    end: int
    place: str
    number: int
    status: str
    title: str


@dataclass(slots=True, eq=False)
class Segment:
    """A stretch of one paragraph that the same marks cover from its first to its last letter.

    ``opening`` are the marks that are first seen here, ``closing`` those that
    are last seen here: a mark may run over several segments and paragraphs.
    """

    start: int
    text: str
    marks: tuple[Mark, ...]
    opening: list[Mark] = field(default_factory=list)
    closing: list[Mark] = field(default_factory=list)


def highlight(source: str, marks: Iterable[Mark]) -> list[list[Segment]]:
    """Return the paragraphs of ``source`` as segments.

    Put together, the segments' texts are ``source`` without the white space
    between its paragraphs. Marks may overlap; empty ones are passed over.
    """
    wanted = [mark for mark in marks if mark.start < mark.end]
    paragraphs = list(_paragraphs(source))
    cuts = {cut for start, end in paragraphs for cut in (start, end)}
    cuts.update(cut for mark in wanted for cut in (mark.start, mark.end))
    inside = iter(paragraphs)
    start, end = next(inside, (0, 0))
    result: list[list[Segment]] = [[]] if paragraphs else []
    for segment in _segments(source, sorted(cuts), wanted):
        if segment.start >= end:
            following = next((pair for pair in inside if segment.start < pair[1]), None)
            if following is None:
                break
            start, end = following
            result.append([])
        if segment.start >= start:
            result[-1].append(segment)
    _open_and_close(result)
    return result


def _paragraphs(source: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each paragraph without the white space around it."""
    start = len(source) - len(source.lstrip())
    stop = len(source.rstrip())
    for gap in _PARAGRAPH_BREAK.finditer(source, start, stop):
        yield start, gap.start()
        start = gap.end()
    if start < stop:
        yield start, stop


def _segments(source: str, cuts: list[int], marks: list[Mark]) -> Iterator[Segment]:
    """Yield what lies between each two cuts; one sweep, so that a text full of marks stays cheap."""
    starting: dict[int, list[Mark]] = defaultdict(list)
    ending: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        starting[mark.start].append(mark)
        ending[mark.end].append(mark)
    covering: dict[Mark, None] = {}
    for start, end in pairwise(cuts):
        for mark in ending[start]:
            del covering[mark]
        covering.update(dict.fromkeys(starting[start]))
        yield Segment(start, source[start:end], tuple(covering))


def _open_and_close(paragraphs: list[list[Segment]]) -> None:
    first: dict[Mark, Segment] = {}
    last: dict[Mark, Segment] = {}
    for paragraph in paragraphs:
        for segment in paragraph:
            for mark in segment.marks:
                first.setdefault(mark, segment)
                last[mark] = segment
    for mark, segment in first.items():
        segment.opening.append(mark)
    for mark, segment in last.items():
        segment.closing.append(mark)
