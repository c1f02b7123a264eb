"""The stylesheets: browsers pass over what they can't read, and say nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[2] / "server" / "web" / "static"


@pytest.mark.parametrize("file", sorted(STATIC.glob("*.css")), ids=lambda file: file.name)
def test_no_rule_has_swallowed_the_next(file: Path) -> None:
    """Rules stand alone or in a block with an @: where a brace is missing, all that follows is nested."""
    text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    around: list[str] = []
    for before, brace in re.findall(r"([^{};]*)([{};])", text):
        if brace == "{":
            assert all(outer.startswith("@") for outer in around), (around, before.strip())
            around.append(before.strip())
        elif brace == "}":
            assert around, "a brace closes nothing"
            around.pop()
    assert not around
