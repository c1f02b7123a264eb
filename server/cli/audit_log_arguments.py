"""The command line of ``audit-log``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_to(commands: argparse._SubParsersAction[Any]) -> None:
    """Add ``audit-log`` and what it can do."""
    parser = commands.add_parser("audit-log", help="verify or export the log of everything done at the desk")
    parser.set_defaults(module="audit_log")
    parts = parser.add_subparsers(required=True, metavar="PART", dest="part")

    verify = parts.add_parser("verify", help="tell whether any entry was changed or is missing")
    verify.add_argument(
        "--expect",
        type=_head,
        metavar="NUMBER:HASH",
        help="an end of the log that was kept elsewhere; without it nobody can tell whether the last "
        "entries are gone",
    )

    parts.add_parser("head", help="print the log's end as NUMBER:HASH, to keep elsewhere")

    export = parts.add_parser("export", help="write all entries")
    export.add_argument("--format", choices=("csv", "jsonl"), default="jsonl", help="default: %(default)s")
    export.add_argument("--out", type=Path, metavar="FILE", help="default: standard output")


def _head(text: str) -> tuple[int, str]:
    number, _, digest = text.partition(":")
    if len(digest) != 64:
        raise ValueError(text)
    return int(number), digest
