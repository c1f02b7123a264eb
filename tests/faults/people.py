"""Moderators and a reader who work over HTTP as fast as they can, and remember what they were told."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from threading import Event

import requests
from urllib3.exceptions import NewConnectionError

from tests.accounts import PASSWORD
from tests.faults.service import PATIENCE, Service

DOINGS = ("decide", "decide", "decide", "decide", "undo", "note")
OUTCOMES = ("concern_confirmed", "cleared", "satire", "watch", "not_news")
KEPT = {"decide": "done=decided", "undo": "done=undone", "note": "done=noted"}


@dataclass(frozen=True)
class Try:
    """One change that was sent. ``status`` is ``None`` where the answer never came."""

    doing: str
    words: str  # which nobody else wrote
    began: float
    ended: float
    status: int | None


class Caller:
    """Somebody who makes a new connection for each request."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._session = requests.Session()
        self._session.headers["Connection"] = "close"
        self._session.trust_env = False
        self.began = 0.0  # the last request that reached the service

    def call(self, method: str, path: str, **sent: object) -> requests.Response | None:
        """Return the answer, or ``None`` where the connection broke; wait for a service that is away."""
        while True:
            self.began = time.monotonic()
            try:
                return self._session.request(
                    method,
                    self._service.address + path,
                    timeout=PATIENCE,
                    allow_redirects=False,
                    **sent,  # type: ignore[arg-type]  # what requests takes
                )
            except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError) as error:
                if not _was_away(error):
                    return None
                time.sleep(0.02)


def _was_away(error: Exception) -> bool:
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)


@dataclass
class Moderator:
    """Decides, undoes and notes on ``domains``; ``tries`` are all that was sent."""

    service: Service
    name: str
    domains: Sequence[str]
    chance: random.Random
    numbers: Iterator[int] = field(default_factory=count)
    tries: list[Try] = field(default_factory=list)

    def sign_in(self) -> None:
        self._caller = Caller(self.service)
        page = self._caller.call("GET", "/desk/sign-in")
        assert page is not None
        form = {"name": self.name, "password": PASSWORD, "csrf": _field(page, "csrf")}
        answer = self._caller.call("POST", "/desk/sign-in", data=form)
        assert answer is not None
        assert answer.status_code == 303
        page = self._caller.call("GET", "/desk/account")
        assert page is not None
        self._csrf = _field(page, "csrf")

    def work(self, stop: Event) -> None:
        """Go on until told to stop. Who finds a case changed looks at it again and sends another."""
        version = None
        while not stop.is_set():
            if version is None:
                domain = self.chance.choice(self.domains)
                page = self._caller.call("GET", f"/desk/cases/{domain}")
                if page is None:
                    continue
                assert page.status_code == 200, page.text
                version = _field(page, "version")
            answer = self._change(domain, version)
            changed = answer is not None and answer.status_code == 409
            version = _field(answer, "version") if changed and answer is not None else None

    def _change(self, domain: str, version: str) -> requests.Response | None:
        doing = self.chance.choice(DOINGS)
        words = f"{self.name} read ten articles of it, number {next(self.numbers)}."
        form = {"csrf": self._csrf, "version": version, "reason": words, "text": words}
        form |= {"outcome": self.chance.choice(OUTCOMES)} if doing == "decide" else {}
        answer = self._caller.call("POST", f"/desk/cases/{domain}/{doing}", data=form)
        status = None if answer is None else answer.status_code
        self.tries.append(Try(doing, words, self._caller.began, time.monotonic(), status))
        if answer is not None and status == 303:
            assert KEPT[doing] in answer.headers["Location"]
        return answer


@dataclass
class Reader:
    """Sends articles until ``wanted`` many have been taken; ``taken`` are the addresses of those."""

    service: Service
    write: Callable[[], dict[str, str]]
    wanted: int
    chance: random.Random
    taken: list[str] = field(default_factory=list)

    def work(self, stop: Event) -> None:
        caller = Caller(self.service)
        while len(self.taken) < self.wanted and not stop.wait(self.chance.uniform(0, 1)):
            article = self.write()
            answer = caller.call("POST", "/v1/assessments", json=article)
            if answer is not None:
                assert answer.status_code == 200, answer.text
                self.taken.append(article["url"])


def _field(page: requests.Response, name: str) -> str:
    found = re.search(f'name="{name}" value="([^"]+)"', page.text)
    assert found, page.text
    return unescape(found[1])
