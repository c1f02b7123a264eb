"""The service as readers meet it: in this process, and as the real thing on a port of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app.application import create_app
from server.config import Settings
from tests.serving import Service, serving

PARAGRAPH = (
    "The council said on Monday that the old bridge would be closed for a week while cables are replaced. "
    "“We have to do this before winter,” said Ann Reed, the city's chief engineer. Buses will run every ten "
    "minutes, according to a plan that the council published on its website. "
)


@pytest.fixture
def article() -> dict[str, Any]:
    """A request that can be scored."""
    return {
        "url": "https://www.example.org/news/bridge?reader=7",
        "title": "Bridge closes for a week",
        "text": "\n\n".join([PARAGRAPH] * 4),
        "authors": ["Jo Writer"],
        "published": "2025-07-04",
    }


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return create_app(
        Settings(database_url=f"sqlite:///{tmp_path}/records.db", jobs_path=f"{tmp_path}/jobs.db")
    )


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


Serve = Callable[..., Service]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start services with the settings given, each on a free port; all end with the test."""
    with ExitStack() as ending:
        logs = (tmp_path / f"service-{number}.log" for number in count())

        def start(**settings: object) -> Service:
            usual = {
                "DATABASE_URL": f"sqlite:///{tmp_path}/records.db",
                "JOBS_PATH": f"{tmp_path}/jobs.db",
                "WORKER": "false",  # tests/cli/test_working.py has one
            }
            return ending.enter_context(serving(next(logs), **usual | settings))

        yield start
