"""A signal's docstring as its public page."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from server.core.signal import Signal

# No HTML: what a page can hold is decided by the templates, not by docstrings.
_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_LOWEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class SignalPage:
    """``lead`` is the docstring's first sentence, ``body`` the rest as HTML with headings from h2 down."""

    lead: str
    body: Markup


def signal_page(signal: Signal) -> SignalPage:
    """Render ``signal``'s docstring (CommonMark)."""
    lead, _, rest = inspect.cleandoc(signal.page).partition("\n\n")
    return SignalPage(lead=" ".join(lead.split()), body=render(rest))


@cache
def render(source: str) -> Markup:
    """Return ``source`` as HTML; its highest heading becomes h2, since a page has its own h1."""
    tokens = _MARKDOWN.parse(source)
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    shift = 2 - min((int(token.tag[1]) for token in headings), default=2)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) + shift, _LOWEST_HEADING)}"
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return Markup(html)  # noqa: S704 - markdown-it escapes everything while `html` is off
