"""Every signal against its own cases, in tests/signals/cases/ID.toml.

A case gives the article's fields, the expected status and, where it matters,
message, strength and the exact words of all evidence, in order.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from server.core.assess import inputs_of
from server.core.model import Article, Finding, Link, Media
from server.core.phrases import Scanner
from server.core.text import Text
from server.signals import BY_ID

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['why']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def article_of(case: dict[str, Any]) -> Article:
    known = {name: case[name] for name in ("url", "published", "modified", "publisher") if name in case}
    if "links" in case:
        known["links"] = tuple(Link(**link) for link in case["links"])
    if "media" in case:
        known["media"] = tuple(Media(**item) for item in case["media"])
    if "authors" in case:
        known["authors"] = tuple(case["authors"])
    return Article(case.get("title", "A headline"), case.get("text", "A text.").strip(), **known)


@pytest.mark.parametrize(("signal_id", "case"), CASES)
def test_case(signal_id: str, case: dict[str, Any]) -> None:
    signal = BY_ID[signal_id]
    article = article_of(case)
    scan = Scanner(signal.phrases or BY_ID["generic_filler"].phrases).scan
    texts = {"title": Text("title", article.title, scan), "text": Text("text", article.text, scan)}
    inputs = inputs_of(article, texts["title"], texts["text"])

    if any(inputs[name] is None for name in signal.needs):
        assert case["status"] == "unknown"
        return
    finding: Finding = signal.evaluate(**{name: inputs[name] for name in (*signal.needs, *signal.uses)})

    assert finding.status == case["status"]
    if "message" in case:
        assert finding.message == case["message"]
    if "strength" in case:
        assert finding.strength == case["strength"]
    if "evidence" in case:
        assert [texts[span.target].quote(span).exact for span in finding.spans] == case["evidence"]
