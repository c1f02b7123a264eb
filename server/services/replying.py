"""The right of reply: a publisher proves control of a domain, and answers what its record says."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from server.hosts import registrable
from server.services.reporting import Digest
from server.services.site_proof import Attempt, FetchFile, look
from server.store.records.claims import Claims, Refusal
from server.store.records.replies import Replies
from server.store.records.voices import Claim, PublicReplies, Reply

VALID = timedelta(days=7)  # a token until it is proved, and the proof from then on
PAUSE = timedelta(seconds=10)  # between two looks at a publisher's site
PER_SENDER = 5  # claims in a day
# Open without proof at once, to bound the table. One sender has one a day and domain, so seven at most: to
# take the publisher's place needs 143 of them.
PER_DOMAIN = 1_000
PER_CLAIM = 10  # replies
MAX_SPEAKER = 100  # characters
MIN_TEXT, MAX_TEXT = 10, 4_000  # characters

_SECRET_BYTES = 32
_TOKEN = "touchstone-reply="


class RefusedError(Exception):
    """No claim was opened; ``why`` says which limit it was, or that nothing is kept of the domain."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


class LapsedError(Exception):
    """The claim, or the proof, has run out."""


class TooSoonError(Exception):
    """The file was looked for a moment ago."""


class TooManyRepliesError(Exception):
    """The claim has brought as many replies as one may."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A new claim, and the secret that is its page's address; it is kept nowhere."""

    claim: Claim
    secret: str


class ReplyService:
    """Takes claims and replies. Safe to share between threads.

    Every method may raise ``RecordsUnavailableError``.

    Args:
        claims: keep the claims.
        replies: keep the replies.
        digest: stands for a sender; the address itself goes no further.
        fetch: gets the file (see :data:`server.services.site_proof.FetchFile`).
        clock: returns the time, with its zone.
        per_domain: claims to a domain that may be open without proof.
        scheme: that the file is fetched by; over http anybody on the way could put the token there.
    """

    def __init__(  # noqa: PLR0913 - each is another part of the house
        self,
        claims: Claims,
        replies: Replies,
        *,
        digest: Digest,
        fetch: FetchFile,
        clock: Callable[[], datetime],
        per_domain: int = PER_DOMAIN,
        scheme: str = "https",
    ) -> None:
        self._claims = claims
        self._replies = replies
        self._digest = digest
        self._fetch = fetch
        self._clock = clock
        self._per_domain = per_domain
        self.scheme = scheme

    def known(self, domain: str) -> bool:
        """Return whether there is a record of ``domain`` to reply to."""
        return registrable(domain) == domain and self._claims.known(domain)

    def ask(self, domain: str, address: str | None) -> Opened:
        """Open a claim to ``domain`` for somebody at the network ``address``.

        Raises:
            RefusedError: saying why not.
        """
        if registrable(domain) != domain:
            raise RefusedError(Refusal.UNKNOWN)
        now = self._now()
        secret = secrets.token_urlsafe(_SECRET_BYTES)
        claim = Claim(
            id=uuid4(),
            domain=domain,
            token=_TOKEN + secrets.token_hex(_SECRET_BYTES // 2),
            secret=_hidden(secret),
            sender=self._digest("claim", address, now),
            asked=now,
            expires=now + VALID,
        )
        refusal = self._claims.open(claim, PER_SENDER, self._per_domain)
        if refusal is not None:
            raise RefusedError(refusal)
        return Opened(claim, secret)

    def claim(self, domain: str, secret: str) -> Claim | None:
        """Return the claim to ``domain`` whose page has this ``secret``, even one that has run out."""
        found = self._claims.find(_hidden(secret))
        return found if found is not None and found.domain == domain else None

    def open(self, claim: Claim) -> bool:
        """Return whether ``claim`` has not run out."""
        return self._now() < claim.expires

    def prove(self, claim: Claim) -> list[Attempt]:
        """Look for the token on the site; it is proved where the last attempt has no fault.

        Raises:
            LapsedError: where the claim has run out.
            TooSoonError: where this was done a moment ago.
        """
        now = self._require_open(claim)
        if claim.proved is not None:
            return []
        if not self._claims.check(claim.id, now, now - PAUSE):
            raise TooSoonError
        attempts = look(self._fetch, claim.domain, self.scheme, claim.token)
        if attempts[-1].fault is None:
            self._claims.prove(claim, attempts[-1].host, now, now + VALID)
        return attempts

    def reply(self, claim: Claim, speaker: str, text: str) -> Reply:
        """Show a reply beside the record at once.

        Raises:
            LapsedError: where the claim is not proved, or has run out.
            TooManyRepliesError: where it has brought too many.
        """
        now = self._require_open(claim, proved=True)
        reply = Reply(
            id=uuid4(), domain=claim.domain, claim=claim.id, received=now, speaker=speaker, text=text
        )
        kept = self._replies.add(reply, PER_CLAIM)
        if kept is None:
            raise TooManyRepliesError
        return kept

    def withdraw(self, claim: Claim, reply: UUID) -> bool:
        """No longer show any reply of the same domain; return whether it was shown.

        Raises:
            LapsedError: where the claim is not proved, or has run out.
        """
        now = self._require_open(claim, proved=True)
        return self._replies.withdraw(reply, claim.domain, now)

    def public(self, domain: str) -> PublicReplies:
        """Return what stands beside the record of ``domain``."""
        return self._replies.public(domain)

    def _require_open(self, claim: Claim, *, proved: bool = False) -> datetime:
        now = self._now()
        if now >= claim.expires or (proved and claim.proved is None):
            raise LapsedError
        return now

    def _now(self) -> datetime:
        return self._clock().replace(microsecond=0)


def _hidden(secret: str) -> str:
    # Random enough as it is: no salt and no slow hash would make it harder to guess.
    return hashlib.sha256(secret.encode()).hexdigest()
