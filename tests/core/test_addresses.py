"""Addresses as they are kept: the cases of extension/tests/addresses.test.ts, and some more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.core.addresses import public_address

TYPESCRIPT = Path(__file__).parents[2] / "extension" / "tests" / "addresses.test.ts"
STRIPPED = {
    "https://news.example/2025/bridge?utm_source=mail&reader=7#comments": "https://news.example/2025/bridge",
    "https://ann:secret@news.example/2025/bridge": "https://news.example/2025/bridge",
    "https://news.example/2025/bridge?id=12": "https://news.example/2025/bridge",
    "https://news.example/2025/bridge/?p=12": "https://news.example/2025/bridge/",
    "https://news.example/?p=12&token=abc": "https://news.example/?p=12",
    "https://news.example/index.php?id=77&session=x": "https://news.example/index.php?id=77",
    "https://news.example/showstory.asp?story_id=a-7": "https://news.example/showstory.asp?story_id=a-7",
    "https://video.example/watch?v=AbC_1&t=9s": "https://video.example/watch?v=AbC_1",
    "https://news.example/?id=ann%40mail.example": "https://news.example/",
    f"https://news.example/?id={'a' * 41}": "https://news.example/",
    "https://news.example/article.php?email=ann&sid=1": "https://news.example/article.php",
}
HERE_ONLY = {
    "HTTPS://News.Example:443/Bridge": "https://news.example/Bridge",
    "http://news.example:8080": "http://news.example:8080/",
    " https://news.example/a ": "https://news.example/a",
    "https://news.example/?id=é": "https://news.example/",
    "https://[2001:DB8::1]/a": "https://[2001:db8::1]/a",
}


@pytest.mark.parametrize(("address", "wanted"), (STRIPPED | HERE_ONLY).items())
def test_what_tells_on_the_reader_goes(address: str, wanted: str) -> None:
    assert public_address(address) == wanted
    assert public_address(wanted) == wanted


def test_the_cases_are_the_extensions() -> None:
    rows = re.findall(r'\["(\S+)", "(\S+)"\]', TYPESCRIPT.read_text(encoding="utf-8"))
    assert len(rows) == len(STRIPPED) - 1  # one is made with repeat
    assert dict(rows).items() <= STRIPPED.items()


@pytest.mark.parametrize("address", ["", "news.example", "ftp://news.example/", "https:///a", "http://a:b/"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - that is what it says
        public_address(address)
