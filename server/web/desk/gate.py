"""Who may do what on the pages that hang on the desk, as the desk's access says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import request

from server.store.records.voices import Person
from server.web.problems import ProblemError

Decorator = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Gate:
    """``reads`` and ``judges`` go over views; ``user`` is who is signed in, in a view with one of them."""

    reads: Decorator
    judges: Decorator
    user: Callable[[], Person]


def page_number() -> int:
    """Return the page of a list that is asked for; the first where that makes no sense."""
    number = request.args.get("page", 1, type=int)
    return number if 1 <= number <= 100_000 else 1


def identity(text: str) -> UUID:
    """Return the id in an address or a form.

    Raises:
        ProblemError: 404 where it is none.
    """
    try:
        return UUID(hex=text)
    except ValueError:
        raise ProblemError(404, "There is nothing under that id.") from None
