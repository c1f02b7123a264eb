"""The wire format of what is known of a source, as it stands beside an article's score."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from server.web.models import Response


class Listing(Response):
    """That a list kept by others names the domain, or the part of it that the page is on."""

    list: str = Field(description="The list's id.")
    name: str = Field(description="The list's name.")
    domain: str = Field(description="What the list names.")
    category: str = Field(description="The list's own word; empty where it gives none.")
    score: float | None = Field(description="The list's own score; null where it gives none.")
    source: str = Field(description="Where the list comes from: an address or a citation.")
    licence: str
    as_of: date = Field(description="The date of what the list says.")


class Decision(Response):
    """The moderators' decision that stands, by their role and never by name."""

    outcome: str = Field(
        description="`concern_confirmed`, `cleared`, `satire`, `watch` or `not_news`; more may come."
    )
    label: str = Field(description="The outcome in words.")
    summary: str = Field(description="What the outcome means.")
    reason: str = Field(description="Why, as the moderator wrote it.")
    made: datetime = Field(description="In UTC.")
    role: str = Field(description="Whose decision it was: `moderator` or `administrator`.")
    review_on: date | None = Field(description="When it is to be looked at again; null where nobody said.")
    overturns: bool = Field(description="Whether it took the place of one that said otherwise.")


class Counts(Response):
    """How many of the domain's articles that the service verified itself are of each level."""

    verified: int = Field(ge=0, description="All of them.")
    scored: int = Field(ge=0, description="Those with a score; shares are of these.")
    strong: int = Field(ge=0)
    mixed: int = Field(ge=0)
    weak: int = Field(ge=0)
    since: datetime = Field(description="When the first was verified, in UTC.")
    until: datetime = Field(description="When the last was verified, in UTC.")


class SourceRecord(Counts):
    """The domain's verified articles in short."""

    weak_share: float | None = Field(
        ge=0, le=1, description="Of the scored ones; null where fewer than 5 are."
    )
    weak_interval: tuple[float, float] | None = Field(description="95 % interval of `weak_share` (Wilson).")


class Source(Response):
    """What is known of where the article stands, laid beside its score; it never changes it."""

    domain: str | None = Field(description="Host of `url` without `www.`, or null.")
    listed: list[Listing] = Field(description="Lists that name the domain.")
    record: SourceRecord | None = Field(description="The domain's verified articles; null where none are.")
    decision: Decision | None = Field(description="The moderators' decision; null where none stands.")
    replies: int = Field(ge=0, description="Replies of the publisher, shown on `page`.")
    page: str | None = Field(
        description="The domain's public page, relative to this service; null where nothing is known."
    )
