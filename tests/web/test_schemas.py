"""What the wire format accepts, and how it says what is wrong."""

from typing import Any

import pytest
from pydantic import ValidationError

from server.core.model import MAX_TEXT, MAX_TITLE, Article, Link, Media
from server.web import schemas
from server.web.schemas import AssessmentRequest, field_errors

LEAST = {"title": "T", "text": "x"}


def faults(**fields: Any) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        AssessmentRequest.model_validate(LEAST | fields)
    return [(error.field, error.message) for error in field_errors(caught.value)]


def test_what_is_absent_is_not_known() -> None:
    assert AssessmentRequest.model_validate(LEAST).to_article() == Article("T", "x")


def test_null_is_not_known_and_empty_is_none_there() -> None:
    fields = {"links": None, "media": [], "authors": [], "publisher": {}, "published": ""}
    article = AssessmentRequest.model_validate(LEAST | fields).to_article()
    assert article == Article("T", "x", links=None, media=(), authors=(), publisher={}, published="")


def test_a_whole_request_becomes_the_same_article() -> None:
    article = AssessmentRequest.model_validate(
        {
            "url": "HTTPS://Example.org/a",
            "title": "",
            "text": "",
            "links": [{"href": "https://a.example/", "text": "here"}, {"href": "https://b.example/"}],
            "media": [{"kind": "video", "src": "https://v.example/1"}],
            "authors": ["A. Writer"],
            "published": "2025-07-04",
            "modified": "2025-07-05",
            "lang": "en",
            "publisher": {"correctionsPolicy": "https://example.org/c"},
        }
    ).to_article()
    assert article == Article(
        title="",
        text="",
        url="HTTPS://Example.org/a",
        links=(Link("https://a.example/", "here"), Link("https://b.example/", "")),
        media=(Media("video", "https://v.example/1"),),
        authors=("A. Writer",),
        published="2025-07-04",
        modified="2025-07-05",
        lang="en",
        publisher={"correctionsPolicy": "https://example.org/c"},
    )


def test_unknown_fields_are_passed_over() -> None:
    fields = {"label": 1, "political_bias": None, "more": {"deep": ["\0"]}}
    assert AssessmentRequest.model_validate(LEAST | fields) == AssessmentRequest.model_validate(LEAST)


@pytest.mark.parametrize("missing", ["title", "text"])
def test_title_and_text_are_required(missing: str) -> None:
    with pytest.raises(ValidationError) as caught:
        AssessmentRequest.model_validate({key: value for key, value in LEAST.items() if key != missing})
    assert [error.field for error in field_errors(caught.value)] == [missing]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": None}, "title"),
        ({"text": 5}, "text"),
        ({"text": ["a"]}, "text"),
        ({"links": {}}, "links"),
        ({"links": "https://a.example"}, "links"),
        ({"links": [{"href": "a"}, {"href": "b"}, {"href": "c"}, {"href": 4}]}, "links.3.href"),
        ({"links": [{"text": "no href"}]}, "links.0.href"),
        ({"links": ["https://a.example"]}, "links.0"),
        ({"media": [{"kind": "hologram", "src": "a"}]}, "media.0.kind"),
        ({"authors": ["A", None]}, "authors.1"),
        ({"published": 2025}, "published"),
        ({"lang": True}, "lang"),
        ({"publisher": {"name": 1}}, "publisher.name"),
        ({"publisher": []}, "publisher"),
    ],
)
def test_a_wrong_type_is_named_by_its_path(fields: dict[str, Any], field: str) -> None:
    assert [path for path, _ in faults(**fields)] == [field]


@pytest.mark.parametrize("url", ["", "example.org", "ftp://example.org/", "javascript:alert(1)", "https://", "http:///x",
                                 "https://example.org/a b"])  # fmt: skip
def test_an_address_must_be_of_the_web(url: str) -> None:
    assert faults(url=url) == [("url", "must be an absolute http or https address")]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": "a\0b"}, "title"),
        ({"text": "\0"}, "text"),
        ({"links": [{"href": "x", "text": "\0"}]}, "links.0.text"),
        ({"publisher": {"name": "\0"}}, "publisher.name"),
        ({"authors": ["\0"]}, "authors.0"),
    ],
)
def test_nul_is_refused_everywhere(fields: dict[str, Any], field: str) -> None:
    assert faults(**fields) == [(field, "must not contain the character U+0000")]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": "a\ud800b"}, "title"),
        ({"url": "https://example.org/\udfff"}, "url"),
        ({"media": [{"kind": "image", "src": "\udc00"}]}, "media.0.src"),
        ({"publisher": {"name": "\ud800"}}, "publisher.name"),
    ],
)
def test_half_a_surrogate_pair_is_refused_everywhere(fields: dict[str, Any], field: str) -> None:
    assert faults(**fields) == [(field, "must not contain half of a surrogate pair (U+D800 to U+DFFF)")]


def test_faults_in_keys_are_named_without_breaking_the_answer() -> None:
    ((field, _),) = faults(publisher={"\ud800": "x"})
    assert field.startswith("publisher.")
    field.encode()
    assert faults(publisher={"a\0": "x"})[0][1] == "must not contain the character U+0000"


def test_lengths_count_code_points() -> None:
    longest = "😀" * MAX_TITLE
    assert AssessmentRequest.model_validate(LEAST | {"title": longest}).title == longest
    assert faults(title=longest + "x") == [("title", f"string should have at most {MAX_TITLE} characters")]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "x" * (MAX_TEXT + 1)),
        ("url", "https://example.org/" + "x" * schemas.MAX_URL),
        ("links", [{"href": "x"}] * (schemas.MAX_LINKS + 1)),
        ("media", [{"kind": "image", "src": "x"}] * (schemas.MAX_MEDIA + 1)),
        ("authors", ["x"] * (schemas.MAX_AUTHORS + 1)),
        ("authors.0", ["x" * (schemas.MAX_AUTHOR + 1)]),
        ("published", "x" * (schemas.MAX_DATE + 1)),
        ("modified", "x" * (schemas.MAX_DATE + 1)),
        ("lang", "x" * (schemas.MAX_LANG + 1)),
        ("links.0.text", [{"href": "x", "text": "x" * (schemas.MAX_LINK_TEXT + 1)}]),
        ("links.0.href", [{"href": "x" * (schemas.MAX_URL + 1)}]),
        ("publisher", {str(number): "x" for number in range(schemas.MAX_PUBLISHER_ENTRIES + 1)}),
        ("publisher.name", {"name": "x" * (schemas.MAX_PUBLISHER_VALUE + 1)}),
    ],
)
def test_every_size_has_a_limit(field: str, value: Any) -> None:
    assert [path for path, _ in faults(**{field.partition(".")[0]: value})] == [field]


def test_only_the_first_faults_are_listed_and_nothing_is_repeated() -> None:
    found = faults(links=[{"href": 1, "text": "a secret"}] * 100)
    assert len(found) == schemas.MAX_ERRORS
    assert "secret" not in str(found)


@pytest.mark.parametrize("value", [[], "text", None, 5, True])
def test_a_request_is_an_object(value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        AssessmentRequest.model_validate(value)
    assert [(error.field, error.message) for error in field_errors(caught.value)] == [
        ("", "must be an object")
    ]
