"""``signals``: the register as a table."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.table import Table
from rich.text import Text

from server.config import Settings
from server.services.assessing import default_engine
from server.texts.render import DEFAULT_LANGUAGE, TextsRegistry
from server.web import present


def run(_parsed: argparse.Namespace, _: Settings) -> int:
    """Print every signal with its group and the points it may cost and earn."""
    # The table holds names for programs and the scorecard's reasons, none of which is translated.
    register = present.register(default_engine(), TextsRegistry.load().get(DEFAULT_LANGUAGE))
    table = Table(title=f"Ruleset {register.ruleset}: every article starts at {register.base}")
    table.add_column("signal", no_wrap=True)
    table.add_column("group", no_wrap=True)
    table.add_column("points", no_wrap=True, justify="right")
    table.add_column("because")
    for entry in register.signals:
        least = f"−{entry.most_lost}" if entry.most_lost else "0"
        most = f"+{entry.most_earned}" if entry.most_earned else "0"
        points = f"{least} … {most}" if entry.group else "not scored"
        table.add_row(*map(Text, (entry.id, entry.group or "", points, entry.because or "")))
    Console().print(table)
    return 0
