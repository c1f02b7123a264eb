"""Articles of our own making, no two alike: some leave nothing to check, some name sources for everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tests.day import words

_SENTENCES = 14
_TO_A_PARAGRAPH = 2


@dataclass(frozen=True, slots=True)
class Story:
    """An article as its publisher has it. ``author`` is empty where none is named."""

    path: str
    title: str
    paragraphs: tuple[str, ...]
    author: str = ""
    day: str = ""

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    def page(self) -> str:
        """Return it as a news site shows it: menu, article, footer."""
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.paragraphs)
        byline = (
            f'<p class="byline">By <a rel="author" href="/staff">{self.author}</a></p>' if self.author else ""
        )
        told = f'<meta name="author" content="{self.author}">' if self.author else ""
        if self.day:
            told += f'<meta property="article:published_time" content="{self.day}T08:00:00Z">'
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8">{told}'
            f'<title>{escape(self.title)}</title></head><body><nav><a href="/">Home</a></nav>'
            f"<main><article><h1>{escape(self.title)}</h1>{byline}"
            f"{text}</article></main><footer>All rights reserved.</footer></body></html>"
        )


def weak(number: int) -> Story:
    """Return an article that presses its readers and names nobody who could be asked."""
    title = "SHOCKING: What they hide about {name} and the {thing} of {place} will leave you speechless!"
    return Story(
        f"/shocking-news-{number:02}-they-hide-it-from-you",
        _filled(title, number, 0),
        _paragraphs(words.WEAK, number),
    )


def sourced(number: int) -> Story:
    """Return an article that names whom it asked, what was measured, and who disagrees."""
    day = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
    return Story(
        f"/council-votes-on-plan-number-{number:02}",
        _filled("Council of {place} votes on the {thing} as {matter} costs rise", number, 0),
        _paragraphs(words.SOURCED, number),
        f"{_one(words.FIRST_NAMES, number, 3)} {_one(words.NAMES, number, 5)}",
        day,
    )


def _paragraphs(pool: Sequence[str], number: int) -> tuple[str, ...]:
    # The length of a pool is prime: each step leads through all of it, each number in another order.
    order = [(number * 5 + place * (1 + number % (len(pool) - 1))) % len(pool) for place in range(_SENTENCES)]
    said = [_filled(pool[which], number, place) for place, which in enumerate(order)]
    return tuple(" ".join(said[at : at + _TO_A_PARAGRAPH]) for at in range(0, _SENTENCES, _TO_A_PARAGRAPH))


def _filled(sentence: str, number: int, place: int) -> str:
    return sentence.format(
        name=_one(words.NAMES, number, place),
        first=_one(words.FIRST_NAMES, number, place),
        place=_one(words.PLACES, number, place * 3),
        thing=_one(words.THINGS, number, place * 2),
        matter=_one(words.MATTERS, number, place * 4),
        month=_one(words.MONTHS, number, place),
        figure=f"{1000 + 137 * number + 31 * place:,}",
    )


def _one(choices: Sequence[str], number: int, place: int) -> str:
    return choices[(number * 3 + place) % len(choices)]
