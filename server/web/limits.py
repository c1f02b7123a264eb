"""The size of a body, measured however it is sent."""

from __future__ import annotations

from flask import Flask, request
from werkzeug.exceptions import RequestEntityTooLarge


def install(app: Flask, max_body_bytes: int) -> None:
    """Refuse bodies of more than ``max_body_bytes`` with status 413.

    Of a declared size Flask takes care. A body in chunks declares none, and
    of that Werkzeug silently drops what is beyond the limit: here it is read
    at once, and one byte more says that it was too long.
    """
    app.config["MAX_CONTENT_LENGTH"] = max_body_bytes

    @app.before_request
    def measure() -> None:
        if request.content_length is not None or len(request.get_data()) < max_body_bytes:
            return
        if request.environ["wsgi.input"].read(1):
            raise RequestEntityTooLarge
