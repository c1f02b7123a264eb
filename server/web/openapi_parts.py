"""What the operations of the OpenAPI document are put together from."""

from __future__ import annotations

from typing import Any

from openapi_pydantic import Header, MediaType, Parameter, Reference, Response, Schema
from openapi_pydantic.util import PydanticSchema
from pydantic import BaseModel

from server.web import problems, schemas


def content_id() -> Parameter:
    """Return the parameter that names an assessment."""
    return Parameter.model_validate(
        {
            "name": "content_id",
            "in": "path",
            "required": True,
            "description": "An assessment's `id`: 64 hexadecimal digits.",
            "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        }
    )


def page() -> Parameter:
    """Return the parameter for lists in pages."""
    return Parameter.model_validate(
        {
            "name": "page",
            "in": "query",
            "description": "Which page, from 1 on; the first where none is given.",
            "schema": {"type": "integer", "minimum": 1, "maximum": 999_999_999},
        }
    )


def language() -> Parameter:
    """Return the parameter for words in the reader's language."""
    return Parameter.model_validate(
        {
            "name": "Accept-Language",
            "in": "header",
            "description": "The language for titles and summaries; English where there are no words for it.",
            "schema": {"type": "string"},
            "example": "en",
        }
    )


def answer(
    description: str, model: type[BaseModel], *, cacheable: bool = False, example: Any = None
) -> Response:
    """Return a response in JSON that is a ``model``."""
    media = MediaType(media_type_schema=schema(model))
    if example is not None:
        media.example = example
    response = Response(description=description, content={"application/json": media})
    if cacheable:
        response.headers = {"ETag": etag()}
    return response


def problem(description: str, headers: dict[str, Header | Reference] | None = None) -> Response:
    """Return a response that is a problem."""
    response = Response(
        description=description,
        content={problems.MEDIA_TYPE: MediaType(media_type_schema=schema(schemas.Problem))},
    )
    if headers is not None:
        response.headers = headers
    return response


def etag() -> Header:
    """Return the header that spares who has the answer already."""
    return Header(
        description="Send it as If-None-Match to learn whether anything changed.",
        param_schema=Schema(type="string"),
    )


def schema(model: type[BaseModel]) -> PydanticSchema[BaseModel]:
    """Return the schema of ``model``."""
    return PydanticSchema(schema_class=model)
