"""Labelled articles and headlines from a folder beside the project; nothing of them is kept."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import NamedTuple

ARTICLE_SETS = ("recovery", "horne_random", "horne_buzzfeed", "fnn_politifact_news")
MACHINE_SETS = ("llmfake_gpt35", "politifactpp_machine")
HEADLINES = "clickbait_chakraborty"


class Labelled(NamedTuple):
    """One text; ``label`` 1 is low credibility (or clickbait, or machine-written), 0 the other kind."""

    id: str
    label: int
    title: str
    text: str
    domain: str
    bias: str


def read(path: Path) -> list[Labelled]:
    """Read a gzipped file of JSON lines.

    Raises:
        SystemExit: if there is no such file.
    """
    if not path.exists():
        raise SystemExit(
            f"No labelled data at {path}. DATA must name a folder with articles/ and headlines/."
        )
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Labelled(
            str(row.get("id") or index),
            row["label"],
            row.get("title") or "",
            row.get("text") or "",
            row.get("domain") or "",
            row.get("political_bias") or "",
        )
        for index, row in enumerate(rows)
    ]


def articles(data: Path, name: str) -> list[Labelled]:
    """Return the article set ``name``."""
    return read(data / "articles" / f"{name}.jsonl.gz")


def headlines(data: Path) -> list[Labelled]:
    """Return the labelled headlines."""
    return read(data / "headlines" / f"{HEADLINES}.jsonl.gz")
