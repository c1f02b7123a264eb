"""Which elements are media, and where each keeps its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from bs4 import Tag

from server.extract.document import absolute, attribute

Kind = Literal["video", "audio", "image", "embed"]

KINDS: dict[str, Kind] = {
    "video": "video",
    "video-js": "video",
    "amp-video": "video",
    "audio": "audio",
    "amp-audio": "audio",
    "iframe": "embed",
    "amp-iframe": "embed",
    "embed": "embed",
    "object": "embed",
    "blockquote": "embed",
    "div": "embed",
    "amp-youtube": "embed",
    "amp-vimeo": "embed",
    "amp-dailymotion": "embed",
    "amp-brightcove": "embed",
    "amp-jwplayer": "embed",
    "amp-twitter": "embed",
    "amp-facebook": "embed",
    "amp-instagram": "embed",
    "amp-tiktok": "embed",
    "lite-youtube": "embed",
    "lite-vimeo": "embed",
    "img": "image",
    "amp-img": "image",
}
# Posts of social networks, and players that a script fills in.
POST_CLASS = re.compile(
    r"^(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:video|post)|reddit-embed|jwplayer|jw-video"
    r"|brightcove-player)"
)
# Pages that load media late keep the address elsewhere, and in ``src`` a blank picture.
_ATTRIBUTES = (
    "src",
    "data-src",
    "data-lazy-src",
    "data-original",
    "data",
    "cite",
    "data-href",
    "data-instgrm-permalink",
)
_BY_NUMBER = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/embed/"),
    "lite-youtube": ("videoid", "https://www.youtube.com/embed/"),
    "amp-vimeo": ("data-videoid", "https://player.vimeo.com/video/"),
    "lite-vimeo": ("videoid", "https://player.vimeo.com/video/"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/embed/video/"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/"),
}


def address_of(element: Tag, base: str) -> str:
    """Return the absolute address of what ``element`` shows; empty where the page does not tell."""
    return next((address for value in _values(element) if (address := absolute(value, base))), "")


def _values(element: Tag) -> Iterator[str]:
    yield from filter(None, (attribute(element, name) for name in _ATTRIBUTES))
    if element.name in _BY_NUMBER:
        name, prefix = _BY_NUMBER[element.name]
        if number := attribute(element, name):
            yield prefix + number
    for name in ("srcset", "data-srcset"):
        yield from attribute(element, name).split()[:1]
    if KINDS[element.name] in ("video", "audio"):
        for source in element.find_all("source", limit=5):
            yield from filter(None, (attribute(source, "src"), attribute(source, "data-src")))
    if element.name == "blockquote":
        # A post's last link is its own.
        yield from (attribute(anchor, "href") for anchor in element.find_all("a", href=True)[-1:])
