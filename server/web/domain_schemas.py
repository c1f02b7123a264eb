"""The wire format of a domain's record."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from server.core.model import Level
from server.web.models import Response
from server.web.source_schemas import Counts, Decision, Listing

Interval = tuple[float, float]


class LevelShare(Response):
    """A level's share of the scored articles, from 0 to 1."""

    share: float = Field(ge=0, le=1)
    interval: Interval = Field(description="95 % interval (Wilson).")


class Shares(Response):
    """Each level's share of the scored articles."""

    strong: LevelShare
    mixed: LevelShare
    weak: LevelShare


class Month(Response):
    """What was verified in a month."""

    month: str = Field(pattern=r"^\d{4}-\d{2}$")
    strong: int = Field(ge=0)
    mixed: int = Field(ge=0)
    weak: int = Field(ge=0)
    unscored: int = Field(ge=0)
    mean_score: float | None = Field(ge=0, le=100, description="null where no article has a score.")


class UnusualSignal(Response):
    """A signal that is a concern clearly more often, or less often, than on other domains' articles."""

    id: str
    name: str
    concern: int = Field(ge=0, description="Articles of this domain on which it is a concern.")
    told: int = Field(ge=0, description="Articles of this domain on which it could be told.")
    share: float = Field(ge=0, le=1, description="The first of the second.")
    average: float = Field(ge=0, le=1, description="The same share of all other domains' articles.")
    others: int = Field(ge=0, description="Articles of all other domains on which it could be told.")
    interval: Interval = Field(
        description="99.9 % interval of `share` less `average` (Newcombe); it leaves out 0."
    )
    help: str = Field(description="The signal's page, relative to this service.")


class Sample(Response):
    """A verified article."""

    title: str
    url: str
    level: Level
    score: int | None = Field(ge=0, le=100)
    published: str | None = Field(description="As the page says.")
    verified: datetime = Field(description="In UTC.")


class Samples(Response):
    """A few of the verified articles."""

    weakest: list[Sample]
    strongest: list[Sample]
    newest: list[Sample]


class Reply(Response):
    """What the publisher says, who proved control of the domain."""

    speaker: str = Field(description="As they call themselves.")
    text: str
    received: datetime = Field(description="In UTC.")


class Verified(Counts):
    """The articles that the service fetched itself and assessed."""

    unscored: int = Field(ge=0)
    shares: Shares | None = Field(description="null where fewer than 5 articles have a score.")
    months: list[Month] = Field(description="By when they were verified; the latest 24 months that have any.")
    signals: list[UnusualSignal] = Field(description="What sets the domain apart, more often first.")
    samples: Samples


class DomainRecord(Response):
    """What is known of a domain. It never enters an article's score."""

    domain: str = Field(description="Registrable, by the public suffix list.")
    record: Verified | None = Field(description="null where no article was verified.")
    decision: Decision | None = Field(description="The moderators' decision; null where none stands.")
    listed: list[Listing] = Field(description="Lists that name the domain, or parts of it.")
    replies: list[Reply] = Field(description="The publisher's, latest first.")
    reports: int = Field(ge=0, description="Reports from readers. Anybody can send one.")
    page: str = Field(description="The same for readers, relative to this service.")
