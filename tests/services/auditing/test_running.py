"""An audit is taken, gone through, cancelled and taken up again, in the records of both kinds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event, Thread
from time import monotonic, sleep
from uuid import UUID, uuid4

import pytest

from server.fetch import FetchError, Reason
from server.services.auditing.runner import MOST_STARTS, AuditRunner, job
from server.services.auditing.service import (
    SILENCE,
    AuditService,
    AuditUnderwayError,
    NoDomainError,
)
from server.store.records.audit_model import Audit, AuditPage, AuditProgress, AuditState, PageState
from server.store.records.audits import Audits
from server.store.records.model import RecordsUnavailableError
from tests.records import NOON, Desk

PATIENCE = 60.0
URLS = [f"http://news.example/story-{number}" for number in range(5)]


@dataclass(frozen=True)
class Looked:
    level: str = "weak"
    score: int | None = 20


class Jobs:
    """Holds jobs, and what delay each has."""

    def __init__(self) -> None:
        self.held: list[tuple[str, Mapping[str, str], float]] = []

    def put(self, name: str, arguments: Mapping[str, str], delay_seconds: float = 0) -> None:
        self.held.append((name, arguments, delay_seconds))


@dataclass
class House:
    """The parts together. ``answers`` has what looking at an address gives, or what it calls."""

    desk: Desk
    urls: list[str] | Exception = field(default_factory=lambda: list(URLS))
    answers: dict[str, Looked | Exception | Callable[[], Looked | None] | None] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    searched: list[tuple[str, int]] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.jobs = Jobs()
        self.audits = Audits(self.desk.database)
        self.service = AuditService(self.audits, self.jobs, self.desk.clock)
        self.runner = AuditRunner(self.audits, self.find, self.look, self.desk.clock, self.ended.append)

    def find(self, domain: str, wanted: int) -> list[str]:
        self.searched.append((domain, wanted))
        if isinstance(self.urls, Exception):
            raise self.urls
        return self.urls

    def look(self, url: str) -> Looked | None:
        self.asked.append(url)
        answer = self.answers.get(url, Looked())
        if callable(answer):
            return answer()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def progress(self, audit: Audit) -> AuditProgress:
        progress = self.service.progress(audit.id)
        assert progress
        return progress


@pytest.fixture
def house(desk: Desk) -> House:
    return House(desk)


def test_a_wish_is_kept_logged_and_put_into_the_queue(house: House) -> None:
    mia = house.desk.user()
    audit = house.service.ask("www.News.example.", mia, 500)
    assert (audit.domain, audit.author, audit.wanted, audit.state) == ("news.example", mia.id, 50, "waiting")
    assert house.progress(audit) == AuditProgress(audit, ())
    assert house.jobs.held == [("audit", {"audit_id": str(audit.id)}, 0)]
    [entry] = house.desk.log.entries()
    assert (entry.actor, entry.action, entry.subject) == ("mia", "audit asked for", "news.example")
    assert entry.details == {"audit": str(audit.id), "wanted": 50}
    assert house.service.latest("news.example") == audit
    assert house.service.latest("other.example") is None


@pytest.mark.parametrize("domain", ["", "localhost", "127.0.0.1", "com", "co.uk", "http://news.example/"])
def test_no_domain(house: House, domain: str) -> None:
    with pytest.raises(NoDomainError):
        house.service.ask(domain, None)
    assert house.jobs.held == []


def test_one_audit_of_a_domain_at_a_time(house: House) -> None:
    audit = house.service.ask("news.example", None)
    with pytest.raises(AuditUnderwayError, match="is under way") as caught:
        house.service.ask("sport.news.example", None)
    assert caught.value.audit == audit
    house.service.ask("other.example", None)
    house.runner.run(audit.id)
    assert house.service.ask("news.example", None).id != audit.id


def test_many_wishes_at_once_are_one_audit(house: House) -> None:
    answers: list[UUID] = []

    def ask() -> None:
        try:
            answers.append(house.service.ask("news.example", None).id)
        except AuditUnderwayError as error:
            answers.append(error.audit.id)

    threads = [Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 6
    assert len(set(answers)) == len(house.audits.unfinished()) == 1


def test_everything_that_may_come_of_a_page(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    house.answers = {
        URLS[0]: Looked("strong", 80),
        URLS[1]: Looked("unscored", None),
        URLS[2]: None,
        URLS[3]: FetchError(Reason.STATUS, "The server answered with status 404.", status_code=404),
        URLS[4]: ZeroDivisionError(),
    }
    audit = house.service.ask("news.example", None, 5)
    assert house.runner.run(audit.id)
    progress = house.progress(audit)
    assert (progress.audit.state, progress.audit.fault) == (AuditState.DONE, None)
    assert progress.audit.ended
    assert progress.pages == (
        AuditPage(position=1, url=URLS[0], state=PageState.ASSESSED, level="strong", score=80),
        AuditPage(position=2, url=URLS[1], state=PageState.ASSESSED, level="unscored"),
        AuditPage(position=3, url=URLS[2], state=PageState.NO_ARTICLE),
        # What can't be had by everybody leaves no address.
        AuditPage(position=4, url=None, state=PageState.FAILED, fault="The server answered with status 404."),
        AuditPage(
            position=5, url=URLS[4], state=PageState.FAILED, fault="The fault is ours and has been logged."
        ),
    )
    assert (progress.found, progress.done) == (5, 5)
    assert progress.levels == {"strong": 1, "unscored": 1}
    assert progress.states[PageState.FAILED] == 2
    assert house.searched == [("news.example", 5)]
    assert house.ended == ["news.example"]
    assert not house.runner.run(audit.id)  # it is over
    assert house.asked == URLS


@pytest.mark.parametrize(
    ("urls", "state", "fault"),
    [
        ([], AuditState.DONE, None),
        (FetchError(Reason.DNS, "No server was found."), AuditState.FAILED, "No server was found."),
        (ZeroDivisionError(), AuditState.FAILED, "The fault is ours and has been logged."),
    ],
)
def test_a_site_with_nothing_to_look_at(
    house: House, urls: list[str] | Exception, state: AuditState, fault: str | None
) -> None:
    house.urls = urls
    audit = house.service.ask("news.example", None)
    assert house.runner.run(audit.id)
    assert (house.progress(audit).audit.state, house.progress(audit).audit.fault) == (state, fault)


def test_cancelled_in_the_middle_of_a_page(house: House) -> None:
    mia = house.desk.user()
    audit = house.service.ask("news.example", mia)

    def cancel() -> Looked:
        assert house.service.cancel(audit.id, mia)
        assert not house.service.cancel(audit.id, mia)
        return Looked()

    house.answers[URLS[1]] = cancel
    assert house.runner.run(audit.id)
    progress = house.progress(audit)
    assert progress.audit.state is AuditState.CANCELLED
    assert [page.state for page in progress.pages] == ["assessed", "assessed", *["waiting"] * 3]
    assert house.asked == URLS[:2]
    assert [entry.action for entry in house.desk.log.entries()] == ["audit asked for", "audit cancelled"]
    assert list(house.desk.log.faults()) == []
    assert house.service.resume() == 0


def test_cancelled_before_anything_and_while_pages_are_looked_for(house: House) -> None:
    waiting = house.service.ask("other.example", None)
    assert house.service.cancel(waiting.id, None)
    assert not house.runner.run(waiting.id)
    audit = house.service.ask("news.example", None)
    house.find = lambda *_: [*URLS] if house.service.cancel(audit.id, None) else []  # type: ignore[method-assign]
    AuditRunner(house.audits, house.find, house.look, house.desk.clock).run(audit.id)
    assert (house.progress(audit).audit.state, house.progress(audit).pages) == (AuditState.CANCELLED, ())
    assert house.asked == []


def test_an_audit_that_the_queue_did_not_take_is_put_again_by_who_asks_again(house: House) -> None:
    audit = house.service.ask("news.example", None)
    house.jobs.held.clear()
    with pytest.raises(AuditUnderwayError):
        house.service.ask("news.example", None)
    assert house.jobs.held == [("audit", {"audit_id": str(audit.id)}, 0)]


def test_nobody_knows_this_audit(house: House) -> None:
    assert house.service.progress(uuid4()) is None
    assert not house.service.cancel(uuid4(), None)
    assert not house.runner.run(uuid4())


def test_an_audit_whose_runner_died_is_gone_on_with_where_it_stood(house: House) -> None:
    class KilledError(BaseException):
        """As a process that is killed leaves a page: with no word."""

    def kill() -> Looked:
        raise KilledError

    house.answers[URLS[2]] = kill
    audit = house.service.ask("news.example", None)
    with pytest.raises(KilledError):
        house.runner.run(audit.id)
    assert house.progress(audit).done == 2
    # Its last sign of life is fresh: it might be alive elsewhere. So the job comes again later.
    work = job(house.service, house.runner)
    work(str(audit.id))
    assert house.asked == URLS[:3]
    assert house.jobs.held[-1] == ("audit", {"audit_id": str(audit.id)}, SILENCE.total_seconds())
    house.desk.now += SILENCE
    assert house.service.resume() == 1
    house.answers = {}
    work(str(audit.id))
    progress = house.progress(audit)
    assert (progress.audit.state, progress.done, progress.audit.starts) == (AuditState.DONE, 5, 2)
    assert house.asked == [*URLS[:3], *URLS[2:]]  # the page that it died on, and no other, twice
    assert len(house.searched) == 1
    held = len(house.jobs.held)
    work(str(audit.id))
    assert len(house.jobs.held) == held  # it is over


def test_who_comes_back_from_the_dead_writes_nothing(house: House) -> None:
    audit = house.service.ask("news.example", None)

    def sleep_through_the_takeover() -> Looked:
        house.answers = {}
        house.desk.now += SILENCE
        assert house.runner.run(audit.id)
        return Looked("strong", 99)

    house.answers[URLS[1]] = sleep_through_the_takeover
    house.runner.run(audit.id)
    progress = house.progress(audit)
    assert progress.audit.state is AuditState.DONE
    assert progress.levels == {"weak": 5}
    assert house.asked == [*URLS[:2], *URLS[1:]]


def test_a_page_that_always_kills_does_not_do_so_for_ever(house: House) -> None:
    class KilledError(BaseException):
        pass

    def kill() -> Looked:
        raise KilledError

    house.answers[URLS[0]] = kill
    audit = house.service.ask("news.example", None)
    for _ in range(MOST_STARTS):
        with pytest.raises(KilledError):
            house.runner.run(audit.id)
        house.desk.now += SILENCE
    assert house.runner.run(audit.id)
    assert house.progress(audit).audit.fault == "It was interrupted too often."


def test_records_that_fail_fail_no_audit(house: House) -> None:
    house.answers[URLS[1]] = RecordsUnavailableError("away")
    audit = house.service.ask("news.example", None)
    with pytest.raises(RecordsUnavailableError):
        house.runner.run(audit.id)
    assert house.progress(audit).audit.state is AuditState.RUNNING
    house.answers = {}
    house.desk.now += SILENCE
    assert house.runner.run(audit.id)
    assert house.progress(audit).done == 5


def test_signs_of_life_while_a_page_takes_its_time(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.services.auditing.runner._BEAT_SECONDS", 0.05)
    audit = house.service.ask("news.example", None)
    beaten = Event()

    def wait() -> Looked:
        before = house.progress(audit).audit.beat
        deadline = monotonic() + PATIENCE
        while house.progress(audit).audit.beat == before and monotonic() < deadline:
            sleep(0.02)
        if house.progress(audit).audit.beat != before:
            beaten.set()
        return Looked()

    house.answers[URLS[0]] = wait
    house.runner.run(audit.id)
    assert beaten.is_set()


def test_moments_are_whole_seconds(house: House) -> None:
    house.desk.now = NOON + timedelta(microseconds=123456)
    audit = house.service.ask("news.example", None)
    house.runner.run(audit.id)
    kept = house.progress(audit).audit
    assert kept.ended
    assert kept.beat
    assert (kept.asked.microsecond, kept.beat.microsecond, kept.ended.microsecond) == (0, 0, 0)


def test_a_worker_that_stops_leaves_the_rest_to_the_next(house: House) -> None:
    audit = house.service.ask("news.example", None)
    job(house.service, house.runner, lambda: len(house.asked) == 2)(str(audit.id))
    progress = house.progress(audit)
    assert (progress.audit.state, progress.done) == (AuditState.WAITING, 2)
    assert house.jobs.held[-1] == ("audit", {"audit_id": str(audit.id)}, SILENCE.total_seconds())
    job(house.service, house.runner)(str(audit.id))
    assert house.progress(audit).audit.state is AuditState.DONE
    assert house.asked == URLS
