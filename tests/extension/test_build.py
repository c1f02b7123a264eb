"""The builds: small, the same every time, and what the browsers' own checkers accept."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "extension"
BROWSERS = ["chrome", "firefox"]
KILOBYTE = 1_000
TOOLS = {**os.environ, "PATH": f"{ROOT / '.venv/bin'}:{os.environ['PATH']}"}


def manifest(built: Path, browser: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((built / browser / "manifest.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("browser", BROWSERS)
def test_sizes(built: Path, browser: str) -> None:
    assert (built / browser / "page.js").stat().st_size <= 60 * KILOBYTE
    assert (built / f"touchstone-{browser}.zip").stat().st_size <= 200 * KILOBYTE


def test_the_same_bytes_from_the_same_sources(built: Path, tmp_path: Path) -> None:
    """Built again elsewhere, at another time, with other file dates."""
    copy = tmp_path / "elsewhere"
    shutil.copytree(
        EXTENSION, copy, ignore=shutil.ignore_patterns("node_modules", "dist"), copy_function=shutil.copy
    )
    (copy / "node_modules").symlink_to(EXTENSION / "node_modules")
    subprocess.run(
        ["npm", "run", "build", "--silent"], cwd=copy, check=True, env={**TOOLS, "TZ": "Asia/Tokyo"}
    )
    for browser in BROWSERS:
        one, other = (
            hashlib.sha256((folder / f"touchstone-{browser}.zip").read_bytes()).hexdigest()
            for folder in (built, copy / "dist")
        )
        assert one == other


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_zip_holds_what_the_folder_holds(built: Path, browser: str) -> None:
    with ZipFile(built / f"touchstone-{browser}.zip") as packed:
        inside = {name: packed.read(name) for name in packed.namelist()}
    folder = built / browser
    assert inside == {
        str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


@pytest.mark.parametrize("browser", BROWSERS)
def test_every_level_has_a_shape_of_its_own(built: Path, browser: str) -> None:
    levels = ("strong", "mixed", "weak", "unscored", "unreachable", "plain")
    for size in (16, 32):
        shapes = {(built / browser / "icons" / f"{level}-{size}.png").read_bytes() for level in levels}
        assert len(shapes) == len(levels)


def test_mozillas_linter_finds_no_error(built: Path) -> None:
    command = ["npx", "web-ext", "lint", "--source-dir", str(built / "firefox"), "--output", "json"]
    linted = subprocess.run(command, cwd=EXTENSION, env=TOOLS, capture_output=True, text=True, check=False)
    report = json.loads(linted.stdout[linted.stdout.index("{") :])
    assert report["errors"] == []
    # Readability parses pages in documents that are never shown.
    assert {warning["code"] for warning in report["warnings"]} <= {"UNSAFE_VAR_ASSIGNMENT"}


@pytest.mark.parametrize("browser", BROWSERS)
def test_few_permissions_each_justified(built: Path, browser: str) -> None:
    found = manifest(built, browser)
    assert found["permissions"] == ["activeTab", "scripting", "storage"]
    assert found["optional_host_permissions"] == ["http://*/*", "https://*/*"]
    assert "host_permissions" not in found
    assert "content_scripts" not in found
    described = (EXTENSION / "PERMISSIONS.md").read_text(encoding="utf-8")
    for permission in [
        *found["permissions"],
        *found["optional_host_permissions"],
        "websiteContent",
        "browsingActivity",
    ]:
        assert f"`{permission}`" in described


@pytest.mark.parametrize("browser", BROWSERS)
def test_no_code_from_elsewhere(built: Path, browser: str) -> None:
    policy = manifest(built, browser)["content_security_policy"]["extension_pages"]
    assert "script-src 'self';" in policy
    assert policy.startswith("default-src 'none'")
    for file in (built / browser).glob("*.js"):
        code = file.read_text(encoding="utf-8")
        assert not re.search(r"\beval\(|new Function\(|importScripts\(|\bimport\(", code), file.name
    for file in (built / browser).glob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", html), file.name
        assert not re.search(r"<script(?! src=)|\son\w+=|\sstyle=", html), file.name


def test_firefox_declares_what_leaves_the_device(built: Path) -> None:
    gecko = manifest(built, "firefox")["browser_specific_settings"]["gecko"]
    assert gecko["data_collection_permissions"] == {"required": ["websiteContent", "browsingActivity"]}
