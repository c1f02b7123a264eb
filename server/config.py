"""Settings: read once from the environment, frozen, and loud when wrong.

The fields of :class:`Settings` are the whole table of names, defaults and
explanations; docs/settings.md shows the same table and a test compares them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

MEBIBYTE = 1024 * 1024
_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off"})


class SettingsError(Exception):
    """One or more settings are wrong; ``problems`` names each in a line of its own."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def _setting(default: str | int | bool, help_: str, **rule: Any) -> Any:
    """Declare a setting; ``rule`` is ``least``, ``most``, ``choices``, ``prefixes`` or ``pairs``."""
    return field(default=default, metadata={"help": help_, **rule})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an operator can set. The environment variable is the field's name in capitals."""

    host: str = _setting("127.0.0.1", "Address to listen on; `0.0.0.0` for every interface.")
    port: int = _setting(8000, "Port to listen on; 0 takes any free one.", least=0, most=65535)
    workers: int = _setting(1, "Processes that answer requests.", least=1, most=256)
    threads: int = _setting(4, "Threads in each of these processes.", least=1, most=256)
    redis_url: str = field(
        default="",
        repr=False,  # it may hold a password
        metadata={
            "help": "Shared cache and queue of jobs, such as `redis://localhost:6379/0`. "
            "Empty: each process keeps its own cache, and jobs wait in `JOBS_PATH`.",
            "prefixes": ("redis://", "rediss://", "unix://"),
        },
    )
    database_url: str = field(
        default="sqlite:///var/touchstone.db",
        repr=False,  # it may hold a password
        metadata={
            "help": "Where reports are kept for good: a file, or `postgresql://user@host/database`.",
            "prefixes": ("sqlite:///", "postgresql://"),
        },
    )
    jobs_path: str = _setting("var/jobs.db", "File in which background jobs wait when there is no Redis.")
    worker: bool = _setting(True, "Whether `serve` runs a worker for background jobs beside it.")
    cache_ttl_seconds: int = _setting(604_800, "How long an assessment is kept.", least=1)
    cache_max_bytes: int = _setting(
        64 * MEBIBYTE, "Size of the cache that a process keeps when there is no Redis.", least=1
    )
    fetch_timeout_seconds: int = _setting(
        10, "Most time for fetching one page, redirects included.", least=1, most=120
    )
    fetch_max_bytes: int = _setting(5 * MEBIBYTE, "Largest page fetched, after decompression.", least=1)
    fetch_max_redirects: int = _setting(5, "Most redirects followed for one page.", least=0, most=20)
    fetch_allow_private: bool = _setting(
        False, "Fetch from private and loopback addresses too. For development and tests only."
    )
    fetch_resolve: str = _setting(
        "",
        "Names that lead elsewhere, such as `*.example=127.0.0.1` or `a.example=127.0.0.1:8100`, "
        "with commas between them. "
        "For development and tests only.",
        pairs=True,
    )
    audit_delay_seconds: int = _setting(
        2,
        "Pause between two requests to a site that is audited; its robots.txt may ask for more.",
        least=0,
        most=60,
    )
    session_idle_minutes: int = _setting(
        60, "How long somebody at the desk stays signed in without doing anything.", least=1, most=10_080
    )
    session_hours: int = _setting(
        12, "How long somebody at the desk stays signed in at most.", least=1, most=720
    )
    public_url: str = _setting(
        "",
        "Where readers find the service, such as `https://touchstone.example`, when it is behind a proxy.",
        prefixes=("https://", "http://"),
    )
    trusted_proxies: int = _setting(
        0, "Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.", least=0, most=10
    )
    oidc_issuer: str = _setting(
        "",
        "OpenID Connect provider to sign in with at the desk, such as `https://id.example`.",
        prefixes=("https://", "http://127.0.0.1", "http://localhost"),
    )
    oidc_client_id: str = _setting("", "What the provider knows this service by.")
    oidc_client_secret: str = field(
        default="", repr=False, metadata={"help": "The secret that the provider gave out with it, if any."}
    )
    reports_per_day: int = _setting(20, "Reports taken from one network address in a day.", least=1)
    max_body_bytes: int = _setting(MEBIBYTE, "Largest request body accepted.", least=1)
    log_level: str = _setting(
        "info", "How much is logged.", choices=("debug", "info", "warning", "error", "critical")
    )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings; a variable that is absent or empty leaves the default.

        Raises:
            SettingsError: naming every value that is wrong, not just the first.
        """
        environment = os.environ if environment is None else environment
        values: dict[str, Any] = {}
        problems: list[str] = []
        for setting in describe():
            text = environment.get(setting.name, "").strip()
            if not text:
                continue
            try:
                values[setting.name.lower()] = _parse(text, setting)
            except ValueError as error:
                problems.append(f"{setting.name} {error}")
        if problems:
            raise SettingsError(problems)
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: the variable's name, its default, what it is for, and its rule."""

    name: str
    default: str | int | bool
    help: str
    rule: Mapping[str, Any]


def describe() -> Iterator[Setting]:
    """Yield every setting in the order of the table."""
    for item in fields(Settings):
        assert isinstance(item.default, str | int)  # noqa: S101 - narrows the type; every field has a plain default
        rule = {key: value for key, value in item.metadata.items() if key != "help"}
        yield Setting(item.name.upper(), item.default, item.metadata["help"], rule)


def _parse(text: str, setting: Setting) -> str | int | bool:
    """Return ``text`` as the type of the setting's default.

    Raises:
        ValueError: saying what the value must be. The value itself is not
            repeated, since it may be a secret.
    """
    if isinstance(setting.default, bool):
        return _truth(text.lower())
    if isinstance(setting.default, int):
        return _number(text, setting.rule.get("least", 0), setting.rule.get("most"))
    if setting.rule.get("pairs"):
        return _pairs(text)
    return _word(text, setting.rule.get("choices"), setting.rule.get("prefixes"))


def _truth(text: str) -> bool:
    if text not in _YES | _NO:
        raise ValueError("must be true or false")
    return text in _YES


def _number(text: str, least: int, most: int | None) -> int:
    bounds = f"of at least {least}" if most is None else f"from {least} to {most}"
    try:
        number = int(text)
    except ValueError:
        number = least - 1
    if number < least or (most is not None and number > most):
        raise ValueError(f"must be a whole number {bounds}")
    return number


def _word(text: str, choices: tuple[str, ...] | None, prefixes: tuple[str, ...] | None) -> str:
    if choices is not None:
        text = text.lower()
        if text not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}")
    if prefixes is not None and not text.startswith(prefixes):
        raise ValueError(f"must begin with {' or '.join(prefixes)}")
    return text


def _pairs(text: str) -> str:
    if not all(name and "." in address for name, _, address in (p.partition("=") for p in text.split(","))):
        raise ValueError("must be names and addresses, such as *.example=127.0.0.1")
    return text
