"""The wire format of moderators' decisions."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from pydantic import Field

from server.services.moderating import Decision, DecisionsPage
from server.store.records.case_model import Outcome
from server.store.records.log import Head
from server.store.records.model import Role
from server.web.models import Response

_ID = "^[0-9a-f]{32}$"


class PublicDecision(Response):
    """One decision. Who made it is known by role only."""

    id: str = Field(pattern=_ID)
    domain: str
    made: datetime = Field(description="In UTC.")
    role: Role = Field(description="Of who decided, at that time.")
    outcome: Outcome = Field(description="What stands from here on; `withdrawn` where nothing does.")
    reason: str
    review_on: date | None = Field(description="When moderators look again at the latest, or null.")
    overturns: str | None = Field(description="The decision that stood until then and said otherwise.")
    undoes: str | None = Field(description="The decision that this one takes back.")


class LogHead(Response):
    """The last entry of the audit log: who keeps it can tell later whether anything before it was changed."""

    number: int = Field(ge=1)
    hash: str = Field(pattern="^[0-9a-f]{64}$")


class Decisions(Response):
    """A page of all decisions, newest first."""

    page: int = Field(ge=1, description="The one asked for, or the last one where there are not so many.")
    pages: int = Field(ge=1)
    total: int = Field(ge=0)
    by_outcome: dict[str, int] = Field(description="How often what was decided, without undoing.")
    overturned: int = Field(ge=0)
    undone: int = Field(ge=0)
    log: LogHead | None = Field(description="null while the log is empty.")
    decisions: list[PublicDecision]


def presented(page: DecisionsPage, head: Head | None) -> Decisions:
    """Return the page in the wire's terms."""
    return Decisions(
        page=page.number,
        pages=page.pages,
        total=page.tally.total,
        by_outcome={str(outcome): count for outcome, count in page.tally.by_outcome.items()},
        overturned=page.tally.overturned,
        undone=page.tally.undone,
        log=LogHead(number=head.number, hash=head.hash) if head else None,
        decisions=[_decision(decision) for decision in page.decisions],
    )


def _decision(decision: Decision) -> PublicDecision:
    return PublicDecision(
        id=decision.id.hex,
        domain=decision.domain,
        made=decision.made,
        role=decision.role,
        outcome=decision.outcome,
        reason=decision.reason,
        review_on=decision.review_on,
        overturns=_hex(decision.overturns),
        undoes=_hex(decision.undoes),
    )


def _hex(identity: UUID | None) -> str | None:
    return identity.hex if identity else None
