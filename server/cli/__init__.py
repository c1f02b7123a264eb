"""The command line: ``python -m server serve | migrate | check | score | disagreements | signals``.

Exit status 0 is success, 1 a fault said on standard error, 2 a wrong command
line or wrong settings. Each command is a module of this package with a
function ``run``, imported when it is asked for, so that ``--help`` is quick.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from server import __version__
from server.cli.faults import CommandError
from server.config import Settings, SettingsError
from server.texts.render import DEFAULT_LANGUAGE, TextsRegistry

Run = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    parsed = _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment()
        run: Run = import_module(f"server.cli.{parsed.module}").run
        status = run(parsed, settings)
        sys.stdout.flush()
    except SettingsError as error:
        _complain(
            "these settings are wrong (see docs/settings.md):", *(f"  {line}" for line in error.problems)
        )
        return 2
    except CommandError as error:
        _complain(str(error))
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has seen enough, as in `… | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the flush at the end of Python
        return 1
    return status


def _complain(first: str, *more: str) -> None:
    sys.stderr.write("\n".join((f"touchstone: {first}", *more)) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m server", description="Touchstone shows readers how a news page supports what it says."
    )
    parser.add_argument("--version", action="version", version=f"Touchstone {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="answer requests; settings come from the environment")
    serve.set_defaults(module="serving")

    migrate = commands.add_parser("migrate", help="bring the database up to date, as serve does too")
    migrate.set_defaults(module="migrating")

    check = commands.add_parser("check", help="assess one article and explain the score")
    check.add_argument(
        "source",
        metavar="FILE|URL",
        help=".html is read as a page, .json as a request of the API, anything else as text whose first line "
        "is the title; - is standard input; an address is fetched",
    )
    check.add_argument("--json", action="store_true", help="print the API's answer instead of a report")
    _add_language(check)
    check.set_defaults(module="checking")

    score = commands.add_parser("score", help="assess many articles, one JSON object a line")
    score.add_argument("inputs", nargs="+", type=Path, metavar="IN.jsonl[.gz]")
    score.add_argument("--out", required=True, type=Path, metavar="OUT.jsonl[.gz]")
    score.add_argument("--jobs", type=_positive, default=1, metavar="N", help="processes to share the work")
    _add_language(score)
    score.set_defaults(module="scoring")

    disagreements = commands.add_parser("disagreements", help="verdicts that moderators disagreed with")
    export = disagreements.add_subparsers(required=True, metavar="WHAT").add_parser(
        "export", help="read the pages anew and write them as labelled articles, for score and the evaluation"
    )
    export.add_argument("--out", required=True, type=Path, metavar="OUT.jsonl[.gz]")
    export.set_defaults(module="disagreements")

    signals = commands.add_parser("signals", help="list every signal and what it may cost or earn")
    signals.set_defaults(module="listing")
    return parser


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang",
        choices=TextsRegistry.load().languages,
        default=DEFAULT_LANGUAGE,
        help="language for the words (default: %(default)s)",
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
