"""Verification: what counts for a domain is what the service found there; nothing else leaves a trace."""

from __future__ import annotations

import socket
from base64 import b64encode
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from server.app.reading import create_fetcher, create_page_reading, create_rereader
from server.config import Settings
from server.core.identity import content_id
from server.core.model import Article
from server.core.sketch import sketch
from server.extract import address_stated, extract
from server.jobs.model import Dead, LaterError, PermanentError
from server.jobs.queue import Queue, decode
from server.services.assessing import default_engine
from server.services.dead_jobs import DeadJobService
from server.services.pacing import Pacing
from server.services.public_pages import PublicPages
from server.services.rereading import Rereader
from server.services.submitting import SubmissionService
from server.services.verifying import UnreachableError, VerifyingService
from server.store.records.assessments import Assessments
from server.store.records.database import Database, open_engine
from server.store.records.dead_jobs import DeadJobs
from server.store.records.migrating import migrate
from server.store.records.tables import ASSESSMENTS, CONTENTS
from tests.services.news_site import RESOLVE, NewsSites, page, text

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PATIENCE = 60.0  # seconds, for what takes a moment on any machine


@dataclass
class Desk:
    """All that takes part, with what was told."""

    queue: Queue
    submissions: SubmissionService
    verifying: VerifyingService
    told: Counter[str]
    kept: list[str]
    database: str

    def send(self, url: str, sent: str) -> str:
        """Submit a text as found at ``url``, and return its content id."""
        article = Article("Bridge closes", sent, url=url)
        self.submissions.submit(article, content_id(article))
        return content_id(article)

    def run(self) -> None:
        """Do the jobs that wait, at once and in this thread."""
        store = self.queue.store()
        store.sql("insert into task (queue, data) select queue, data from schedule", commit=True)
        store.sql("delete from schedule", commit=True)
        while message := store.dequeue():
            self.verifying.verify(**decode(message)[2])
            store.done(message)

    def rows(self, table: Any = ASSESSMENTS) -> list[dict[str, Any]]:
        with open_engine(self.database, PATIENCE).begin() as connection:
            return [dict(row) for row in connection.execute(select(table)).mappings()]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    database = f"sqlite:///{tmp_path}/records.db"
    migrate(database)
    return Settings(
        database_url=database,
        jobs_path=f"{tmp_path}/jobs.db",
        fetch_allow_private=True,
        fetch_resolve=RESOLVE,
    )


@pytest.fixture
def desk(settings: Settings) -> Desk:
    return make(settings, create_rereader(settings))


def make(settings: Settings, rereader: Rereader) -> Desk:
    queue = Queue("", settings.jobs_path)
    told: Counter[str] = Counter()
    kept: list[str] = []
    pacing = Pacing(queue, pause=0.0, horizon=PATIENCE)

    def note(outcome: str) -> None:
        told[outcome] += 1

    records = Assessments(Database(settings.database_url, PATIENCE))
    return Desk(
        queue,
        SubmissionService(queue, pacing, create_page_reading(settings).place, note),
        VerifyingService(rereader, pacing, records, kept.append, note),
        told,
        kept,
        settings.database_url,
    )


def test_the_same_article_is_kept_as_the_service_reads_it(desk: Desk, news: NewsSites) -> None:
    url = news.put("www.good.example", "/bridge", page("ann", around="<p>Read more of our news.</p>"))
    sent = desk.send(f"{url}?utm_source=mail&reader=7#part", text("ann"))
    desk.run()
    [row] = desk.rows()
    assert (row["domain"], row["url"], row["origin"]) == ("good.example", url, "reader")
    assert row["title"] == "Bridge of ann closes"
    assert row["score"] == row["findings"]["base"] + sum(
        signal["points"] for signal in row["findings"]["signals"]
    )
    links = {link["content_id"] for link in desk.rows(CONTENTS)}
    assert links == {sent, row["content_id"]}
    assert desk.told == {"queued": 1, "verified": 1}
    assert desk.kept == ["good.example"]
    assert ("www.good.example", "/bridge") in news.asked  # without what tells on the reader


