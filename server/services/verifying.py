"""Verify what readers sent: it counts for a domain only once the service has read the same article there.

Anybody can post any text under any address. So a submission only says where
to look; what is kept is what was found there, as the service reads it
(:mod:`server.services.rereading`).
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from typing import Literal, Protocol

from server.core.sketch import SAME, similarity
from server.fetch import FetchError, Reason
from server.jobs.model import PermanentError
from server.services.pacing import Pacing
from server.services.public_pages import Place
from server.store.records.model import Origin, Verified

Outcome = Literal["verified", "different", "unreachable", "refused"]

_REFUSED = frozenset({Reason.ADDRESS, Reason.SCHEME, Reason.BAD_URL})


class UnreachableError(Exception):
    """The page can't be had just now. Says nothing of where it is."""


class Reread(Protocol):
    """How an article is read at its address."""

    def place(self, url: str) -> Place | None:
        """Return where ``url`` leads; ``None`` where its form tells that not everybody can read it."""

    def assess_again(self, url: str, origin: Origin) -> Verified | None:
        """Fetch ``url`` and return what the article there is; ``None`` where there is none to keep."""


class Records(Protocol):
    """What the service asks of the records."""

    def keep(self, verified: Verified) -> bool:
        """Keep ``verified`` in place of what was known of the same article; tell whether none was."""


class VerifyingService:
    """Does the jobs that submissions make. Safe to share between threads.

    ``on_kept`` is called with a domain whenever its record has changed, and
    ``observe`` with what became of each job.
    """

    def __init__(
        self,
        rereader: Reread,
        pacing: Pacing,
        records: Records,
        on_kept: Callable[[str], object] = lambda _: None,
        observe: Callable[[Outcome], None] = lambda _: None,
    ) -> None:
        self._rereader = rereader
        self._pacing = pacing
        self._records = records
        self._on_kept = on_kept
        self._observe = observe

    def verify(self, url: str, content_id: str, sketch: str) -> None:
        """Do one job: a submission of the address, content id and sketch of an article.

        Raises:
            LaterError: where something else is fetched from the domain just now.
            UnreachableError: where the page may be had another time.
            PermanentError: where the job makes no sense.
            RecordsUnavailableError: where the records can't be written.
        """
        place = self._rereader.place(url)
        if place is None:
            raise PermanentError("no address to fetch")
        with self._pacing.turn(place.domain):
            found = self._read(place.address)
        if isinstance(found, str):
            self._observe(found)
        elif similarity(b64decode(sketch), found.sketch) < SAME:
            self._observe("different")
        else:
            self._records.keep(replace(found, also=(content_id,)))
            self._on_kept(found.domain)
            self._observe("verified")

    def gave_up(self, error: Exception) -> bool:
        """Take note that a job failed for good; tell whether that is anything for others to look at."""
        if isinstance(error, UnreachableError):
            self._observe("unreachable")
            return False
        return True

    def _read(self, address: str) -> Verified | Outcome:
        try:
            return self._rereader.assess_again(address, "reader") or "different"
        except FetchError as error:
            if error.reason in _REFUSED:
                return "refused"
            # A name that nobody knows is hardly a failure of the moment, and easily made up by the thousand.
            if error.permanent or error.reason is Reason.DNS:
                return "unreachable"
            raise UnreachableError from None
