"""Assessing: each content once, whatever lies in the cache, and faults that are told."""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from server.app.foundations import create_cache
from server.app.reading import create_service
from server.config import Settings
from server.core.assess import Engine
from server.core.model import Article, Finding
from server.core.signal import Signal
from server.core.text import Text
from server.scorecard import RULESET, SCORECARD
from server.services.assessing import Assessed, AssessmentService, Cache, default_engine, failed_signals
from server.signals import SIGNALS

TEXT = (
    "The council said on Monday that the old bridge would be closed for a week while cables are replaced. "
    * 10
)
ARTICLE = Article("Bridge closes for a week", TEXT, url="https://example.org/bridge")
PAGE = f"<html><body><article><h1>{ARTICLE.title}</h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"


@pytest.fixture
def cache() -> Cache:
    return create_cache(Settings())


@pytest.fixture
def service(cache: Cache) -> AssessmentService:
    return create_service(Settings(fetch_allow_private=True), cache)


def with_engine(engine: Engine, cache: Cache, answers: list[Assessed] | None = None) -> AssessmentService:
    """Return a service with another engine, which fetches nothing."""

    def nothing(*_: object) -> None:
        raise AssertionError

    return AssessmentService(engine, cache, nothing, nothing, answers.append if answers is not None else None)


def test_the_second_answer_is_the_first_one_again(service: AssessmentService) -> None:
    first, second = service.assess(ARTICLE), service.assess(ARTICLE)
    assert (first.cached, second.cached) == (False, True)
    assert first.assessment == second.assessment == default_engine().assess(ARTICLE)


def test_what_was_assessed_is_found_by_its_id(service: AssessmentService) -> None:
    assessment = service.assess(ARTICLE).assessment
    assert service.find(assessment.id) == assessment


@pytest.mark.parametrize(
    "wanted", ["", "0" * 64, "0" * 63, "0" * 65, "G" * 64, "0" * 64 + "\n", f"{RULESET}:{'0' * 64}"]
)
def test_what_was_not_assessed_is_not_found(service: AssessmentService, wanted: str) -> None:
    assert service.find(wanted) is None


def test_ids_are_lower_case(service: AssessmentService) -> None:
    assert service.find(service.assess(ARTICLE).assessment.id.upper()) is None


@pytest.mark.parametrize("junk", [b"", b"junk", b"{}", b"\xff", b'{"id": "0"}', b"null"])
def test_what_makes_no_sense_in_the_cache_is_computed_anew(
    service: AssessmentService, cache: Cache, junk: bytes
) -> None:
    fresh = service.assess(ARTICLE).assessment
    cache.put(f"{RULESET}:{fresh.id}", junk)
    assert service.find(fresh.id) is None
    again = service.assess(ARTICLE)
    assert (again.assessment, again.cached) == (fresh, False)
    assert service.assess(ARTICLE).cached is True


def test_another_ruleset_knows_nothing_of_this_one(service: AssessmentService, cache: Cache) -> None:
    assessment = service.assess(ARTICLE).assessment
    newer = with_engine(Engine(SIGNALS, SCORECARD, "another"), cache)
    assert newer.find(assessment.id) is None
    assert newer.assess(ARTICLE).cached is False


def test_many_at_once_are_answered_alike(cache: Cache) -> None:
    answers: list[Assessed] = []
    service = with_engine(default_engine(), cache, answers)
    with ThreadPoolExecutor(16) as crowd:
        given = list(crowd.map(lambda _: service.assess(ARTICLE).assessment, range(64)))
    assert given == [given[0]] * 64
    assert len(answers) == 64
    assert sum(not answer.cached for answer in answers) == 1


def test_a_signal_that_fails_is_logged_and_costs_nothing_else(
    cache: Cache, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*, body: Text) -> Finding:
        raise RuntimeError(body.plain)

    engine = Engine((*SIGNALS, Signal("signals.broken", "", 1, fail, needs=("body",))), SCORECARD, RULESET)
    service = with_engine(engine, cache)
    with caplog.at_level(logging.ERROR):
        answer = service.assess(ARTICLE).assessment
    assert failed_signals(answer) == ["broken"]
    assert answer.score == default_engine().assess(ARTICLE).score
    assert [record.getMessage() for record in caplog.records] == [
        f"signal broken failed on content {answer.id}"
    ]


class Site(BaseHTTPRequestHandler):
    """A site that redirects to its one article."""

    def do_GET(self) -> None:
        if self.path != "/bridge":
            self.send_response(302)
            self.send_header("Location", "/bridge")
            self.end_headers()
            return
        body = PAGE.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_page_is_fetched_read_and_assessed(service: AssessmentService, site: str) -> None:
    article, assessed = service.assess_url(f"{site}/old-address")
    assert article.url == f"{site}/bridge"
    assert assessed.assessment.score is not None
    assert service.assess_html(PAGE, f"{site}/bridge") == (article, replace(assessed, cached=True))
