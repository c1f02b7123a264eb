"""Something to see or hear is promised, and the page does not have it.

What it looks at
----------------
Promises of videos, photos, audio and documents: tags in the headline, such as
“(VIDEO)”, and words in the text, such as “captured on video” or “see the
clip”. They are held against the page's players, pictures and links. A player,
a link to a video host or a web address in the text keeps the promise.

Why it matters
--------------
“There is a video of it” is a claim of evidence. A reader who can't look at
the evidence is asked to believe instead.

What it cannot tell
-------------------
Whether the video shows what the article says. Where the page's links and
players are not known, as with pasted text, the promise may be kept after all,
and the concern weighs less.

How it can be gamed
-------------------
By embedding any video at all: the page's player keeps the promise whatever it
plays.

References
----------
- [CredWeb signals](https://credweb.org/signals/) `686014f0` video embeds, `4c0e31e7` title overstates
- Zhang et al. 2018, [A Structured Response to Misinformation](https://doi.org/10.1145/3184558.3188731)
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from server.core.identity import site as host_of
from server.core.measure import combine
from server.core.model import Finding, Link, Media, Span, Status
from server.core.signal import Signal
from server.core.text import Text
from server.signals.lexicons import media as words

VIDEO_HOSTS = frozenset(
    """youtube.com youtu.be youtube-nocookie.com vimeo.com dailymotion.com dai.ly rumble.com bitchute.com
    odysee.com twitch.tv tiktok.com twitter.com x.com facebook.com fb.watch instagram.com t.me telegram.me
    c-span.org streamable.com brightcove.net players.brightcove.net jwplatform.com truthsocial.com""".split()
)
_DOCUMENT_ENDINGS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv")
# (words in the headline, words in the text, kinds of media that keep the promise)
_PROMISES = (
    (words.TITLE_VIDEO, words.BODY_VIDEO, {"video", "embed"}),
    (words.TITLE_PHOTOS, words.BODY_PHOTOS, {"image", "embed", "video"}),
    (words.TITLE_AUDIO, words.BODY_AUDIO, {"audio", "video", "embed"}),
    (None, words.BODY_DOCUMENTS, {"embed", "image"}),
)
_IN_HEADLINE, _IN_TEXT = 0.8, 0.4
_IF_UNKNOWN = 0.7  # of the strength, when links and players are not known


def evaluate(
    *, title: Text, body: Text, links: Sequence[Link] | None, media: Sequence[Media] | None
) -> Finding:
    """Hold each promise against what the page has."""
    broken: list[tuple[float, Span]] = []
    promises = 0
    for in_title, in_body, kinds in _PROMISES:
        in_headline, in_text = title.hits(in_title) if in_title else (), body.hits(in_body)
        promises += len(in_headline) + len(in_text)
        if (in_headline or in_text) and not _kept(kinds, links, media):
            broken += [(_IN_HEADLINE, span) for span in title.spans(in_headline)]
            broken += [(_IN_TEXT, span) for span in body.spans(in_text)]
    if not promises:
        return Finding(Status.NOT_APPLICABLE, "not_applicable")
    measured = {"promises": promises, "kept": promises - len(broken)}
    if not broken or "http" in body.folded:
        return Finding(Status.PASS, "pass", 0.0, measured)
    known = links is not None and media is not None
    strength = combine(weight for weight, _ in broken) * (1 if known else _IF_UNKNOWN)
    message = "concern" if known else "concern_unknown"
    return Finding(Status.CONCERN, message, round(strength, 3), measured, tuple(span for _, span in broken))


def _kept(kinds: Collection[str], links: Sequence[Link] | None, media: Sequence[Media] | None) -> bool:
    """Tell whether a player, picture or link could be what was promised."""
    if any(item.kind in kinds for item in media or ()):
        return True
    return any(
        _on_video_host(link.href) or link.href.lower().endswith(_DOCUMENT_ENDINGS) for link in links or ()
    )


def _on_video_host(href: str) -> bool:
    """Tell whether ``href`` leads to a video host or one of its subdomains."""
    host = host_of(href) or ""
    return any(host == known or host.endswith(f".{known}") for known in VIDEO_HOSTS)


SIGNAL = Signal(
    __name__,
    __doc__,
    1,
    evaluate,
    needs=("title", "body"),
    uses=("links", "media"),
    phrases=tuple(phrases for promise in _PROMISES for phrases in promise[:2] if phrases),
)
