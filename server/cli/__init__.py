"""The command line: ``python -m server COMMAND``.

Exit status 0 is success, 1 a fault said on standard error, 2 a wrong command
line or wrong settings. Each command is a module of this package with a
function ``run``, imported when it is asked for, so that ``--help`` is quick.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from server import __version__
from server.cli import audit_log_arguments
from server.cli.faults import CommandError
from server.config import Settings, SettingsError
from server.store.records.model import Role
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

    work = commands.add_parser(
        "work", help="do background jobs; serve runs one beside it unless WORKER=false"
    )
    work.add_argument("--beside", action="store_true", help="end when standard input does")
    work.set_defaults(module="working")

    migrate = commands.add_parser("migrate", help="bring the database up to date, as serve does too")
    migrate.set_defaults(module="migrating")

    _add_users(commands)

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

    audit = commands.add_parser("audit", help="find and assess the recent articles of a domain")
    audit.add_argument("domain", metavar="DOMAIN")
    audit.add_argument("--pages", type=_positive, default=50, metavar="N", help="at most; no more than 50")
    _add_language(audit)
    audit.set_defaults(module="auditing")

    _add_lists(commands)

    signals = commands.add_parser("signals", help="list every signal and what it may cost or earn")
    signals.set_defaults(module="listing")

    audit_log_arguments.add_to(commands)
    return parser


def _add_users(commands: Any) -> None:
    users = commands.add_parser("users", help="say who may work at the moderators' desk")
    users.set_defaults(module="users")
    actions = users.add_subparsers(required=True, dest="action", metavar="ACTION")
    actions.add_parser("list", help="list all users")
    add = actions.add_parser("add", help="add a user, and ask for a password")
    role = actions.add_parser("role", help="give a user another role")
    disable = actions.add_parser("disable", help="let a user in no more, and end their sessions")
    enable = actions.add_parser("enable", help="let a user in again")
    password = actions.add_parser("password", help="give a user another password, and end their sessions")
    for parser in (add, role, disable, enable, password):
        parser.add_argument("name", metavar="NAME")
    add.add_argument("--role", required=True, choices=list(Role))
    role.add_argument("role", metavar="ROLE", choices=list(Role), help=", ".join(Role))
    add.add_argument(
        "--oidc",
        metavar="SUBJECT",
        help="let them sign in with OpenID Connect as this subject, without a password",
    )
    for parser in (add, password):
        parser.add_argument(
            "--password-file",
            metavar="FILE",
            help="read the password from a file's first line; - is standard input",
        )


def _add_lists(commands: Any) -> None:  # argparse keeps its type to itself
    lists = commands.add_parser("lists", help="import, show and remove lists of domains that others keep")
    lists.set_defaults(module="lists")
    actions = lists.add_subparsers(dest="action", required=True, metavar="ACTION")

    add = actions.add_parser("import", help="import a list, in place of any of the same id")
    add.add_argument("file", type=Path, metavar="FILE.csv", help="CSV in UTF-8 with a heading")
    add.add_argument("--id", type=_list_id, required=True, help="short name for commands, such as cred1")
    add.add_argument("--name", type=_said, required=True, help="name for readers")
    add.add_argument(
        "--source", type=_said, required=True, help="where it comes from: an address or a citation"
    )
    add.add_argument("--licence", type=_said, required=True)
    add.add_argument(
        "--as-of", type=date.fromisoformat, required=True, metavar="DATE", help="such as 2026-11-01"
    )
    add.add_argument(
        "--column",
        type=_column,
        action="append",
        default=[],
        metavar="domain|category|score=NAME",
        help="what a column is called in the file, where that is not its own name",
    )

    actions.add_parser("show", help="list the lists")
    remove = actions.add_parser("remove", help="forget a list")
    remove.add_argument("id")


def _list_id(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", text):
        raise argparse.ArgumentTypeError("takes small letters, digits and hyphens only")
    return text


def _said(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise argparse.ArgumentTypeError("must not be blank")
    return text.strip()


def _column(text: str) -> tuple[str, str]:
    column, _, name = text.partition("=")
    if column not in {"domain", "category", "score"} or not name:
        raise argparse.ArgumentTypeError("must be domain=NAME, category=NAME or score=NAME")
    return column, name


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
