from __future__ import annotations

from server.core.model import Span
from server.core.tuples import made_of


def test_what_is_made_of_a_tuple_is_what_the_constructor_makes() -> None:
    made = made_of(Span)(("text", 1, 2))
    assert made == Span("text", 1, 2)
    assert type(made) is Span
    assert (made.target, made.start, made.end) == ("text", 1, 2)
