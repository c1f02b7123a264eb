"""The wire format. These models check requests, shape responses and are the OpenAPI document's schemas.

docs/wire-format.md explains the format. In requests ``None`` is *not known*
and an empty list *looked, none there*; fields nobody knows are passed over.
Sizes of strings count Unicode code points.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, StringConstraints, ValidationError

from server.core import model
from server.core.model import MAX_TEXT, MAX_TITLE, Level, Status, Target, Unscored
from server.web.models import Request, Response
from server.web.source_schemas import Source

MAX_URL = 4_096
MAX_LINKS = 2_000
MAX_LINK_TEXT = 1_000
MAX_MEDIA = 500
MAX_AUTHORS = 100
MAX_AUTHOR = 200
MAX_DATE = 64
MAX_LANG = 35
MAX_PUBLISHER_ENTRIES = 30
MAX_PUBLISHER_KEY = 100
MAX_PUBLISHER_VALUE = 4_096
# A client that sends 2,000 bad links learns enough from the first few.
MAX_ERRORS = 20

Item = TypeVar("Item")
Made = TypeVar("Made")

# U+0000 is forbidden: databases and C libraries cut strings there.
NO_NUL = r"^[^\x00]*$"
# White space by name: what \s means differs between Python, Rust and JSON Schema.
_SPACE = r"\x00-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_WEB_ADDRESS = rf"^[Hh][Tt][Tt][Pp][Ss]?://[^{_SPACE}/?#][^{_SPACE}]*$"
HEX = r"^[0-9a-f]*$"
_RULES = {
    HEX: "must be lower-case hexadecimal digits",
    NO_NUL: "must not contain the character U+0000",
    _WEB_ADDRESS: "must be an absolute http or https address",
}


Title = Annotated[str, StringConstraints(max_length=MAX_TITLE, pattern=NO_NUL)]
Body = Annotated[str, StringConstraints(max_length=MAX_TEXT, pattern=NO_NUL)]
WebAddress = Annotated[str, StringConstraints(max_length=MAX_URL, pattern=_WEB_ADDRESS)]
Address = Annotated[str, StringConstraints(max_length=MAX_URL, pattern=NO_NUL)]
LinkText = Annotated[str, StringConstraints(max_length=MAX_LINK_TEXT, pattern=NO_NUL)]
Author = Annotated[str, StringConstraints(max_length=MAX_AUTHOR, pattern=NO_NUL)]
Date = Annotated[str, StringConstraints(max_length=MAX_DATE, pattern=NO_NUL)]
Language = Annotated[str, StringConstraints(max_length=MAX_LANG, pattern=NO_NUL)]
PublisherKey = Annotated[str, StringConstraints(max_length=MAX_PUBLISHER_KEY, pattern=NO_NUL)]
PublisherValue = Annotated[str, StringConstraints(max_length=MAX_PUBLISHER_VALUE, pattern=NO_NUL)]

Publisher = Annotated[
    dict[PublisherKey, PublisherValue],
    # Pydantic writes the rule for keys as patternProperties, which alone would let other keys pass.
    Field(max_length=MAX_PUBLISHER_ENTRIES, json_schema_extra={"additionalProperties": False}),
]


class Link(Request):
    """A link in the article's own text."""

    href: Address = Field(description="Absolute address.")
    text: LinkText = Field("", description="The words that are linked.")


class Media(Request):
    """A picture, recording or embedded player that belongs to the article."""

    kind: Literal["video", "audio", "image", "embed"]
    src: Address = Field(description="Absolute address.")


class AssessmentRequest(Request):
    """An article to assess. Absent or null is *not known*, empty is *looked, none there*."""

    title: Title = Field(description="The headline as readers see it.")
    text: Body = Field(description="The article's paragraphs, separated by blank lines. May be empty.")
    url: WebAddress | None = Field(None, description="Where it was read; kept if the service finds it there.")
    links: list[Link] | None = Field(None, max_length=MAX_LINKS)
    media: list[Media] | None = Field(None, max_length=MAX_MEDIA)
    authors: list[Author] | None = Field(None, max_length=MAX_AUTHORS, description="Names as printed.")
    published: Date | None = Field(None, description="As the page gives it, best as ISO 8601.")
    modified: Date | None = Field(None, description="As the page gives it, best as ISO 8601.")
    lang: Language | None = Field(None, description="The language the page declares (BCP 47).")
    publisher: Publisher | None = Field(
        None, description="What the page's metadata says of its publisher, such as `correctionsPolicy`."
    )

    def to_article(self) -> model.Article:
        """Return the same article in the engine's terms."""
        return model.Article(
            title=self.title,
            text=self.text,
            url=self.url,
            links=_tuple(self.links, lambda link: model.Link(link.href, link.text)),
            media=_tuple(self.media, lambda media: model.Media(media.kind, media.src)),
            authors=_tuple(self.authors, str),
            published=self.published,
            modified=self.modified,
            lang=self.lang,
            publisher=self.publisher,
        )


