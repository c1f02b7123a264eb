"""An audit in the terminal: a bar while it goes on, a table when it is over."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from uuid import UUID

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from server.cli.report import visible
from server.core.measure import wilson
from server.core.model import Level
from server.services.auditing.service import AuditService
from server.store.records.audit_model import AuditPage, AuditProgress, PageState
from server.store.records.model import RecordsUnavailableError
from server.texts.render import Texts

_LOOK_SECONDS = 0.3
_SCORED = (Level.STRONG, Level.MIXED, Level.WEAK)


@contextmanager
def showing(service: AuditService, audit_id: UUID, console: Console) -> Iterator[None]:
    """Show how far an audit is, whoever goes through it, until the block ends."""
    ended = Event()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task("Looking for articles", total=None)

        def look() -> None:
            with suppress(RecordsUnavailableError):  # logged where it happened
                progress = service.progress(audit_id)
                if progress and progress.found:
                    bar.update(task, description="Reading", total=progress.found, completed=progress.done)

        def work() -> None:
            while not ended.wait(_LOOK_SECONDS):
                look()

        thread = Thread(target=work, name="progress", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()
            look()


def print_summary(progress: AuditProgress, texts: Texts) -> None:
    """Print what came of an audit: its pages, how many are of each level, and the share of weak ones."""
    console = Console(file=sys.stdout, highlight=False)
    pages = Table("page", "level", "score", box=None, padding=(0, 2, 0, 0), title_justify="left")
    pages.title = f"Audit of {progress.audit.domain}: {progress.audit.state}"
    pages.columns[0].overflow = "fold"
    pages.columns[2].justify = "right"
    for page in progress.pages:
        score = "" if page.score is None else str(page.score)
        pages.add_row(Text(visible(page.url or "—")), Text(_outcome(page, texts)), score)
    console.print(pages)
    for level in Level:
        console.print(f"{progress.levels[level]:>4}  {texts.level(level).title}")
    console.print(_share(progress))


def _outcome(page: AuditPage, texts: Texts) -> str:
    if page.level:
        return texts.level(Level(page.level)).title
    outcomes = {PageState.WAITING: "not looked at", PageState.NO_ARTICLE: "no article"}
    return outcomes.get(page.state) or visible(page.fault or "")


def _share(progress: AuditProgress) -> str:
    scored, weak = sum(progress.levels[level] for level in _SCORED), progress.levels[Level.WEAK]
    if not progress.found:
        return "No article was found by feed, sitemap or front page."
    if not scored:
        return "None of the pages has a score."
    low, high = wilson(weak, scored)
    share = f"{weak} of {scored} articles with a score are weak: {weak / scored:.0%}"
    return f"{share} (95 % interval {low:.0%} to {high:.0%})."
