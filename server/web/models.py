"""What all models of the wire format have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Request(BaseModel):
    """What a client sends."""

    # Errors are shown and logged; what readers send must not be.
    model_config = ConfigDict(strict=True, frozen=True, hide_input_in_errors=True)


class Response(BaseModel):
    """What a client is sent."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)
