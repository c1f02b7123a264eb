"""The real thing: ``python -m server serve`` under gunicorn."""

import json
import socket
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPResponse
from pathlib import Path
from typing import Any

import pytest
import requests

Serve = Callable[..., Any]
Article = dict[str, Any]
PATIENCE = 60  # seconds


def test_it_answers_and_stops_when_told_and_leaves_nothing(
    serve: Serve, article: Article, tmp_path: Path
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    service = serve(WORKERS=2, TMPDIR=scratch)
    found = requests.post(f"{service.url}/v1/assessments", json=article, timeout=PATIENCE)
    assert (found.status_code, found.json()["cached"]) == (200, False)
    assert requests.get(service.url, timeout=PATIENCE).headers["Content-Type"].startswith("text/html")
    assert [path.name.startswith("touchstone-metrics-") for path in scratch.iterdir()] == [True]
    assert service.stop() == 0
    assert list(scratch.iterdir()) == []
    assert "POST /v1/assessments 200" in service.log
    assert "Traceback" not in service.log
    assert "council" not in service.log
    assert "example.org" not in service.log


def test_all_processes_count_together(serve: Serve) -> None:
    service = serve(WORKERS=2)
    with ThreadPoolExecutor(8) as crowd:
        asked = crowd.map(lambda _: requests.get(f"{service.url}/healthz", timeout=PATIENCE), range(40))
        assert {answer.status_code for answer in asked} == {200}
    metrics = requests.get(f"{service.url}/metrics", timeout=PATIENCE).text.splitlines()
    assert 'touchstone_requests_total{method="GET",route="/healthz",status="200"} 40.0' in metrics


def exchange(port: int, sent: Iterable[bytes]) -> tuple[int, dict[str, Any]]:
    """Send bytes as they are and return the status and the JSON that come back."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        for part in sent:
            connection.sendall(part)
        response = HTTPResponse(connection)
        response.begin()
        return response.status, json.loads(response.read())


def chunked(parts: Iterable[bytes]) -> Iterable[bytes]:
    yield (
        b"POST /v1/assessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n"
    )
    for part in parts:
        yield b"%x\r\n%s\r\n" % (len(part), part)
    yield b"0\r\n\r\n"


def test_a_body_in_chunks_is_measured_too(serve: Serve, article: Article) -> None:
    service = serve(MAX_BODY_BYTES=4096)
    body = json.dumps(article).encode()
    halves = [body[:1000], body[1000:]]
    fill = b" " * (4096 - len(body))
    status, found = exchange(service.port, chunked(halves))
    assert (status, found["badge"]["score"] is None) == (200, False)
    assert exchange(service.port, chunked([*halves, fill]))[0] == 200
    assert exchange(service.port, chunked([*halves, fill, b" "]))[0] == 413
    assert exchange(service.port, chunked([*halves, b" " * 100_000]))[0] == 413


@pytest.mark.parametrize("declared", [4097, 10**12])
def test_a_body_is_refused_by_its_declared_size_before_it_comes(serve: Serve, declared: int) -> None:
    service = serve(MAX_BODY_BYTES=4096)
    head = (
        "POST /v1/assessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Content-Length: {declared}\r\n\r\n"
    )
    assert exchange(service.port, [head.encode()])[0] == 413


def test_one_slow_client_does_not_hold_up_the_others(serve: Serve, article: Article) -> None:
    service = serve(WORKERS=1, THREADS=2)
    with socket.create_connection(("127.0.0.1", service.port), timeout=PATIENCE) as slow:
        slow.sendall(b"POST /v1/assessments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n")
        found = requests.post(f"{service.url}/v1/assessments", json=article, timeout=PATIENCE)
        assert found.status_code == 200