class Badge(Response):
    """What a reader sees first."""

    level: Level
    score: int | None = Field(ge=0, le=100, description="null when unscored.")
    label: str = Field(description="The level in words.")
    summary: str = Field(description="What the level means, or why there is no score.")
    color: str = Field(pattern="^#[0-9a-f]{6}$", description="At least 4.5:1 against white.")
    symbol: str = Field(description="Tells the levels apart without colour.")


class Coverage(Response):
    """How many of the scored signals could be checked."""

    checked: int = Field(ge=0)
    of: int = Field(ge=0)


class Evidence(Response):
    """A W3C text quote selector with its position selector.

    `start` and `end` count Unicode code points of the title or text as it
    was sent; `exact` is what stands between them.
    """

    target: Target
    exact: str
    prefix: str
    suffix: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class TrackRecord(Response):
    """On which share of articles the signal fires (0 to 1): of low credibility, and of the credible."""

    low: float = Field(ge=0, le=1)
    credible: float = Field(ge=0, le=1)
    low_interval: tuple[float, float] = Field(description="95 % interval (Wilson).")
    credible_interval: tuple[float, float] = Field(description="95 % interval (Wilson).")
    n: tuple[int, int] = Field(description="Articles of each kind that were measured.")


class Signal(Response):
    """One signal's answer on this article, in words, points and quotations."""

    id: str
    version: int = Field(ge=1)
    status: Status
    strength: float | None = Field(ge=0, le=1, description="null unless the status is concern or pass.")
    points: int = Field(description="Added to `base`; negative for a concern.")
    title: str
    summary: str
    limits: str = Field(description="What the signal can't tell.")
    evidence: list[Evidence]
    measured: dict[str, int | float | str]
    track_record: TrackRecord | None = Field(description="null where nothing could be measured.")
    help: str = Field(description="The signal's page, relative to this service.")


class Assessment(Response):
    """The result for one article: `base` plus every signal's `points` is the score."""

    id: str = Field(pattern="^[0-9a-f]{64}$", description="The content id.")
    ruleset: str = Field(description="Version of signals, phrase lists and points.")
    cached: bool = Field(description="Whether the result was known already.")
    badge: Badge
    unscored_reason: Unscored | None
    base: int
    coverage: Coverage
    signals: list[Signal]
    source: Source


class RegisterEntry(Response):
    """One signal of the register."""

    id: str
    name: str
    version: int = Field(ge=1)
    group: str | None = Field(
        description="Signals of a group share a limit; null for one that is not scored."
    )
    most_lost: int = Field(ge=0, description="Points lost when the concern shows as strongly as it can.")
    most_earned: int = Field(ge=0, description="Points earned when it does not show at all.")
    because: str | None = Field(description="Where the points come from.")
    limits: str = Field(description="What the signal can't tell.")
    track_record: TrackRecord | None = Field(description="null where nothing could be measured.")
    help: str = Field(description="The signal's page, relative to this service.")


class Register(Response):
    """Every signal, in the order in which assessments list them."""

    ruleset: str
    base: int
    strong: int = Field(description="Scores of this and more are strong, given `strong_sourcing`.")
    strong_sourcing: int = Field(description="Points for sourcing without which no score is strong.")
    weak: int = Field(description="Scores below this are weak.")
    signals: list[RegisterEntry]


class FieldError(Response):
    """What is wrong with one field of the request."""

    field: str = Field(description="Path in the request, such as `links.3.href`; empty for the whole.")
    message: str


class Problem(Response):
    """A problem by RFC 9457."""

    type: Literal["about:blank"]
    title: str = Field(description="The status in words.")
    status: int = Field(ge=400, le=599)
    detail: str = Field(description="What went wrong and how to mend it.")
    errors: list[FieldError] = Field(
        description="Field by field, the first few; empty unless the fields are at fault."
    )


class Health(Response):
    """The process answers."""

    status: Literal["ok"]
    version: str
    ruleset: str


class Readiness(Response):
    """The service can assess articles; it does so without its cache, only more slowly."""

    status: Literal["ready"]
    cache: dict[str, str | int] = Field(
        description="`kind`: redis or memory. `state`: ok, down, or no writes, when Redis takes none."
    )


def field_errors(error: ValidationError) -> list[FieldError]:
    """Return the first :data:`MAX_ERRORS` faults that pydantic found, without repeating what was sent."""
    return [
        FieldError(field=_path(fault["loc"]), message=_message(fault))
        for fault in error.errors(include_url=False, include_input=False)[:MAX_ERRORS]
    ]


def _path(location: tuple[int | str, ...]) -> str:
    """Join ``("links", 3, "href")`` to ``links.3.href``."""
    return ".".join(str(step) for step in location if step != "[key]")


def _message(fault: Mapping[str, Any]) -> str:
    if fault["type"] == "string_pattern_mismatch":
        return _RULES[fault["ctx"]["pattern"]]
    if fault["type"] == "string_unicode":
        return "must not contain half of a surrogate pair (U+D800 to U+DFFF)"
    if fault["type"] == "model_type":
        return "must be an object"
    message: str = fault["msg"]
    return message[:1].lower() + message[1:]


def _tuple(items: list[Item] | None, make: Callable[[Item], Made]) -> tuple[Made, ...] | None:
    return None if items is None else tuple(map(make, items))
