"""The golden inputs in seeds/articles, with the results that `python -m server check FILE --json` gives."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "seeds" / "articles"
INPUTS = sorted(path for path in ARTICLES.iterdir() if path.suffix in {".html", ".txt"})


def golden_path(article: Path) -> Path:
    return article.with_suffix(".golden.json")


def check(article: Path) -> str:
    """Return the result of ``article`` as the command line prints it."""
    command = [sys.executable, "-m", "server", "check", str(article.relative_to(ROOT)), "--json"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout


def load(article: Path) -> dict[str, object]:
    result: dict[str, object] = json.loads(golden_path(article).read_text(encoding="utf-8"))
    return result
