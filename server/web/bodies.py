"""Request bodies: JSON in, checked models out, or a problem that says what is wrong."""

from __future__ import annotations

import json
from typing import NoReturn, TypeVar

from flask import request
from pydantic import BaseModel, ValidationError

from server.web.problems import ProblemError
from server.web.schemas import field_errors

Model = TypeVar("Model", bound=BaseModel)


class NotJsonError(ValueError):
    """The bytes are not JSON by RFC 8259; the message says why."""


def read_json(model: type[Model]) -> Model:
    """Return the current request's body as ``model``.

    Raises:
        ProblemError: 415 for another media type, 400 for what is not JSON
            and, with the fields at fault, for what is not a ``model``.
        RequestEntityTooLarge: for a body beyond the application's limit.
    """
    if request.mimetype != "application/json":
        raise ProblemError(415, "Send the body as application/json.")
    try:
        value = parse_json(request.get_data(cache=False))
    except NotJsonError as error:
        raise ProblemError(400, f"The body is not JSON: {error}.") from None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        detail = "Some fields of the request are not as they should be; see errors."
        raise ProblemError(400, detail, field_errors(error)) from None


def parse_json(data: bytes) -> object:
    """Return what the UTF-8 bytes ``data`` say; stricter than :func:`json.loads`.

    Raises:
        NotJsonError: for any other encoding, for NaN and Infinity, and for
            nesting or numbers beyond what the parser takes.
    """
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise NotJsonError(f"byte {error.start} is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise NotJsonError(f"{error.msg} at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise NotJsonError("it is nested too deeply") from None
    except NotJsonError:
        raise
    except ValueError:  # Python converts 4,300 digits at most
        raise NotJsonError("a number has too many digits") from None


def _refuse(constant: str) -> NoReturn:
    raise NotJsonError(f"{constant} is not a JSON number")
