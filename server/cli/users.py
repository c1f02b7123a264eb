"""``users``: who may work at the desk."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from server.app.foundations import create_database
from server.app.people import create_people
from server.cli.faults import CommandError
from server.cli.migrating import bring_up_to_date
from server.config import Settings
from server.fetch.openid import subject_at
from server.services.passwords import FAULTS
from server.services.people import PeopleError, PeopleService
from server.services.proving import PasswordRefusedError
from server.store.records.model import RecordsUnavailableError, Role, User

_ACTOR = "command line"


def run(parsed: argparse.Namespace, settings: Settings) -> int:
    """Do what is asked for with the users in the database, which is brought up to date first.

    Raises:
        CommandError: where it can't be done, or the database fails.
        SettingsError: where DATABASE_URL makes no sense.
    """
    bring_up_to_date(settings)
    people = create_people(create_database(settings))
    try:
        said = _ACTIONS[parsed.action](people, parsed, settings)
    except (PeopleError, RecordsUnavailableError) as error:
        raise CommandError(str(error)) from None
    except PasswordRefusedError as error:
        raise CommandError(f"this password won't do: {FAULTS[error.fault]}") from None
    sys.stdout.write(f"{said}\n" if said else "")
    return 0


def _add(people: PeopleService, parsed: argparse.Namespace, settings: Settings) -> str:
    role = Role(parsed.role)
    if parsed.oidc is None:
        user = people.add(parsed.name, role, _ACTOR, password=_password(parsed))
    elif settings.oidc_issuer:
        subject = subject_at(settings.oidc_issuer, parsed.oidc)
        user = people.add(parsed.name, role, _ACTOR, subject=subject)
    else:
        raise CommandError("to bind a user to a subject, set OIDC_ISSUER (see docs/settings.md)")
    return f"{user.name} is added as {user.role}"


def _list(people: PeopleService, _: argparse.Namespace, __: Settings) -> None:
    table = Table()
    for column in ("name", "role", "added", "disabled"):
        table.add_column(column, no_wrap=True)
    for user in people.all():
        table.add_row(*map(Text, _row(user)))
    Console().print(table)


def _row(user: User) -> tuple[str, ...]:
    disabled = f"{user.disabled:%Y-%m-%d}" if user.disabled else ""
    return user.name, user.role, f"{user.added:%Y-%m-%d}", disabled


def _set_role(people: PeopleService, parsed: argparse.Namespace, _: Settings) -> str:
    people.set_role(parsed.name, Role(parsed.role), _ACTOR)
    return f"{parsed.name} is {parsed.role} from now on"


def _disable(people: PeopleService, parsed: argparse.Namespace, _: Settings) -> str:
    people.disable(parsed.name, _ACTOR)
    return f"{parsed.name} may not sign in any more, and is signed out"


def _enable(people: PeopleService, parsed: argparse.Namespace, _: Settings) -> str:
    people.enable(parsed.name, _ACTOR)
    return f"{parsed.name} may sign in again"


def _set_password(people: PeopleService, parsed: argparse.Namespace, _: Settings) -> str:
    people.set_password(parsed.name, _password(parsed), _ACTOR)
    return f"{parsed.name} has another password, and is signed out"


_ACTIONS = {
    "add": _add,
    "list": _list,
    "role": _set_role,
    "disable": _disable,
    "enable": _enable,
    "password": _set_password,
}


def _password(parsed: argparse.Namespace) -> str:
    """Return a password that is asked for, or the first line of a file.

    Raises:
        CommandError: where the file can't be read, or the two that are typed differ.
    """
    if parsed.password_file is None:
        return _ask(parsed.name)
    try:
        if parsed.password_file == "-":
            text = sys.stdin.read()
        else:
            text = Path(parsed.password_file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"can't read the password from {parsed.password_file}: {error}") from None
    return text.partition("\n")[0].rstrip("\r")


def _ask(name: str) -> str:
    if not sys.stdin.isatty():
        raise CommandError(
            "a password is asked for in a terminal only; use --password-file FILE, or - for input"
        )
    password = getpass.getpass(f"Password for {name}: ")
    if getpass.getpass("The same once more: ") != password:
        raise CommandError("the two passwords differ")
    return password
