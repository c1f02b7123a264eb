"""The wire format of readers' reports."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from server.services.reporting import Kind
from server.signals import SIGNALS
from server.web.models import Request, Response
from server.web.schemas import HEX, NO_NUL

MAX_NOTE = 2_000

_SIGNALS = [signal.id for signal in SIGNALS]
# What JSON Schema and Python both mean by a blank, unlike \s.
_BLANK = " \t\r\n"
# What a kind can't do without: the field, and what more must hold of it.
_NEEDS: dict[str, tuple[str, dict[str, Any]]] = {
    "wrong_signal": ("signal", {"type": "string"}),
    "other": ("note", {"type": "string", "pattern": f"[^{_BLANK}]"}),
}


def _registered(signal: str) -> str:
    if signal not in _SIGNALS:
        raise PydanticCustomError("unknown_signal", "must be the id of a signal of the register")
    return signal


ContentId = Annotated[str, StringConstraints(min_length=64, max_length=64, pattern=HEX)]
SignalId = Annotated[str, AfterValidator(_registered), Field(json_schema_extra={"enum": list(_SIGNALS)})]
Note = Annotated[str, StringConstraints(max_length=MAX_NOTE, pattern=NO_NUL)]


class ReportRequest(Request):
    """What a reader holds against an assessment."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                {
                    "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                    "then": {"properties": {field: rule}, "required": [field]},
                }
                for kind, (field, rule) in _NEEDS.items()
            ]
        }
    )

    assessment: ContentId = Field(description="The assessment's `id`.")
    kind: Kind = Field(
        description="What is wrong. `wrong_text`: what was read is not the article's text. "
        "`wrong_signal` needs a `signal`, `other` a `note`."
    )
    signal: SignalId | None = Field(None, validate_default=True, description="The signal that is meant.")
    note: Note | None = Field(
        None, validate_default=True, description="Anything to add. Kept as it is, so better without names."
    )

    @field_validator("note")
    @classmethod
    def _trim(cls, note: str | None) -> str | None:
        return (note or "").strip(_BLANK) or None

    @field_validator("signal", "note")
    @classmethod
    def _need(cls, value: str | None, about: ValidationInfo) -> str | None:
        kind = about.data.get("kind", "")
        needed, _ = _NEEDS.get(kind, ("", {}))
        if value is None and needed == about.field_name:
            raise PydanticCustomError("needed", "must be given for {kind}", {"kind": kind})
        return value


class ReportReceipt(Response):
    """That the report is kept."""

    id: str = Field(pattern="^[0-9a-f]{32}$")
    received: datetime = Field(description="In UTC; of the same report within a day, the first one's.")
