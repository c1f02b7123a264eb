"""10,000 forged submissions for a good domain change nothing in its record."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select

from server.app.application import create_app
from server.app.foundations import now
from server.app.reading import create_page_reading, create_rereader
from server.config import Settings
from server.core.model import Article
from server.jobs.queue import Queue, decode
from server.services.moderating import CaseService
from server.services.pacing import HORIZON, PAUSE, Pacing
from server.services.submitting import SubmissionService
from server.services.verifying import VerifyingService
from server.store.records.assessments import Assessments
from server.store.records.database import Database, open_engine
from server.store.records.tables import METADATA
from tests.services.news_site import RESOLVE, NewsSites, page, text

FORGED = 10_000
PATIENCE = 60.0  # seconds, for what takes a moment on any machine
HOAX = (
    "{} was seen. THEY hide it, and everybody knows that the vaccine was {} all along, you must share this!!"
)


def everything(url: str) -> dict[str, list[Any]]:
    """Return all that the records hold."""
    with open_engine(url, PATIENCE).begin() as connection:
        return {
            table.name: connection.execute(select(table).order_by(*table.primary_key)).all()
            for table in METADATA.sorted_tables
        }


def told(client: FlaskClient) -> dict[str, float]:
    lines = client.get("/metrics").text.splitlines()
    name = 'touchstone_submissions_total{outcome="'
    return {
        line[len(name) :].partition('"')[0]: float(line.split()[-1])
        for line in lines
        if line.startswith(name)
    }


def do_all(queue: Queue, verifying: VerifyingService) -> None:
    """Let ten minutes pass, and do every job that waits, with its fetch."""
    store = queue.store()
    store.sql("insert into task (queue, data) select queue, data from schedule", commit=True)
    store.sql("delete from schedule", commit=True)
    while message := store.dequeue():
        verifying.verify(**decode(message)[2])
        store.done(message)


def forgery(news: NewsSites, number: int) -> dict[str, Any]:
    """Return a hoax under an address that exists or not, or after a paragraph that is really there."""
    kind = number % 10
    lines = 6 if kind == 9 else 2
    hoax = " ".join(HOAX.format(f"Thing {number} of {line}", f"plan {number}") for line in range(lines))
    real = f"/story/{number % 3}"
    if kind < 5:
        return {"title": "Secret", "text": hoax, "url": news.url("good.example", f"/made-up/{number}")}
    if kind < 9:
        return {"title": "Secret", "text": hoax, "url": news.url("www.good.example", real)}
    return {"title": "Secret", "text": f"{text('ann', 1)} {hoax}", "url": news.url("good.example", real)}


def test_ten_thousand_forged_submissions_change_nothing(
    records_url: str, tmp_path: Path, news: NewsSites
) -> None:
    settings = Settings(
        database_url=records_url,
        jobs_path=f"{tmp_path}/jobs.db",
        fetch_allow_private=True,
        fetch_resolve=RESOLVE,
        log_level="error",
    )
    client = create_app(settings).test_client()
    queue = Queue("", settings.jobs_path)
    outcomes: Counter[str] = Counter()
    database = Database(settings.database_url, PATIENCE)
    verifying = VerifyingService(
        create_rereader(settings),
        Pacing(queue, pause=0.0),
        Assessments(database),
        on_kept=CaseService(database, now).consider,
        observe=lambda outcome: outcomes.update([outcome]),
    )
    for number, name in enumerate(("ann", "ben", "cat")):
        for host in ("good.example", "www.good.example"):
            news.put(host, f"/story/{number}", page(name))
        sent = {"title": name, "text": text(name), "url": news.url("good.example", f"/story/{number}")}
        assert client.post("/v1/assessments", json=sent).status_code == 200
    do_all(queue, verifying)
    assert outcomes == {"verified": 3}
    before = everything(settings.database_url)
    assert len(before["assessments"]) == 3

    began = time.monotonic()
    for number in range(FORGED):
        assert client.post("/v1/assessments", json=forgery(news, number)).status_code == 200
    counts = told(client)
    waiting = queue.pending()
    assert waiting == counts["queued"] - 3
    # As many as a domain's next ten minutes hold, and what the time of sending itself made room for.
    assert HORIZON / PAUSE - 3 <= waiting <= (HORIZON + time.monotonic() - began) / PAUSE + 2
    assert counts["queued"] - 3 + counts["busy"] == FORGED
    assert sum(file.stat().st_size for file in tmp_path.glob("jobs.db*")) < 10_000_000

    # The flood stands in nobody else's way.
    news.put("other.example", "/story", page("dan"))
    sent = {"title": "dan", "text": text("dan"), "url": news.url("other.example", "/story")}
    client.post("/v1/assessments", json=sent)
    assert told(client)["queued"] == counts["queued"] + 1

    do_all(queue, verifying)
    assert queue.pending() == 0
    assert outcomes["different"] + outcomes["unreachable"] == waiting
    assert min(outcomes["different"], outcomes["unreachable"]) > 10
    assert outcomes["verified"] == 4
    after = everything(settings.database_url)
    assert len(after["assessments"]) == 4
    for rows in ("domains", "domain_months", "domain_signals", "assessments"):
        ours = [row for row in after[rows] if row.domain == "good.example"]
        assert ours == before[rows]
    assert set(before["contents"]) <= set(after["contents"])
    assert len(after["contents"]) == len(before["contents"]) + 2
    assert after["cases"] == []


def test_many_domains_at_once_do_not_fill_the_queue(tmp_path: Path, news: NewsSites) -> None:
    settings = Settings(jobs_path=f"{tmp_path}/jobs.db", fetch_allow_private=True)
    queue = Queue("", settings.jobs_path)
    outcomes: Counter[str] = Counter()
    submissions = SubmissionService(
        queue,
        Pacing(queue),
        create_page_reading(settings).place,
        lambda outcome: outcomes.update([outcome]),
        most_pending=50,
    )
    for number in range(80):
        url = news.url(f"site{number}.example", "/story")
        submissions.submit(Article("", text(f"n{number}", 1), url=url), f"{number:064x}")
    assert outcomes == {"queued": 50, "full": 30}
    assert queue.pending() == 50
