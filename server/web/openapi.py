"""The OpenAPI 3.1 document, made from the models that check requests and shape responses."""

from __future__ import annotations

from functools import cache
from typing import Any

from openapi_pydantic import (
    Header,
    Info,
    License,
    MediaType,
    OpenAPI,
    Operation,
    Parameter,
    PathItem,
    RequestBody,
    Response,
    Schema,
)
from openapi_pydantic.util import PydanticSchema, construct_open_api_with_schema_class
from pydantic import BaseModel

from server import __version__
from server.web import (
    decision_schemas,
    domain_schemas,
    examples,
    lookup_schemas,
    problems,
    report_schemas,
    schemas,
)

_DESCRIPTION = """\
Touchstone looks for signs of good and poor sourcing in a news article, explains each with the words on the
page and adds them up in the open: `base` plus every signal's `points` is the score. It describes the page; it
does not say whether a story is true.

The API needs no key and sets no cookies. Any web page or extension may call it. Errors are problems by
RFC 9457.
"""


@cache
def document() -> dict[str, Any]:
    """Return the document as JSON values. Shared between callers: not to be changed."""
    described = OpenAPI(
        openapi="3.1.1",
        info=Info(
            title="Touchstone",
            version=__version__,
            description=_DESCRIPTION,
            license=License(name="MIT", identifier="MIT"),
        ),
        paths={
            "/v1/assessments": PathItem(post=_assess()),
            "/v1/assessments/{content_id}": PathItem(get=_look_up()),
            "/v1/lookups": PathItem(get=_lookup_rules(), post=_look_up_by_prefix()),
            "/v1/domains/{domain}": PathItem(get=_domain()),
            "/v1/reports": PathItem(post=_report()),
            "/v1/decisions": PathItem(get=_decisions()),
            "/v1/signals": PathItem(get=_signals()),
            "/badge/{content_id}.svg": PathItem(get=_badge()),
            "/healthz": PathItem(get=_probe("alive", "Is the process alive?", schemas.Health)),
            "/readyz": PathItem(get=_probe("ready", "Is the service ready?", schemas.Readiness)),
        },
    )
    complete = construct_open_api_with_schema_class(described)
    return complete.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _assess() -> Operation:
    return Operation(
        operationId="assess",
        tags=["Assessments"],
        summary="Assess an article",
        description="The same article under the same ruleset always gets the same assessment; `cached` says "
        "whether it was known already. An article that can't be scored is no error: its level is `unscored` "
        "and `unscored_reason` says why.",
        parameters=[_language()],
        requestBody=RequestBody(
            required=True,
            content={
                "application/json": MediaType(
                    media_type_schema=_schema(schemas.AssessmentRequest), example=examples.REQUEST
                )
            },
        ),
        responses={
            "200": _json("The assessment.", schemas.Assessment, example=examples.response()),
            "400": _problem("The body is not JSON, or fields are not as they should be and are named."),
            "413": _problem("The body is larger than the service accepts."),
            "415": _problem("The body is not declared as application/json."),
        },
    )


def _look_up() -> Operation:
    return Operation(
        operationId="lookUp",
        tags=["Assessments"],
        summary="Look up a known assessment",
        description="Finds what was assessed under the present ruleset and is still kept.",
        parameters=[_content_id(), _language()],
        responses={
            "200": _json("The assessment.", schemas.Assessment, cacheable=True),
            "404": _problem("No assessment of that content is known."),
        },
    )


def _lookup_rules() -> Operation:
    return Operation(
        operationId="lookupRules",
        tags=["Look-ups"],
        summary="Learn how long a prefix is at present",
        responses={"200": _json("The rules.", lookup_schemas.LookupRules)},
    )


def _look_up_by_prefix() -> Operation:
    return Operation(
        operationId="lookUpByPrefix",
        tags=["Look-ups"],
        summary="Ask what is known, without saying what is read",
        description="Answers everything that is known under each prefix of a content id. No more bits of it "
        "count than the rules say. Ask for several prefixes, and for the same ones with the same article.",
        parameters=[_language()],
        requestBody=RequestBody(
            required=True,
            content={
                "application/json": MediaType(
                    media_type_schema=_schema(lookup_schemas.LookupRequest), example=examples.LOOKUP
                )
            },
        ),
        responses={
            "200": _json("What is known.", lookup_schemas.LookupAnswer),
            "400": _problem("The body is not JSON, or fields are not as they should be and are named."),
            "413": _problem("The body is larger than the service accepts."),
            "415": _problem("The body is not declared as application/json."),
        },
    )


