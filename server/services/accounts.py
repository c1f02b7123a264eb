"""Sign in to the desk and out again: sessions, and one's own password."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_urlsafe
from uuid import UUID

from server.services.proving import Prover, WrongCredentialsError, normal_name
from server.store.records.model import Credentials, Session, User
from server.store.records.sessions import Sessions
from server.store.records.users import Users

_SECRET_BYTES = 32
_SEEN_EVERY = timedelta(minutes=1)  # a session's use is noted no more often


class UnknownSubjectError(Exception):
    """Somebody proved at the provider who they are, but no user is bound to that ``subject``."""

    def __init__(self, subject: str) -> None:
        super().__init__()
        self.subject = subject


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """When sessions end: so long after they were last used, and so long after they began."""

    idle: timedelta
    whole: timedelta


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody signed in, and with which session."""

    user: User
    session: Session


@dataclass(frozen=True, slots=True)
class Opened:
    """A new session; ``secret`` is for the browser alone."""

    secret: str = field(repr=False)
    signed_in: SignedIn


class AccountService:
    """Signs people in and out. Safe to share between threads.

    Every method raises ``RecordsUnavailableError`` where the database fails.
    """

    def __init__(
        self,
        users: Users,
        sessions: Sessions,
        prover: Prover,
        lifetimes: Lifetimes,
        clock: Callable[[], datetime],
    ) -> None:
        self._users = users
        self._sessions = sessions
        self._prover = prover
        self.lifetimes = lifetimes
        self._clock = clock

    def sign_in(
        self, name: str, password: str, address: str | None = None, replaces: str | None = None
    ) -> Opened:
        """Begin a session by password; that of the secret ``replaces`` ends.

        Raises:
            WrongCredentialsError: after as much work as for the right password.
            TooManyAttemptsError: without looking at the password.
        """
        known = self._prover.prove(normal_name(name), password, address, self._now())
        return self._open(known, "by password", replaces)

    def sign_in_as(self, subject: str, replaces: str | None = None) -> Opened:
        """Begin a session for who is ``subject`` at the provider of OpenID Connect.

        Raises:
            UnknownSubjectError: where no user is bound to it.
            WrongCredentialsError: where the user is disabled.
        """
        known = self._users.bound_to(subject)
        if known is None:
            raise UnknownSubjectError(subject)
        return self._open(known, "by OpenID Connect", replaces)

    def signed_in(self, secret: str) -> SignedIn | None:
        """Return whose session ``secret`` opens, if it is not over, and note that it is in use."""
        now = self._now()
        found = self._sessions.find(_digest(secret), now, now - self.lifetimes.idle)
        if found is None:
            return None
        user, session = found
        if now - session.seen >= _SEEN_EVERY:
            self._sessions.see(session.digest, now)
        return SignedIn(user, session)

    def sign_out(self, who: SignedIn) -> None:
        """End this session."""
        self._sessions.end(who.session, who.user.name, self._now())

    def sign_out_everywhere(self, user: User) -> None:
        """End all sessions of ``user``."""
        self._sessions.end_all(user.name, self._now())

    def sessions(self, user: UUID) -> list[Session]:
        """Return the user's sessions, the one used last first."""
        now = self._now()
        return self._sessions.of(user, now, now - self.lifetimes.idle)

    def has_password(self, user: User) -> bool:
        """Return whether ``user`` has a password, and does not sign in elsewhere only."""
        known = self._users.named(user.name)
        return known is not None and known.password is not None

    def change_password(self, who: SignedIn, old: str, new: str, address: str | None = None) -> None:
        """Change one's own password and end one's other sessions.

        Raises:
            WrongCredentialsError: where ``old`` is not the password.
            TooManyAttemptsError: without looking at ``old``.
            PasswordRefusedError: where ``new`` won't do.
        """
        name, now = who.user.name, self._now()
        self._prover.prove(name, old, address, now)
        kept = self._prover.acceptable(new, name)
        self._users.set_password(name, kept, name, now, keep=who.session.digest)

    def _open(self, known: Credentials, how: str, replaces: str | None) -> Opened:
        now = self._now()
        secret = token_urlsafe(_SECRET_BYTES)
        session = Session(
            digest=_digest(secret),
            user=known.user.id,
            started=now,
            seen=now,
            expires=now + self.lifetimes.whole,
        )
        if not self._sessions.start(session, known, how, replaces and _digest(replaces)):
            raise WrongCredentialsError
        return Opened(secret, SignedIn(known.user, session))

    def _now(self) -> datetime:
        return self._clock().replace(microsecond=0)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