def test_what_is_kept_is_never_the_clients(desk: Desk, news: NewsSites) -> None:
    url = news.put("good.example", "/bridge", page("ann"))
    forged = text("ann") + "\n\nThis is a SHOCKING hoax that THEY don't want you to know!!! " * 3
    desk.send(url, forged)
    desk.run()
    [row] = desk.rows()
    assert "SHOCKING" not in str(row)
    assert row["level"] == default_engine().assess(extract(page("ann"), url)).level


@pytest.mark.parametrize(
    "found", [page("ben"), "<html><p>Nothing.</p></html>", None], ids=["other", "none", "404"]
)
def test_another_article_or_none_leaves_no_trace(desk: Desk, news: NewsSites, found: str | None) -> None:
    url = news.url("good.example", "/bridge")
    if found:
        news.put("good.example", "/bridge", found)
    desk.send(url, text("ann"))
    desk.run()
    assert desk.rows() == []
    assert desk.kept == []
    assert desk.told == {"queued": 1, "different" if found else "unreachable": 1}


def test_a_redirect_counts_for_the_domain_where_the_article_is(desk: Desk, news: NewsSites) -> None:
    target = news.put("other.example", "/real", page("ann"))
    url = news.put("good.example", "/bridge", target)
    desk.send(url, text("ann"))
    desk.run()
    assert [(row["domain"], row["url"]) for row in desk.rows()] == [("other.example", target)]


def test_the_address_that_the_page_gives_is_preferred_on_its_own_domain(desk: Desk, news: NewsSites) -> None:
    own = news.url("www.good.example", "/story/bridge")
    strange = news.url("other.example", "/story/bridge")
    for name, stated in (("ann", own), ("ben", strange)):
        url = news.put(
            "m.good.example", f"/amp/{name}", page(name, f'<link rel=canonical href="{stated}?x=1">')
        )
        desk.send(url, text(name))
    desk.run()
    assert {row["url"] for row in desk.rows()} == {own, news.url("m.good.example", "/amp/ben")}
    assert {row["domain"] for row in desk.rows()} == {"good.example"}


def test_the_same_again_is_no_second_job_and_other_words_are(desk: Desk, news: NewsSites) -> None:
    url = news.put("good.example", "/bridge", page("ann"))
    for _ in range(3):
        desk.send(url, text("ann"))
    desk.send(f"{url}?utm_source=mail", text("ann"))
    desk.send(url, text("ann") + "\n\nA line that only some browsers show.")
    assert desk.told == {"queued": 2, "known": 3}
    desk.run()
    assert len(desk.rows()) == 1


def test_the_queue_holds_no_text(desk: Desk, settings: Settings, news: NewsSites) -> None:
    desk.send(news.url("good.example", "/bridge"), text("ann"))
    stored = b"".join(file.read_bytes() for file in Path(settings.jobs_path).parent.glob("jobs.db*"))
    assert b"good.example" in stored
    assert b"council" not in stored
    assert b"Bridge" not in stored


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/a",
        "http://[::1]/a",
        "http://0x7f.1/a",
        "http://localhost/a",
        "http://intranet/a",
        "http://printer.local/a",
        "http://wiki.corp/a",
        "http://reader:secret@news.com/a",
        "http://news.com:8080/a",
        "http://com/a",
        "ftp://news.com/a",
        f"https://news.com/{'a' * 1000}",
        "http://[broken/a",
    ],
)
def test_what_nobody_else_can_read_makes_no_job(tmp_path: Path, url: str) -> None:
    public = Settings(jobs_path=f"{tmp_path}/jobs.db")
    told: list[str] = []
    queue = Queue("", public.jobs_path)
    reading = create_page_reading(public)
    submissions = SubmissionService(queue, Pacing(queue), reading.place, told.append)
    submissions.submit(Article("Bridge", text("ann"), url=url), "0" * 64)
    assert told == ["not_public"]
    assert queue.pending() == 0
    assert reading.place("https://news.com/a?reader=7") == ("news.com", "https://news.com/a")


