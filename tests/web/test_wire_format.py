"""docs/wire-format.md is a contract: its examples are valid, its limits are the real ones."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from server.core.identity import canonical_form, content_id
from server.core.model import Unscored
from server.web import schemas

DOCUMENT = (Path(__file__).parent.parent.parent / "docs" / "wire-format.md").read_text(encoding="utf-8")
REQUEST, ANSWER, PROBLEM = (
    json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", DOCUMENT, re.DOTALL | re.MULTILINE)
)


def test_the_request_is_valid_and_shows_every_field() -> None:
    schemas.AssessmentRequest.model_validate(REQUEST)
    assert set(REQUEST) == set(schemas.AssessmentRequest.model_fields)


def test_the_answer_is_valid_and_adds_up() -> None:
    answer = schemas.Assessment.model_validate(ANSWER)
    assert json.loads(answer.model_dump_json()) == ANSWER
    assert answer.badge.score == answer.base + sum(signal.points for signal in answer.signals)
    for signal in answer.signals:
        for evidence in signal.evidence:
            assert REQUEST[evidence.target][evidence.start : evidence.end] == evidence.exact


def test_the_problem_is_valid() -> None:
    schemas.Problem.model_validate(PROBLEM)


def test_the_content_id_can_be_computed_from_the_description() -> None:
    article = schemas.AssessmentRequest.model_validate(REQUEST).to_article()
    (keys,) = re.findall(r"^```\n(.*?)\n```", DOCUMENT, re.MULTILINE)
    form: dict[str, Any] = {key: REQUEST.get(key) for key in keys.split(", ")}
    form["site"] = "example.org"
    canonical = json.dumps(form, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert list(form) == sorted(canonical_form(article))
    assert hashlib.sha256(canonical.encode()).hexdigest() == content_id(article) == ANSWER["id"]


@pytest.mark.parametrize(
    ("field", "limits"),
    [
        ("title", [schemas.MAX_TITLE]),
        ("text", [schemas.MAX_TEXT]),
        ("url", [schemas.MAX_URL]),
        ("links", [schemas.MAX_LINKS, schemas.MAX_URL, schemas.MAX_LINK_TEXT]),
        ("media", [schemas.MAX_MEDIA, schemas.MAX_URL]),
        ("authors", [schemas.MAX_AUTHORS, schemas.MAX_AUTHOR]),
        ("published", [schemas.MAX_DATE]),
        ("lang", [schemas.MAX_LANG]),
        (
            "publisher",
            [schemas.MAX_PUBLISHER_ENTRIES, schemas.MAX_PUBLISHER_KEY, schemas.MAX_PUBLISHER_VALUE],
        ),
    ],
)
def test_the_limits_are_the_real_ones(field: str, limits: list[int]) -> None:
    row = re.search(rf"^\| `{field}`.*\| ([^|]*) \|$", DOCUMENT, re.MULTILINE)
    assert row
    assert [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*\d", row[1])] == limits


@pytest.mark.parametrize("reason", Unscored)
def test_every_reason_for_no_score_is_named(reason: Unscored) -> None:
    assert f"`{reason}`" in DOCUMENT
