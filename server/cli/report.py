"""An assessment as a report for the terminal: points that add up, words, quotations."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from server.core.model import Status
from server.texts.render import Texts
from server.web import schemas
from server.web.result_view import Card, result_view

_QUOTATIONS = 5  # shown for each signal; --json has them all
_STYLES = {Status.CONCERN: "red", Status.PASS: "green"}
# Articles are other people's words: none of them may steer the terminal.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def print_report(title: str, document: schemas.Assessment, texts: Texts) -> None:
    """Print ``document`` to standard output, in colour where that is a terminal."""
    console = Console(file=sys.stdout, highlight=False)
    cards = [card for group in result_view(document, None).groups for card in group.cards]
    console.print(Text(visible(title) or texts.report("untitled"), style="bold"))
    console.print(_badge(document.badge, texts))
    if cards:
        console.print(Text(texts.coverage(document.coverage.checked, document.coverage.of)))
    if document.badge.score is not None:
        console.print(_sum(document.base, document.badge.score, cards, texts))
    for card in cards:
        if card.signal.status is Status.UNKNOWN:
            console.print(Text(visible(card.signal.title), style="dim"))
    origin = texts.report("origin", ruleset=document.ruleset, id=document.id)
    console.print(Text(origin, style="dim"), soft_wrap=True)


def _badge(badge: schemas.Badge, texts: Texts) -> Panel:
    score = "" if badge.score is None else f" · {texts.report('score_of', score=badge.score)}"
    said = Text(f"{badge.symbol} {badge.label}{score}", style="bold")
    return Panel(Text.assemble(said, "\n", badge.summary), border_style=badge.color, expand=False)


def _sum(base: int, score: int, cards: Sequence[Card], texts: Texts) -> Table:
    """Return the sum: the base, what each signal adds or takes, the score."""
    table = Table(box=None, show_header=False, show_footer=True, padding=(0, 2, 0, 0))
    table.add_column(justify="right", footer=Text(str(score), style="bold"), no_wrap=True)
    table.add_column(footer=Text(texts.report("score"), style="bold"))
    table.add_row(str(base), texts.report("start"))
    for card in cards:
        if card.signal.status is not Status.UNKNOWN:
            style = _STYLES.get(card.signal.status, "")
            table.add_row(Text(_signed(card.signal.points), style=style), _explained(card, texts))
    return table


def _explained(card: Card, texts: Texts) -> Table:
    rows = Table.grid()
    rows.add_row(Text(visible(card.signal.title), style="bold"))
    rows.add_row(Text(visible(card.signal.summary)))
    for quote in card.quotes[:_QUOTATIONS]:
        words = Text.assemble(
            (visible(quote.lead), "dim"), (visible(quote.exact), "underline"), (visible(quote.tail), "dim")
        )
        rows.add_row(Padding(words, (0, 0, 0, 2)))
    more = len(card.quotes) - _QUOTATIONS
    if more > 0:
        rows.add_row(Padding(Text(texts.report("more", count=more), style="dim"), (0, 0, 0, 2)))
    return rows


def _signed(points: int) -> str:
    return f"{points:+d}".replace("-", "−") if points else "0"


def visible(words: str) -> str:
    """Return ``words`` on one line, without what could steer a terminal."""
    return _CONTROLS.sub("", re.sub(r"\s+", " ", words))
