"""The wire format of look-ups by prefix."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from server.services.lookups import MOST_PREFIXES
from server.web.models import Request, Response
from server.web.schemas import HEX, Assessment


def _whole(value: object) -> object:
    """JSON knows no difference between 5 and 5.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Bits = Annotated[int, Field(ge=0, le=256), BeforeValidator(_whole)]
Prefix = Annotated[str, StringConstraints(max_length=64, pattern=HEX)]


class LookupRequest(Request):
    """Which parts of the known are asked for, by prefixes of content ids."""

    prefixes: list[Prefix] = Field(
        min_length=1, max_length=MOST_PREFIXES, description="The first digits of content ids."
    )
    bits: Bits | None = Field(
        None,
        description="How many bits of each prefix count, where that is no whole number of digits.",
    )


class LookupRules(Response):
    """How to ask by prefix at present."""

    prefix_bits: int = Field(
        ge=0, le=256, description="Bits of a prefix, so that every bucket holds several."
    )
    most_prefixes: int = Field(ge=1, description="Prefixes in one question, those asked as decoys included.")


class LookupAnswer(LookupRules):
    """Everything known under the prefixes asked for."""

    assessments: dict[str, list[Assessment]] = Field(
        description="By the bits that counted, as hexadecimal digits with zeros for the rest of the last one."
    )
