"""The real service on records of their own, and a moderator who asks it for pages."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import requests

from tests.accounts import PASSWORD
from tests.web.conftest import ROOT, environment

NAME = "mara"


@contextmanager
def serving(records_url: str) -> Iterator[str]:
    """Run ``python -m server serve`` on the records, with its default settings; give its address."""
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "log").open("w+", encoding="utf-8") as log:
        settings = environment(
            PORT=0, DATABASE_URL=records_url, JOBS_PATH=f"{folder}/jobs.db", WORKER="false", WORKERS=2
        )
        command = [sys.executable, "-m", "server", "serve"]
        with subprocess.Popen(
            command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=log, text=True
        ) as process:
            try:
                assert process.stdout
                said = process.stdout.readline()
                assert said.startswith("Touchstone on "), (Path(folder) / "log").read_text(encoding="utf-8")
                yield said.split()[-1]
            finally:
                process.terminate()


def signed_in(address: str) -> requests.Session:
    """Return a session of the moderator's, who signed in by the form."""
    session = requests.Session()
    form = session.get(f"{address}/desk/sign-in", timeout=60).text
    found = re.search(r'name="csrf" value="([^"]+)"', form)
    assert found
    sent = {"csrf": unescape(found[1]), "name": NAME, "password": PASSWORD}
    answer = session.post(f"{address}/desk/sign-in", data=sent, allow_redirects=False, timeout=60)
    assert answer.status_code == 303
    return session
