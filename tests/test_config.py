"""Settings: defaults, every rule, and the documentation as a contract."""

import dataclasses
import re
from pathlib import Path

import pytest

from server.config import Settings, SettingsError, describe

DOCUMENT = Path(__file__).parent.parent / "docs" / "settings.md"


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings().redis_url == ""


def test_values_are_read_by_type() -> None:
    settings = Settings.from_environment(
        {
            "PORT": "9000",
            "REDIS_URL": "redis://cache:6379/0",
            "FETCH_ALLOW_PRIVATE": "True",
            "LOG_LEVEL": "DEBUG",
        }
    )
    assert settings.port == 9000
    assert settings.redis_url == "redis://cache:6379/0"
    assert settings.fetch_allow_private is True
    assert settings.log_level == "debug"


def test_an_empty_or_blank_variable_leaves_the_default() -> None:
    assert Settings.from_environment({"PORT": "", "REDIS_URL": "  "}) == Settings()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PORT", "http", "PORT must be a whole number from 0 to 65535"),
        ("PORT", "65536", "PORT must be a whole number from 0 to 65535"),
        ("PORT", "-1", "PORT must be a whole number from 0 to 65535"),
        ("PORT", "8e3", "PORT must be a whole number from 0 to 65535"),
        ("WORKERS", "0", "WORKERS must be a whole number from 1 to 256"),
        ("CACHE_TTL_SECONDS", "0", "CACHE_TTL_SECONDS must be a whole number of at least 1"),
        ("MAX_BODY_BYTES", "1MB", "MAX_BODY_BYTES must be a whole number of at least 1"),
        ("FETCH_ALLOW_PRIVATE", "perhaps", "FETCH_ALLOW_PRIVATE must be true or false"),
        (
            "FETCH_RESOLVE",
            "north.example",
            "FETCH_RESOLVE must be names and addresses, such as *.example=127.0.0.1",
        ),
        ("LOG_LEVEL", "loud", "LOG_LEVEL must be one of debug, info, warning, error, critical"),
        ("DATABASE_URL", "mysql://localhost/x", "DATABASE_URL must begin with sqlite:/// or postgresql://"),
        ("REDIS_URL", "localhost:6379", "REDIS_URL must begin with redis:// or rediss:// or unix://"),
    ],
)
def test_a_wrong_value_is_named_with_its_rule(name: str, value: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({name: value})
    assert caught.value.problems == (said,)


def test_all_wrong_values_are_named_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"PORT": "x", "WORKERS": "x", "LOG_LEVEL": "x"})
    assert [problem.split()[0] for problem in caught.value.problems] == ["PORT", "WORKERS", "LOG_LEVEL"]


def test_no_secret_is_repeated() -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({"REDIS_URL": "http://:hunter2@cache"})
    assert "hunter2" not in str(caught.value)
    assert "hunter2" not in repr(Settings(redis_url="redis://:hunter2@cache"))
    assert "hunter2" not in repr(Settings(database_url="postgresql://me:hunter2@host/records"))


def test_settings_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc]


def test_the_document_lists_every_setting_with_its_default_and_purpose() -> None:
    rows = re.findall(
        r"^\| `([A-Z_]+)` \| (.*?) \| (.*) \|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert rows == [(setting.name, _shown(setting.default), setting.help) for setting in describe()]


def _shown(default: str | int | bool) -> str:
    if default == "":
        return "empty"
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"
