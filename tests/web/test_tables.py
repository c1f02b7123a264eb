"""Tables that become lists in a narrow window: every cell carries the heading of its column."""

from __future__ import annotations

import re
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "server" / "web" / "templates"


def test_every_cell_says_what_it_is() -> None:
    tables = [
        (file.name, table)
        for file in sorted(TEMPLATES.rglob("*.html"))
        for table in re.findall(
            r'<table class="(?:rows|levels)\b.*?</table>', file.read_text(encoding="utf-8"), re.DOTALL
        )
    ]
    assert len(tables) >= 8
    for name, table in tables:
        headings = set(re.findall(r'<th scope="col">([^<]+)</th>', table))
        cells = [cell for cell in re.findall(r"<td.*?</td>", table, re.DOTALL) if "aria-label=" not in cell]
        labels = [re.findall(r'^<td[^>]* data-label="([^"]+)"', cell) for cell in cells]
        assert all(label and label[0] in headings for label in labels), (name, labels)
