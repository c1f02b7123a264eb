"""The badge as a picture: SVG that says its level by words, symbol and colour."""

from __future__ import annotations

from html import escape

from server.web import schemas

_HEIGHT = 24
_PADDING = 8
# A sans-serif letter of 12 px is about this wide on average; textLength makes
# up for the difference in whatever font the reader has.
_LETTER = 6.7


def svg(badge: schemas.Badge) -> str:
    """Return ``badge`` as an SVG document, 24 pixels high."""
    said = badge.label if badge.score is None else f"{badge.label} · {badge.score}/100"
    text = f"{badge.symbol} {said}"
    length = round(len(text) * _LETTER)
    width = length + 2 * _PADDING
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_HEIGHT}"'
        f' viewBox="0 0 {width} {_HEIGHT}" role="img" aria-labelledby="title description">'
        f'<title id="title">{escape(said)}</title>'
        f'<desc id="description">{escape(badge.summary)}</desc>'
        f'<rect width="{width}" height="{_HEIGHT}" rx="4" fill="{badge.color}"/>'
        f'<text x="{_PADDING}" y="16" fill="#ffffff" font-family="system-ui, sans-serif" font-size="12"'
        f' textLength="{length}" lengthAdjust="spacingAndGlyphs">{escape(text)}</text></svg>\n'
    )