def _domain() -> Operation:
    return Operation(
        operationId="domain",
        tags=["Domains"],
        summary="Learn what is known of a domain",
        description="Made of articles that the service fetched itself, of lists that others keep, of the "
        "moderators' decision and of the publisher's replies. A part of a domain is answered as the whole of "
        "it. Nothing of this enters an article's score.",
        parameters=[
            Parameter.model_validate(
                {
                    "name": "domain",
                    "in": "path",
                    "required": True,
                    "description": "A domain; its letters may be of any language.",
                    "schema": {"type": "string", "minLength": 1, "maxLength": 253},
                    "example": "example.org",
                }
            ),
            _language(),
        ],
        responses={
            "200": _json("The record.", domain_schemas.DomainRecord, cacheable=True),
            "404": _problem("Nothing is known of this domain, which says nothing about it."),
            "422": _problem("This is no domain that somebody could have registered."),
            "503": _problem("The records can't be read just now."),
        },
    )


def _report() -> Operation:
    receipt = report_schemas.ReportReceipt
    return Operation(
        operationId="report",
        tags=["Reports"],
        summary="Say what is wrong with an assessment",
        description="Kept for good, for people to look into, with what the assessment said and the article's "
        "host; nothing is kept of who sent it but a digest that tells senders of one day apart. The same "
        "report of one sender within a day is kept once.",
        requestBody=RequestBody(
            required=True,
            content={
                "application/json": MediaType(
                    media_type_schema=_schema(report_schemas.ReportRequest), example=examples.report()
                )
            },
        ),
        responses={
            "200": _json("The same report was kept within a day before.", receipt, example=examples.RECEIPT),
            "201": _json("The report is kept.", receipt, example=examples.RECEIPT),
            "400": _problem("The body is not JSON, or fields are not as they should be and are named."),
            "404": _problem("No assessment of that content is known under the present ruleset."),
            "413": _problem("The body is larger than the service accepts."),
            "415": _problem("The body is not declared as application/json."),
            "429": Response(
                description="As many reports as are taken in a day have come from the sender's address.",
                headers={
                    "Retry-After": Header(
                        description="Seconds until the next day.", param_schema=Schema(type="integer")
                    )
                },
                content={problems.MEDIA_TYPE: MediaType(media_type_schema=_schema(schemas.Problem))},
            ),
            "503": _problem("The database can't be written just now."),
        },
    )


def _decisions() -> Operation:
    return Operation(
        operationId="listDecisions",
        tags=["Decisions"],
        summary="List what moderators decided, newest first",
        description="Every decision on every domain, for good: one that was wrong is overturned or undone by "
        "a later one. 50 a page.",
        parameters=[_page()],
        responses={
            "200": _json("The decisions.", decision_schemas.Decisions),
            "400": _problem("The page is no whole number from 1 on."),
            "503": _problem("The database can't be read just now."),
        },
    )


def _signals() -> Operation:
    return Operation(
        operationId="listSignals",
        tags=["Signals"],
        summary="List every signal and what it may cost or earn",
        parameters=[_language()],
        responses={"200": _json("The register.", schemas.Register, cacheable=True)},
    )


def _badge() -> Operation:
    return Operation(
        operationId="badge",
        tags=["Assessments"],
        summary="Show a known assessment's badge as a picture",
        parameters=[_content_id(), _language()],
        responses={
            "200": Response(
                description="The badge, 24 pixels high, with its level in words.",
                headers={"ETag": _etag()},
                content={"image/svg+xml": MediaType(media_type_schema=Schema(type="string"))},
            ),
            "404": _problem("No assessment of that content is known."),
        },
    )


def _probe(operation: str, summary: str, model: type[BaseModel]) -> Operation:
    return Operation(
        operationId=operation,
        tags=["Operation"],
        summary=summary,
        responses={"200": _json("Yes.", model)},
    )


def _content_id() -> Parameter:
    return Parameter.model_validate(
        {
            "name": "content_id",
            "in": "path",
            "required": True,
            "description": "An assessment's `id`: 64 hexadecimal digits.",
            "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        }
    )


def _page() -> Parameter:
    return Parameter.model_validate(
        {
            "name": "page",
            "in": "query",
            "description": "Which page, from 1 on; the first where none is given.",
            "schema": {"type": "integer", "minimum": 1, "maximum": 999_999_999},
        }
    )


def _language() -> Parameter:
    return Parameter.model_validate(
        {
            "name": "Accept-Language",
            "in": "header",
            "description": "The language for titles and summaries; English where there are no words for it.",
            "schema": {"type": "string"},
            "example": "en",
        }
    )


def _json(
    description: str, model: type[BaseModel], *, cacheable: bool = False, example: Any = None
) -> Response:
    media = MediaType(media_type_schema=_schema(model))
    if example is not None:
        media.example = example
    response = Response(description=description, content={"application/json": media})
    if cacheable:
        response.headers = {"ETag": _etag()}
    return response


def _problem(description: str) -> Response:
    return Response(
        description=description,
        content={problems.MEDIA_TYPE: MediaType(media_type_schema=_schema(schemas.Problem))},
    )


def _etag() -> Header:
    return Header(
        description="Send it as If-None-Match to learn whether anything changed.",
        param_schema=Schema(type="string"),
    )


def _schema(model: type[BaseModel]) -> PydanticSchema[BaseModel]:
    return PydanticSchema(schema_class=model)
