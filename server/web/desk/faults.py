"""What the desk is told when a judgement can't be kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from flask import abort, make_response, render_template, request

from server.services.judging import InvalidError, UnknownError
from server.store.records.voices import ChangedError


@contextmanager
def faults_told() -> Iterator[None]:
    """Turn what judging raises into pages that give back what was written; a decorator for views, too.

    Raises:
        HTTPException: with status 422, 404, or 409 where somebody else was quicker.
    """
    try:
        yield
    except InvalidError as error:
        _tell(422, str(error))
    except UnknownError as error:
        _tell(404, str(error))
    except ChangedError as error:
        _tell(409, f"Somebody was there before you: it is {error.state} now.")


def _tell(status: int, why: str) -> NoReturn:
    page = render_template("desk/not_kept.html", why=why, typed=request.form.get("reason"))
    abort(make_response(page, status))
