"""Which page of a list is asked for."""

from __future__ import annotations

from flask import request

from server.web.problems import ProblemError

_MOST_DIGITS = 9


def page_number() -> int:
    """Return the request's ``page``, 1 where none is given.

    Raises:
        ProblemError: where it is no whole number from 1 on.
    """
    text = request.args.get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS and int(text)):
        raise ProblemError(400, "The page must be a whole number from 1 on.")
    return int(text)
