"""The extension computes content ids as the service does; its own test reads the same file."""

import json
from pathlib import Path
from typing import Any

import pytest

from server.core.identity import content_id
from server.web.schemas import AssessmentRequest

VECTORS = json.loads((Path(__file__).parent / "content_ids.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["article"]["title"])
def test_the_service_gives_the_same_ids(vector: dict[str, Any]) -> None:
    assert content_id(AssessmentRequest.model_validate(vector["article"]).to_article()) == vector["id"]
