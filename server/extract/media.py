"""Pictures, recordings and players that belong to the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Tag

from server.core.model import Media
from server.extract.document import absolute, attribute, base_of, meta
from server.extract.elements import KINDS, POST_CLASS, address_of
from server.extract.jsonld import JsonObject, is_article, text_value, types

_PLAYER_HOST = re.compile(
    r"//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|rumble\.com|facebook\.com"
    r"|twitter\.com|x\.com|tiktok\.com|instagram\.com|jwplatform\.com|jwplayer\.com|brightcove\.(?:net|com)"
    r"|soundcloud\.com|spotify\.com|documentcloud\.org|scribd\.com|c-span\.org|streamable\.com|kaltura\.com"
    r"|megaphone\.fm|acast\.com|podcasts\.apple\.com)/",
    re.IGNORECASE,
)
_PLAYER_PATH = re.compile(r"/(?:embed|player|iframe|video|viewer)s?(?:[/.?]|$)", re.IGNORECASE)
# Social networks offer buttons in frames too.
_BUTTON = re.compile(
    r"/plugins/(?:like|share|follow|page|comments)|(?:tweet|follow)_button|/subscribe_", re.IGNORECASE
)
_NOT_A_PICTURE = re.compile(
    r"(?<![a-z])(?:logos?|avatars?|icons?|favicon|sprites?|pixel|spacer|blank|gravatar)(?![a-z])"
    r"|(?<!\d)1x1\.(?:gif|png)",
    re.IGNORECASE,
)
_SMALLEST = 60  # pixels
_WIDTH = re.compile(r"\d{1,5}(?=(?:\.\d+)?(?:px)?$)")


def article_media(
    page: BeautifulSoup, place: Tag, data: list[JsonObject], url: str | None
) -> tuple[Media, ...]:
    """Return the media in ``place``, and the videos that the page's data states; each once.

    A player whose address only a script knows has an empty ``src``.
    """
    base = base_of(page, url)
    found: dict[Media, None] = {}
    for element in place.find_all(list(KINDS)):
        address = address_of(element, base)
        if _counts(element, address):
            found[Media(KINDS[element.name], address)] = None
    for address in _stated_videos(page, data):
        found[Media("video", absolute(address, base))] = None
    return tuple(found)


def _counts(element: Tag, address: str) -> bool:
    if element.name in ("iframe", "amp-iframe", "embed", "object"):
        known = _PLAYER_HOST.search(address) or _PLAYER_PATH.search(address)
        return bool(known) and not _BUTTON.search(address)
    if element.name in ("blockquote", "div"):
        return any(POST_CLASS.match(name) for name in attribute(element, "class").split())
    if element.name in ("img", "amp-img"):
        marks = " ".join([address, attribute(element, "class"), attribute(element, "alt")])
        return bool(address) and not _is_small(element) and not _NOT_A_PICTURE.search(marks)
    return True


def _is_small(element: Tag) -> bool:
    sides = (_WIDTH.match(attribute(element, side)) for side in ("width", "height"))
    return any(side is not None and int(side[0]) < _SMALLEST for side in sides)


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
