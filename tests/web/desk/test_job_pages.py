"""Background jobs at the desk: what waits, what failed for good, and what moderators do about it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from server.app.foundations import create_database, create_queue
from server.config import Settings
from server.jobs.model import Dead, PermanentError
from server.jobs.queue import Message, Queue, decode
from server.services.dead_jobs import DeadJobService
from server.store.records.dead_jobs import DeadJobs
from server.store.records.log import AuditLog
from server.store.records.model import DeadJob
from tests.web.desk.conftest import Enter

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    return replace(settings, jobs_path=f"{tmp_path}/jobs.db")


@pytest.fixture
def queue(settings: Settings) -> Queue:
    return create_queue(settings)


@pytest.fixture
def dead(settings: Settings) -> DeadJobs:
    return DeadJobs(create_database(settings))


def job(name: str = "audit", hours: int = 0, **more: Any) -> DeadJob:
    failed = NOON + timedelta(hours=hours)
    return DeadJob(
        id=uuid4(), name=name, failed=failed, attempts=5, **{"arguments": {}, "fault": "OSError: x", **more}
    )


def logged(settings: Settings) -> list[tuple[str, str, str, str]]:
    log = AuditLog(create_database(settings))
    assert list(log.faults()) == []
    entries = [entry for entry in log.entries() if entry.action.startswith("job.")]
    return [(entry.actor, entry.action, entry.subject, entry.details["job"]) for entry in entries]


def waiting(queue: Queue) -> Message:
    data = queue.store().dequeue()
    assert data
    return decode(data)


def state(dead: DeadJobs, identity: UUID) -> str:
    found = dead.find(identity)
    assert found
    return found.state


def test_it_shows_what_waits_and_what_is_dead_the_latest_first(
    enter: Enter, queue: Queue, dead: DeadJobs
) -> None:
    queue.put("audit", {"audit_id": "a"})
    queue.put("audit", {"audit_id": "b"}, delay_seconds=600)
    for hours in (1, 3, 2):
        dead.add(job(hours=hours, arguments={"audit_id": f"of {hours}"}, fault=f"<b>OSError: {hours}</b>"))
    page = enter("ann").get("/desk/jobs").text
    assert "2 jobs wait or run." in page
    assert re.findall(r"audit id (of \d)", page) == ["of 3", "of 2", "of 1"]
    assert "&lt;b&gt;OSError: 3&lt;/b&gt;" in page
    assert "2026-11-25 15:00 UTC" in page
    assert '<a href="/desk/jobs" aria-current="page">Jobs</a>' in page


def test_nothing_is_said_where_there_is_nothing(enter: Enter) -> None:
    page = enter("ann").get("/desk/jobs").text
    assert "0 jobs wait or run." in page
    assert "There is none." in page


def test_of_very_many_the_latest_are_shown(enter: Enter, dead: DeadJobs) -> None:
    for number in range(101):
        dead.add(job(hours=number))
    page = enter("ann").get("/desk/jobs").text
    assert "The latest 100 of 101." in page
    assert page.count(">Dismiss<") == 100


def test_a_job_is_retried(enter: Enter, queue: Queue, dead: DeadJobs, settings: Settings) -> None:
    one = job(arguments={"audit_id": "a"})
    dead.add(one)
    ann = enter("ann")
    answer = ann.post(f"/desk/jobs/{one.id}/retry", "/desk/jobs")
    assert (answer.status_code, answer.location) == (303, "/desk/jobs?done=retried")
    assert "The job is in the queue again." in ann.get(answer.location).text
    assert waiting(queue) == Message("audit", 1, {"audit_id": "a"})
    assert state(dead, one.id) == "retried"
    assert logged(settings) == [("ann", "job.retried", "job audit", one.id.hex)]
    assert "There is none." in ann.get("/desk/jobs").text


def test_a_job_is_dismissed(enter: Enter, queue: Queue, dead: DeadJobs, settings: Settings) -> None:
    one = job("verify")
    dead.add(one)
    assert enter("ann").post(f"/desk/jobs/{one.id}/dismiss", "/desk/jobs").status_code == 303
    assert queue.pending() == 0
    assert state(dead, one.id) == "dismissed"
    assert logged(settings) == [("ann", "job.dismissed", "job verify", one.id.hex)]


@pytest.mark.parametrize("then", ["retry", "dismiss"])
@pytest.mark.parametrize("first", ["retry", "dismiss"])
def test_the_second_is_told_what_the_first_did(
    enter: Enter, queue: Queue, dead: DeadJobs, settings: Settings, first: str, then: str
) -> None:
    one = job()
    dead.add(one)
    ann, root = enter("ann"), enter("root")
    assert ann.post(f"/desk/jobs/{one.id}/{first}", "/desk/jobs").status_code == 303
    pending, entries = queue.pending(), logged(settings)
    told = root.post(f"/desk/jobs/{one.id}/{then}", "/desk/jobs")
    assert told.status_code == 409
    said = {"retry": "retried", "dismiss": "dismissed"}[first]
    assert f"Nothing was changed. Somebody was there before you: it is {said}." in told.text
    assert (queue.pending(), logged(settings)) == (pending, entries)


@pytest.mark.parametrize("do", ["retry", "dismiss"])
def test_what_is_not_there_is_not_done(enter: Enter, do: str, settings: Settings) -> None:
    told = enter("ann").post(f"/desk/jobs/{uuid4()}/{do}", "/desk/jobs")
    assert told.status_code == 409
    assert "There is no such job." in told.text
    assert logged(settings) == []


def test_what_readers_sent_is_not_shown_and_not_retried(
    enter: Enter, queue: Queue, dead: DeadJobs, settings: Settings
) -> None:
    private = {"verify": lambda _: True}
    secret = {"url": "https://paper.example/told", "content_id": "0" * 64, "sketch": ""}
    error = PermanentError("https://paper.example/told")
    DeadJobService(dead, lambda: NOON, private).take(Dead("verify", secret, 1, error))
    ann = enter("ann")
    page = ann.get("/desk/jobs").text
    assert "Verify an article" in page
    assert "paper.example" not in page
    assert ">Retry<" not in page
    [one] = dead.latest()
    told = ann.post(f"/desk/jobs/{one.id}/retry", "/desk/jobs")
    assert told.status_code == 409
    assert queue.pending() == 0
    assert state(dead, one.id) == "dead"
    assert logged(settings) == []


def test_where_the_queue_fails_the_job_stays(
    enter: Enter, dead: DeadJobs, settings: Settings, tmp_path: Path
) -> None:
    one = job()
    dead.add(one)
    (tmp_path / "jobs.db").mkdir()  # no file can be there now
    ann = enter("ann")
    assert "The queue can’t be reached just now." in ann.get("/desk/jobs").text
    assert ann.post(f"/desk/jobs/{one.id}/retry", "/desk/jobs").status_code == 409
    assert state(dead, one.id) == "dead"
    assert logged(settings) == []


def test_readers_of_the_desk_have_nothing_to_do_here(enter: Enter, dead: DeadJobs) -> None:
    one = job()
    dead.add(one)
    rea = enter("rea")
    assert rea.get("/desk/jobs").status_code == 403
    assert "/desk/jobs" not in rea.get("/desk/account").text
    for do in ("retry", "dismiss"):
        assert rea.post(f"/desk/jobs/{one.id}/{do}", "/desk/account").status_code == 403
    assert state(dead, one.id) == "dead"
