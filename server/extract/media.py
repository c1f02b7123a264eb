"""Pictures, recordings and players that belong to the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from bs4 import BeautifulSoup, Tag

from server.core.model import Media
from server.extract.document import absolute, attribute, base_of, meta
from server.extract.jsonld import JsonObject, is_article, text_value, types

Kind = Literal["video", "audio", "image", "embed"]

_PLAYER_HOST = re.compile(
    r"//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|rumble\.com|facebook\.com"
    r"|twitter\.com|x\.com|tiktok\.com|instagram\.com|jwplatform\.com|jwplayer\.com|brightcove\.(?:net|com)"
    r"|soundcloud\.com|spotify\.com|documentcloud\.org|scribd\.com|c-span\.org|streamable\.com|kaltura\.com"
    r"|megaphone\.fm|acast\.com|podcasts\.apple\.com)/",
    re.IGNORECASE,
)
_PLAYER_PATH = re.compile(r"/(?:embed|player|iframe|video|viewer)s?(?:[/.?]|$)", re.IGNORECASE)
_POST_CLASS = re.compile(
    r"^(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-video|fb-post|reddit-embed)"
)
_NOT_A_PICTURE = re.compile(r"logo|avatar|icon|sprite|pixel|spacer|badge|gravatar|1x1", re.IGNORECASE)
_SMALLEST = 60  # pixels
_ELEMENTS: dict[str, Kind] = {
    "video": "video",
    "amp-video": "video",
    "amp-youtube": "embed",
    "amp-vimeo": "embed",
    "amp-brightcove": "embed",
    "amp-jwplayer": "embed",
    "audio": "audio",
    "amp-audio": "audio",
    "iframe": "embed",
    "embed": "embed",
    "object": "embed",
    "blockquote": "embed",
    "div": "embed",
    "img": "image",
    "amp-img": "image",
}


def article_media(
    page: BeautifulSoup, blocks: list[Tag], data: list[JsonObject], url: str | None
) -> tuple[Media, ...]:
    """Return the media around ``blocks``, and the videos that the page's data states; each once."""
    base = base_of(page, url)
    found: dict[Media, None] = {}
    for element in _container(page, blocks).find_all(list(_ELEMENTS)):
        kind = _ELEMENTS[element.name]
        src = _source(element)
        address = absolute(src, base) if src else ""
        if _counts(element, address):
            found[Media(kind, address)] = None
    for address in _stated_videos(page, data):
        found[Media("video", absolute(address, base))] = None
    return tuple(found)


def _container(page: BeautifulSoup, blocks: list[Tag]) -> Tag:
    """Return the innermost element that holds most of the article, or its ``<article>`` or ``<main>``."""
    holders: dict[int, tuple[int, Tag]] = {}
    for block in blocks:
        for parent in block.parents:
            count, _ = holders.get(id(parent), (0, parent))
            holders[id(parent)] = (count + 1, parent)
    wide = [tag for count, tag in holders.values() if count >= 0.8 * len(blocks)]
    innermost = max(wide, key=lambda tag: sum(1 for _ in tag.parents), default=page)
    return innermost.find_parent(["article", "main"]) or innermost


def _source(element: Tag) -> str:
    for name in ("src", "data-src", "data-lazy-src", "data", "cite"):
        if value := attribute(element, name):
            return value
    if video := attribute(element, "data-videoid"):
        return f"https://www.youtube.com/embed/{video}"
    inner = element.find("source")
    return attribute(inner, "src") if isinstance(inner, Tag) else ""


def _counts(element: Tag, address: str) -> bool:
    if element.name in ("iframe", "embed", "object"):
        return bool(_PLAYER_HOST.search(address) or _PLAYER_PATH.search(address))
    if element.name in ("blockquote", "div"):
        return any(_POST_CLASS.match(name) for name in attribute(element, "class").split())
    if element.name in ("img", "amp-img"):
        marks = " ".join([address, attribute(element, "class"), attribute(element, "alt")])
        sides = [attribute(element, side).removesuffix("px") for side in ("width", "height")]
        small = any(side.isdecimal() and int(side) < _SMALLEST for side in sides)
        return bool(address) and not small and not _NOT_A_PICTURE.search(marks)
    return True


def _stated_videos(page: BeautifulSoup, data: Iterable[JsonObject]) -> Iterator[str]:
    for item in data:
        if "VideoObject" in types(item):
            address = text_value(item.get("contentUrl")) or text_value(item.get("embedUrl"))
            yield address or text_value(item.get("url"))
        elif is_article(item) and isinstance(item.get("video"), str):
            yield item["video"]
    social = meta(page, "og:video:url", "og:video:secure_url", "og:video")
    if social:
        yield social
