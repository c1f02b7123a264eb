"""The service as readers meet it: in this process, and as the real thing on a port of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.app import create_app
from server.config import Settings, describe

ROOT = Path(__file__).parent.parent.parent
PARAGRAPH = (
    "The council said on Monday that the old bridge would be closed for a week while cables are replaced. "
    "“We have to do this before winter,” said Ann Reed, the city's chief engineer. Buses will run every ten "
    "minutes, according to a plan that the council published on its website. "
)
PATIENCE = 60  # seconds, for what takes a moment on any machine


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


@dataclass
class Service:
    """A running ``python -m server serve``; ``log`` is what it has written to standard error."""

    url: str
    process: subprocess.Popen[str]
    log_file: Path

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


Serve = Callable[..., Service]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start services with the settings given, each on a free port; all end with the test."""
    with ExitStack() as ending:
        started = iter(range(100))

        def start(**settings: object) -> Service:
            log_file = tmp_path / f"service-{next(started)}.log"
            log = ending.enter_context(log_file.open("w", encoding="utf-8"))
            process = subprocess.Popen(
                [sys.executable, "-m", "server", "serve"],
                cwd=ROOT,
                env=environment(
                    **{
                        "PORT": 0,
                        "DATABASE_URL": f"sqlite:///{tmp_path}/records.db",
                        "JOBS_PATH": f"{tmp_path}/jobs.db",
                        "WORKER": "false",  # tests/cli/test_working.py has one
                        **settings,
                    }
                ),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
            ending.enter_context(process)
            ending.callback(process.terminate)
            assert process.stdout
            said = process.stdout.readline()
            assert said.startswith("Touchstone on http://127.0.0.1:"), log_file.read_text(encoding="utf-8")
            return Service(said.split()[-1], process, log_file)

        yield start


def environment(**settings: object) -> dict[str, str]:
    """Return this process' environment with none of the service's settings but those given."""
    names = {setting.name for setting in describe()} | {"PROMETHEUS_MULTIPROC_DIR"}
    inherited = {name: value for name, value in os.environ.items() if name not in names}
    return inherited | {name: str(value) for name, value in settings.items()}
