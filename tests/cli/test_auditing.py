"""``audit``: in this process, cancelled by Ctrl-C, killed and gone on with by whoever comes next."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from server.store.records.audit_model import AuditProgress
from server.store.records.audits import Audits
from server.store.records.database import Database, open_engine
from server.store.records.tables import ASSESSMENTS, AUDITS
from tests.news_site import NewsSite, running_site
from tests.serving import environment

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0  # seconds, for what takes a moment on any machine
PAGES = 6
Start = Callable[..., subprocess.Popen[bytes]]


class HeldSite(NewsSite):
    """A site of ``PAGES`` articles, one of which does not come before it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.let_go = threading.Event(), threading.Event()
        self.stories = [self.article(f"/the-story-with-number-{n}") for n in range(PAGES)]
        self.front(*self.stories)
        kept = self.pages[self.stories[2]]

        def hold() -> Any:
            self.asked.set()
            self.let_go.wait(PATIENCE)
            return kept

        self.pages[self.stories[2]] = hold


@pytest.fixture
def site() -> Iterator[HeldSite]:
    site = HeldSite()
    with running_site(site):
        yield site
        site.let_go.set()


@pytest.fixture
def start(site: NewsSite, records_url: str, tmp_path: Path) -> Iterator[Start]:
    """Start a command on that site and those records; all end with the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, **settings: object) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "server", *arguments],
            cwd=ROOT,
            env=environment(
                COLUMNS=100,
                DATABASE_URL=records_url,
                JOBS_PATH=tmp_path / "jobs.db",
                FETCH_ALLOW_PRIVATE=1,
                FETCH_RESOLVE=site.names,
                **{"AUDIT_DELAY_SECONDS": 0, **settings},
            ),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        with suppress(ProcessLookupError):
            process.kill()
        process.communicate()


def progress_of(url: str) -> AuditProgress:
    """Return the only audit."""
    with open_engine(url, PATIENCE).begin() as connection:
        [audit_id] = connection.execute(select(AUDITS.c.id)).scalars()
    progress = Audits(Database(url, PATIENCE)).progress(audit_id)
    assert progress
    return progress


def ended(process: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out.decode(), err.decode()


def test_an_audit_from_beginning_to_end(site: HeldSite, start: Start, records_url: str) -> None:
    site.let_go.set()
    site.put(site.stories[0], "<p>")
    site.put(site.stories[1], "", status=500)
    status, out, err = ended(start("audit", "www.news.example", "--pages", "5"))
    assert status == 0, err
    assert out.startswith("Audit of news.example: done")
    assert "5/5" in err
    assert f"http://news.example{site.stories[0]}  no article" in out
    assert "The server answered with status 500." in out
    assert out.splitlines()[-1].startswith("0 of 3 articles with a score are weak: 0%")
    progress = progress_of(records_url)
    assert (progress.found, progress.done, progress.levels.total()) == (5, 5, 3)  # type: ignore[attr-defined]
    with open_engine(records_url, PATIENCE).begin() as connection:
        kept = connection.execute(select(ASSESSMENTS.c.domain, ASSESSMENTS.c.origin)).all()
    assert kept == [("news.example", "audit")] * 3


def test_what_can_t_be_audited_is_said_in_one_line(start: Start, site: HeldSite) -> None:
    for domain in ("localhost", "nowhere.invalid"):
        status, out, err = ended(start("audit", domain))
        assert (status, out) == (1, "")
        assert err.splitlines()[-1].startswith(f"touchstone: {domain}: ")
    assert site.visits == []


def test_ctrl_c_cancels(site: HeldSite, start: Start, records_url: str) -> None:
    process = start("audit", "news.example")
    assert site.asked.wait(PATIENCE)
    process.send_signal(signal.SIGINT)
    status, out, err = ended(process)
    assert status == 130, err
    assert "Traceback" not in err
    assert out.startswith("Audit of news.example: cancelled")
    assert out.count("not looked at") == PAGES - 2
    progress = progress_of(records_url)
    assert (progress.audit.state, progress.done) == ("cancelled", 2)


def test_cancelled_at_the_desk_it_ends_after_the_page(site: HeldSite, start: Start, records_url: str) -> None:
    process = start("audit", "news.example")
    assert site.asked.wait(PATIENCE)
    audits = Audits(Database(records_url, PATIENCE))
    assert audits.cancel(progress_of(records_url).audit.id, "mia", datetime.now(UTC))
    site.let_go.set()
    status, out, _ = ended(process)
    assert status == 130
    assert out.startswith("Audit of news.example: cancelled")
    assert progress_of(records_url).done == 3


@pytest.mark.parametrize("successor", ["audit", "work"])
def test_killed_in_the_middle_it_is_gone_on_with(
    site: HeldSite, start: Start, records_url: str, successor: str
) -> None:
    killed = start("audit", "news.example")
    assert site.asked.wait(PATIENCE)
    killed.kill()
    killed.wait(PATIENCE)
    site.let_go.set()
    assert (progress_of(records_url).audit.state, progress_of(records_url).done) == ("running", 2)
    long_silent = datetime.now(UTC) - timedelta(minutes=5)
    with open_engine(records_url, PATIENCE).begin() as connection:
        connection.execute(update(AUDITS).values(beat=long_silent))
    next_one = start(successor, *(["news.example"] if successor == "audit" else []))
    deadline = time.monotonic() + PATIENCE
    while not progress_of(records_url).audit.state.over and time.monotonic() < deadline:
        time.sleep(0.1)
    progress = progress_of(records_url)
    if successor == "audit":
        status, out, err = ended(next_one)
        assert status == 0
        assert "is under way. This is how far it is." in err
        assert out.startswith("Audit of news.example: done")
    assert (progress.audit.state, progress.audit.starts) == ("done", 2)
    assert [page.state for page in progress.pages] == ["assessed"] * PAGES
    fetched = Counter(path for path in site.paths if path in site.stories)
    # No page is lost, and none is asked for twice but the one that it was killed on.
    assert fetched == {path: 2 if path == site.stories[2] else 1 for path in site.stories}
    with open_engine(records_url, PATIENCE).begin() as connection:
        urls = connection.execute(select(ASSESSMENTS.c.url)).scalars().all()
    assert sorted(urls) == sorted(f"http://news.example{path}" for path in site.stories)


def test_while_another_process_runs_it_the_command_looks_on(
    site: HeldSite, start: Start, records_url: str
) -> None:
    first = start("audit", "news.example")
    assert site.asked.wait(PATIENCE)
    second = start("audit", "news.example")
    assert second.stderr
    assert b"is under way" in second.stderr.readline()
    second.send_signal(signal.SIGINT)  # leaves the first alone
    assert ended(second)[0] == 130
    site.let_go.set()
    assert ended(first)[0] == 0
    assert site.paths.count(site.stories[0]) == 1
    assert progress_of(records_url).audit.state == "done"
