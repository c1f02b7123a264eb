"""The real service on records of their own, and a moderator who asks it for pages."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import requests

from tests import serving as services
from tests.accounts import PASSWORD

NAME = "mara"


@contextmanager
def serving(records_url: str) -> Iterator[str]:
    """Run ``python -m server serve`` on the records, with its default settings; give its address."""
    settings = {"DATABASE_URL": records_url, "WORKER": "false", "WORKERS": 2}
    with (
        tempfile.TemporaryDirectory() as folder,
        services.serving(Path(folder) / "log", JOBS_PATH=f"{folder}/jobs.db", **settings) as service,
    ):
        yield service.url


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
