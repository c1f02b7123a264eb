"""A small news page to build others from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Page = Callable[..., str]
PARAGRAPHS = (
    "The city council voted on Tuesday to close the old harbour bridge for repairs until the spring.",
    "Engineers had found cracks in two of its pillars last month, the roads department said in a report.",
    "Buses will take the ring road, and the ferry will run until midnight on working days.",
    "“Nobody should have to wait longer than ten minutes,” the head of the department, Ana Reyes, said.",
    "The repairs will cost 4.2 million euros, of which the region pays one half and the city the other.",
)


@pytest.fixture
def page() -> Page:
    """Return a function that makes a page: text of our own with ``head`` and ``inside`` added."""

    def make(inside: str = "", head: str = "", around: str = "", lang: str = "en") -> str:
        body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
        return (
            f'<html lang="{lang}"><head><title>Bridge closed until spring | Harbour Times</title>'
            f"{head}</head>"
            f"<body>{around}<article><h1>Bridge closed until spring</h1>{body}{inside}</article>"
            "<footer><p>Harbour Times, all rights reserved</p></footer></body></html>"
        )

    return make
