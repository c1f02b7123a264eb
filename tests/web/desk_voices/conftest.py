"""The desk's pages on reports and replies with a real database, and a desk that lets one person in.

Who is signed in, and whether a form is the desk's own, is for the desk's access to know; here it is a header.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import pytest
from flask import Blueprint, Flask, abort, request
from jinja2 import ChoiceLoader, DictLoader
from markupsafe import Markup

from server.app import SEEDS, create_cache, create_judging, create_service
from server.config import Settings
from server.store.records.database import Database
from server.store.records.migrating import migrate
from server.texts.render import TextsRegistry
from server.web import headers, problems
from server.web.desk import reply_pages, report_pages
from server.web.desk.gate import Gate
from server.web.pages import create_pages
from tests.store.conftest import records_url  # noqa: F401 - a fixture
from tests.store.people import PATIENCE, Someone, add_user

BASE = """{% extends "base.html" %}{% block main %}{% block desk %}{% endblock %}{% endblock %}"""
ORDER = ("reader", "moderator")


@pytest.fixture
def url(records_url: str) -> str:  # noqa: F811 - the fixture
    migrate(records_url)
    return records_url


@pytest.fixture
def kim(url: str) -> Someone:
    return add_user(url)


@pytest.fixture
def app(url: str, kim: Someone) -> Flask:
    """Return the pages for whom the header ``Role`` is true."""
    settings = Settings()
    service = create_service(settings, create_cache(settings))
    desk = Blueprint("desk", "server.web.desk", url_prefix="/desk")
    gate = Gate(reads=_needs("reader"), judges=_needs("moderator"), user=lambda: kim)
    judging = create_judging(Database(url, PATIENCE))
    report_pages.add_to(desk, gate, judging)
    reply_pages.add_to(desk, gate, judging)
    app = Flask("server.web", static_folder=None)
    headers.install(app)
    problems.install(app)
    app.register_blueprint(create_pages(service, TextsRegistry.load(), SEEDS))
    app.register_blueprint(desk)
    app.jinja_loader = ChoiceLoader([DictLoader({"desk/base.html": BASE}), app.jinja_loader])  # type: ignore[list-item]
    app.add_template_global(lambda: Markup('<input type="hidden" name="csrf" value="x">'), "csrf_field")
    return app


def _needs(role: str) -> Callable[[Any], Any]:
    def guard(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(**values: str) -> Any:
            if ORDER.index(request.headers.get("Role", "reader")) < ORDER.index(role):
                abort(403)
            return view(**values)

        return guarded

    return guard
