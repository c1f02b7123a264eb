"""The two forms of the front page: what a reader typed, kept as typed, and what is wrong with it.

Faults are keys; the words for them stand in templates/_words.html.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from server.core.model import MAX_TEXT, MAX_TITLE, Article
from server.web.schemas import MAX_URL


@dataclass(frozen=True, slots=True)
class CheckForm:
    """What was typed. ``faults`` names a key for each field (``url``, ``title``, ``text``) that is wrong."""

    url: str = ""
    title: str = ""
    text: str = ""
    by_address: bool = False
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The address to fetch; readers leave out ``https://``."""
        return self.url if "://" in self.url else f"https://{self.url}"

    def article(self) -> Article:
        """Return what was pasted. Links, author and the like were not on the clipboard: not known."""
        return Article(title=self.title, text=self.text)


def read_form(sent: Mapping[str, str]) -> CheckForm:
    """Read either form; the one with a ``url`` field asks for an address."""
    if "url" in sent:
        return _by_address(sent["url"].strip())
    return _by_words(_pasted(sent.get("title", "")).strip(), _pasted(sent.get("text", "")))


def _pasted(value: str) -> str:
    """Undo the line ends that browsers put into forms, and drop the one character no article may hold."""
    return value.replace("\r\n", "\n").replace("\0", "")


def _by_address(url: str) -> CheckForm:
    form = CheckForm(url=url, by_address=True)
    if not url:
        return CheckForm(by_address=True, faults={"url": "url_missing"})
    if len(url) > MAX_URL:
        return CheckForm(url=url, by_address=True, faults={"url": "url_long"})
    if not _is_web_address(form.address):
        return CheckForm(url=url, by_address=True, faults={"url": "url_shape"})
    return form


def _by_words(title: str, text: str) -> CheckForm:
    faults: dict[str, str] = {}
    if len(title) > MAX_TITLE:
        faults["title"] = "title_long"
    if not text.strip():
        faults["text"] = "text_missing"
    elif len(text) > MAX_TEXT:
        faults["text"] = "text_long"
    return CheckForm(title=title, text=text, faults=faults)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    plain = not any(char.isspace() or ord(char) < 32 for char in url)
    return plain and parts.scheme.lower() in {"http", "https"} and ("." in host or ":" in host)
