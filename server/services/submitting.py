"""Take in what readers send, to be verified in the background; within bounds."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable
from typing import Literal

from server.core.model import Article
from server.core.sketch import sketch
from server.jobs.queue import Queue
from server.services.pacing import Pacing
from server.services.public_pages import Place

VERIFY = "verify"
"""The name of the job."""

Submission = Literal["queued", "known", "not_public", "too_short", "full", "busy", "failed"]
"""What became of a submission: ``full`` is the queue, ``busy`` the domain."""

MOST_PENDING = 5_000  # jobs that wait, some 10 MB
_SHORTEST = 25  # words: fewer say too little to compare
_DAY = 86_400.0
_BRIEFLY = 60.0  # seconds, until the job is in the queue: who is killed before that holds it no longer


class SubmissionService:
    """Makes jobs of submissions. Safe to share between threads.

    ``place`` tells where an address leads. ``observe`` is told what became of
    each submission.
    """

    def __init__(
        self,
        queue: Queue,
        pacing: Pacing,
        place: Callable[[str], Place | None],
        observe: Callable[[Submission], None] = lambda _: None,
        most_pending: int = MOST_PENDING,
    ) -> None:
        self._queue = queue
        self._pacing = pacing
        self._place = place
        self._observe = observe
        self._most_pending = most_pending

    def submit(self, article: Article, content_id: str) -> None:
        """Have ``article`` verified, where that is possible and was not asked for today. Never raises.

        The queue holds the address and a sketch of the text, not the text.
        """
        if article.url:
            self._observe(self._submit(article, article.url, content_id))

    def _submit(self, article: Article, url: str, content_id: str) -> Submission:
        place = self._place(url)
        if place is None:
            return "not_public"
        if len(article.text.split()) < _SHORTEST:
            return "too_short"
        known = "known:" + hashlib.sha256(f"{content_id} {place.address}".encode()).hexdigest()[:32]
        if self._queue.turn(known, _BRIEFLY):
            return "known"
        outcome = self._put(article, place, content_id)
        if outcome == "queued":
            self._queue.hold(known, _DAY)
        else:
            self._queue.give_up(known)
        return outcome

    def _put(self, article: Article, place: Place, content_id: str) -> Submission:
        pending = self._queue.pending()
        if pending is None:
            return "failed"
        if pending >= self._most_pending:
            return "full"
        delay = self._pacing.plan(place.domain)
        if delay is None:
            return "busy"
        made = b64encode(sketch(article.text)).decode()
        job = {"url": place.address, "content_id": content_id, "sketch": made}
        return "queued" if self._queue.put(VERIFY, job, delay, urgent=False) else "failed"
