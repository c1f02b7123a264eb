"""``disagreements export``: what moderators disagreed with, as labelled articles for the evaluation."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from server.app.voices import create_labelled
from server.cli.faults import CommandError
from server.cli.jsonlines import writing
from server.config import Settings
from server.services.exporting import Labelled
from server.store.records.model import RecordsUnavailableError


def run(parsed: argparse.Namespace, settings: Settings) -> int:
    """Read each page anew and write those that are still what was judged.

    Every verdict that is left out is said on standard error, with the reason.

    Raises:
        CommandError: where the records can't be read or the file can't be written.
    """
    out: Path = parsed.out
    try:
        counts = _write(create_labelled(settings), out)
    except RecordsUnavailableError as error:
        raise CommandError(f"can't read the records: {error}") from None
    except OSError as error:
        raise CommandError(f"{error.filename or out}: {error.strerror or error}") from None
    left = sum(counts.values()) - counts[None]
    sys.stdout.write(f"{counts[None]} written, {left} left out\n")
    return 0


def _write(verdicts: Iterable[Labelled], out: Path) -> Counter[str | None]:
    """Write the verdicts and return how many were, under ``None``, and how many not, under the reasons."""
    counts: Counter[str | None] = Counter()
    with writing(out) as lines:
        for verdict in verdicts:
            counts[verdict.left] += 1
            if verdict.row is None:
                sys.stderr.write(f"left out: {verdict.about.url}: {verdict.left}\n")
            else:
                lines.write(json.dumps(verdict.row, ensure_ascii=False).encode() + b"\n")
    return counts