def test_texts_without_an_address_or_words_make_no_job(desk: Desk, news: NewsSites) -> None:
    desk.submissions.submit(Article("Bridge", text("ann")), "0" * 64)
    desk.send(news.url("good.example", "/bridge"), "A few words only.")
    assert desk.told == {"too_short": 1}
    assert desk.queue.pending() == 0


def test_an_address_on_a_private_network_is_refused(settings: Settings, news: NewsSites) -> None:
    """Its name looks public; only the name server says otherwise."""
    fetcher = create_fetcher(replace(settings, fetch_allow_private=False))
    pages = PublicPages(fetcher.get, extract, address_stated, anywhere=True)
    desk = make(settings, Rereader(default_engine(), pages, lambda: NOON))
    news.put("good.example", "/bridge", page("ann"))
    desk.send("http://good.example/bridge", text("ann"))
    desk.run()
    assert desk.told == {"queued": 1, "refused": 1}
    assert news.asked == []
    assert desk.rows() == []


def test_a_site_that_is_down_is_tried_again_and_leaves_nothing(settings: Settings) -> None:
    desk = make(settings, create_rereader(settings))
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # and does not listen
        url = f"http://good.example:{silent.getsockname()[1]}/a"
        job = {"url": url, "content_id": "0" * 64, "sketch": ""}
        with pytest.raises(UnreachableError) as raised:
            desk.verifying.verify(**job)
    records = DeadJobs(Database(settings.database_url, PATIENCE))
    dead = DeadJobService(records, lambda: NOON, {"verify": desk.verifying.gave_up})
    dead.take(Dead("verify", job, 5, raised.value))
    assert records.number() == 0
    assert desk.told == {"unreachable": 1}
    assert "good.example" not in str(raised.value)


def test_a_name_that_nobody_knows_is_not_asked_for_again(settings: Settings) -> None:
    desk = make(settings, create_rereader(settings))
    desk.verifying.verify(url="http://no-such-name.invalid/a", content_id="0" * 64, sketch="")
    assert desk.told == {"unreachable": 1}


def test_a_dead_job_keeps_nothing_private(settings: Settings, desk: Desk) -> None:
    records = DeadJobs(Database(settings.database_url, PATIENCE))
    dead = DeadJobService(records, lambda: NOON, {"verify": desk.verifying.gave_up})
    dead.take(Dead("verify", {"url": "https://news.com/a"}, 5, ValueError("https://news.com/a")))
    dead.take(Dead("audit", {"id": 7}, 1, RuntimeError("no robots")))
    assert {(job.name, str(job.arguments), job.fault) for job in records.latest()} == {
        ("verify", "{}", "ValueError"),
        ("audit", "{'id': 7}", "RuntimeError: no robots"),
    }
    assert records.number() == 2


def test_one_fetch_at_a_time_from_a_domain(desk: Desk, news: NewsSites) -> None:
    url = news.put("good.example", "/bridge", page("ann"))
    job = {"url": url, "content_id": "0" * 64, "sketch": b64encode(sketch(text("ann"))).decode()}
    with Pacing(desk.queue, pause=600.0).turn("good.example"), pytest.raises(LaterError):
        desk.verifying.verify(**job)
    with pytest.raises(LaterError):
        desk.verifying.verify(**job)  # and a pause between two
    assert news.asked == []
    desk.queue.give_up("fetch:good.example")
    desk.verifying.verify(**job)
    assert desk.kept == ["good.example"]


def test_a_job_of_nonsense_is_given_up(desk: Desk) -> None:
    with pytest.raises(PermanentError):
        desk.verifying.verify(url="nonsense", content_id="0" * 64, sketch="")


def test_assess_again_reads_what_is_there(settings: Settings, news: NewsSites) -> None:
    url = news.put("good.example", "/bridge", page("ann"))
    again = create_rereader(settings).assess_again(f"{url}?utm_source=feed", "audit")
    assert again
    assert (again.domain, again.url, again.origin, again.also) == ("good.example", url, "audit", ())
    assert create_rereader(settings).assess_again("http://127.0.0.1/", "audit") is None
