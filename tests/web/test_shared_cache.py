"""The real service with a real Redis: what is known stays known, and nobody notices when Redis goes."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any

import pytest
import requests

from server.app.application import create_app
from server.config import Settings

Serve = Callable[..., Any]
Article = dict[str, Any]
PATIENCE = 60  # seconds, for what takes a moment on any machine


def post(url: str, article: Article) -> requests.Response:
    return requests.post(f"{url}/v1/assessments", json=article, timeout=PATIENCE)


def lookups(url: str) -> dict[str, float]:
    """Return how many look-ups in the cache were hits, misses and faults so far."""
    lines = requests.get(f"{url}/metrics", timeout=PATIENCE).text.splitlines()
    counted = dict.fromkeys(("hit", "miss", "fault"), 0.0)
    for outcome in counted:
        name = f'touchstone_cache_lookups_total{{outcome="{outcome}"}} '
        counted[outcome] = next(
            (float(line.removeprefix(name)) for line in lines if line.startswith(name)), 0.0
        )
    return counted


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < deadline
        sleep(0.02)


@pytest.mark.redis
def test_what_is_known_survives_a_restart_of_the_service(
    serve: Serve, redis_server: Any, article: Article
) -> None:
    first = serve(REDIS_URL=redis_server.url)
    posted = post(first.url, article).json()
    assert posted["cached"] is False
    # On a slow machine Redis may have been given up on: then the answer came, but was not kept.
    wait_until(lambda: bool(post(first.url, article).json()["cached"]))
    first.stop()
    second = serve(REDIS_URL=redis_server.url)
    wait_until(lambda: bool(post(second.url, article).json()["cached"]))
    counted = lookups(second.url)
    assert counted["miss"] == 0 or counted["fault"] > 0
    found = requests.get(f"{second.url}/v1/assessments/{posted['id']}", timeout=PATIENCE)
    assert found.json() == posted | {"cached": True}


@pytest.mark.redis
def test_of_two_processes_one_computes(serve: Serve, redis_server: Any, article: Article) -> None:
    """The text is long, so that all would compute it at once. On a slow machine some may tire of waiting."""
    service = serve(REDIS_URL=redis_server.url, WORKERS=2, THREADS=8)
    rounds = []
    with ThreadPoolExecutor(16) as crowd:
        for number in range(10):
            before = lookups(service.url)["miss"]
            same = article | {"title": f"Bridge {number} closes", "text": article["text"] * 80}
            answers = list(crowd.map(lambda body: post(service.url, body).json(), [same] * 32))
            assert len({answer["id"] for answer in answers}) == 1
            computed = sum(not answer["cached"] for answer in answers)
            rounds.append((lookups(service.url)["miss"] - before, computed))
            if rounds[-1] == (1, 1):
                return
    pytest.fail(f"misses and computations, round by round: {rounds}")


@contextmanager
def load(url: str, article: Article) -> Iterator[list[tuple[int, bool]]]:
    """Keep four clients posting twenty articles; yield the growing list of (status, cached)."""
    answers: list[tuple[int, bool]] = []
    done = Event()

    def client(number: int) -> None:
        with requests.Session() as session:
            while not done.is_set():
                number += 1
                body = article | {"title": f"Bridge {number % 20} closes"}
                answer = session.post(f"{url}/v1/assessments", json=body, timeout=PATIENCE)
                answers.append((answer.status_code, answer.json()["cached"]))

    clients = [Thread(target=client, args=(5 * number,)) for number in range(4)]
    for thread in clients:
        thread.start()
    try:
        yield answers
    finally:
        done.set()
        for thread in clients:
            thread.join()


@pytest.mark.redis
@pytest.mark.parametrize(("going", "coming"), [("kill", "start"), ("pause", "resume")])
def test_redis_may_go_and_come_back_under_load(
    serve: Serve, redis_server: Any, article: Article, going: str, coming: str
) -> None:
    service = serve(REDIS_URL=redis_server.url, WORKERS=2)
    with load(service.url, article) as answers:
        wait_until(lambda: any(cached for _, cached in answers))
        getattr(redis_server, going)()
        wait_until(lambda: lookups(service.url)["fault"] > 0)
        gone = len(answers)
        wait_until(lambda: len(answers) > gone + 40)
        ready = requests.get(f"{service.url}/readyz", timeout=PATIENCE)
        assert (ready.status_code, ready.json()["cache"]["state"]) == (200, "down")
        getattr(redis_server, coming)()
        back = len(answers)
        wait_until(lambda: any(cached for _, cached in answers[back:]))
    assert {status for status, _ in answers} == {200}
    assert not all(cached for _, cached in answers[gone : gone + 40])
    assert "Traceback" not in service.log


def test_a_redis_that_was_never_there_costs_nothing_but_time(article: Article) -> None:
    client = create_app(Settings(redis_url="unix:///no/such/socket")).test_client()
    for _ in range(2):
        answer = client.post("/v1/assessments", json=article)
        assert (answer.status_code, answer.json["cached"]) == (200, False)
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json) == (
        200,
        {"status": "ready", "cache": {"kind": "redis", "state": "down"}},
    )


@pytest.mark.redis
def test_what_others_left_in_redis_is_computed_anew(redis_server: Any, article: Article) -> None:
    client = create_app(Settings(redis_url=redis_server.url)).test_client()
    posted = client.post("/v1/assessments", json=article).json
    for junk in (b"", b"junk", b"\x01junk"):
        for key in redis_server.client.scan_iter(f"*{posted['id']}"):
            redis_server.client.set(key, junk)
        again = client.post("/v1/assessments", json=article)
        assert (again.status_code, again.json) == (200, posted)
