"""Rules of the house that no linter knows."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIXED_BY_THE_USER = {
    "flask": "flask",
    "redis": "redis",
    "requests": "requests",
    "beautifulsoup4": "bs4",
    "textstat": "textstat",
    "pytest": "pytest",
}


def test_importing_the_engine_loads_no_framework() -> None:
    code = "import sys, server.core.assess; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {"flask", "redis", "requests", "bs4", "trafilatura", "sqlalchemy"} & set(loaded.stdout.split())


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_requirements_are_pinned_by_hash_and_name_no_place(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+", entry), entry
        assert "--hash=sha256:" in entry, f"{entry} has no hash: run make lock"


@pytest.mark.parametrize(("package", "module"), FIXED_BY_THE_USER.items())
def test_the_packages_that_were_asked_for_are_used(package: str, module: str) -> None:
    assert re.search(rf"^{package}==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    folder = ROOT / ("tests" if module == "pytest" else "server")
    pattern = re.compile(rf"^\s*(?:import {module}\b|from {module}\b)", re.MULTILINE)
    users = [path for path in folder.rglob("*.py") if pattern.search(path.read_text(encoding="utf-8"))]
    assert users, f"{package} is required but nothing in {folder.name}/ imports it."


def test_modules_hold_one_idea() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "server").rglob("*.py")
        if "lexicons" not in path.parts
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long, f"Split these, or say why not in docs/decisions: {long}"


def test_every_decision_is_numbered_once_and_says_what_was_decided() -> None:
    paths = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in paths]
    assert numbers == sorted(set(numbers))
    for path in paths:
        assert re.search(r"^(?:## Decision|\*\*Decided)", path.read_text(encoding="utf-8"), re.MULTILINE), (
            path.name
        )
