"""The service as an operator runs it: ``serve`` with its worker, and the command line beside it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import requests
from prometheus_client.parser import text_string_to_metric_families

from tests import serving as services
from tests.serving import ROOT

PATIENCE = 120.0  # seconds, for what takes a while on any machine
Seen = TypeVar("Seen")


@dataclass(frozen=True)
class Service:
    """``url`` is where it answers; ``environment`` holds its settings."""

    url: str
    environment: dict[str, str]
    log: Path

    def post(self, path: str, body: object, sender: str = "192.0.2.1") -> dict[str, Any]:
        """Send JSON as from ``sender`` through a proxy, and return the answer."""
        headers = {"X-Forwarded-For": sender}
        response = requests.post(self.url + path, json=body, headers=headers, timeout=PATIENCE)
        assert response.ok, (response.status_code, response.text)
        answer: dict[str, Any] = response.json()
        return answer

    def get(self, path: str) -> Any:
        """Return the JSON at ``path``, or ``None`` where nothing is."""
        response = requests.get(self.url + path, timeout=PATIENCE)
        assert response.status_code in {200, 404}, (response.status_code, response.text)
        return response.json() if response.ok else None

    def counted(self, name: str) -> dict[str, int]:
        """Return one of the service's counters by outcome."""
        text = requests.get(f"{self.url}/metrics", timeout=PATIENCE).text
        families = {family.name: family for family in text_string_to_metric_families(text)}
        samples = families[name].samples if name in families else []
        return {
            sample.labels["outcome"]: int(sample.value)
            for sample in samples
            if sample.name.endswith("_total")
        }

    def run(self, *arguments: str, given: str = "") -> str:
        """Run a command with the service's settings and return what it says."""
        done = subprocess.run(
            [sys.executable, "-m", "server", *arguments],
            cwd=ROOT,
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def audit_log(self) -> list[dict[str, Any]]:
        """Return the entries of the audit log, whose chain must hold."""
        assert self.run("audit-log", "verify").startswith("The audit log holds")
        return [
            json.loads(line) for line in self.run("audit-log", "export", "--format", "jsonl").splitlines()
        ]


@contextmanager
def serving(folder: Path, names: str, **settings: str) -> Iterator[Service]:
    """Run the service, with ``names`` that lead to loopback, until the end of the block."""
    settings = {
        "PORT": "0",
        "JOBS_PATH": str(folder / "jobs.db"),
        "FETCH_ALLOW_PRIVATE": "1",
        "FETCH_RESOLVE": names,
        "FETCH_TIMEOUT_SECONDS": "60",
        "AUDIT_DELAY_SECONDS": "0",
        "TRUSTED_PROXIES": "1",
        **settings,
    }
    with services.serving(folder / "service.log", **settings) as running:
        yield Service(running.url, services.environment(**settings), running.log_file)


def eventually(look: Callable[[], Seen], wanted: Callable[[Seen], bool]) -> Seen:
    """Return what ``look`` gives as soon as it is ``wanted``; fails when that takes too long."""
    end = time.monotonic() + PATIENCE
    while not wanted(seen := look()):
        assert time.monotonic() < end, f"not what was waited for: {seen!r}"
        time.sleep(0.2)
    return seen
