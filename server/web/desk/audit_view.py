"""An audit in words and figures: for its page, and as JSON for the script that keeps the page up to date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from server.core.model import Level
from server.store.records.audit_model import AuditPage, AuditProgress, AuditState, PageState
from server.texts.render import Texts

_ENDED = {
    AuditState.DONE: "The audit is done.",
    AuditState.CANCELLED: "The audit was cancelled.",
    AuditState.FAILED: "The audit could not be done.",
}
_OUTCOMES = {
    PageState.WAITING: "not looked at yet",
    PageState.NO_ARTICLE: "no article there",
    PageState.FAILED: "not read",
}


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page of an audit. ``url`` is empty where it was forgotten; ``level`` where there is none."""

    url: str
    outcome: str
    level: str
    score: str


@dataclass(frozen=True, slots=True)
class AuditView:
    """How far an audit is; ``levels`` are counts by label, each of a level."""

    over: bool
    said: str
    found: int
    done: int
    levels: Mapping[str, int]
    pages: tuple[PageRow, ...]


def audit_view(progress: AuditProgress, words: Texts) -> AuditView:
    """Return what is to be shown of ``progress``, with levels in ``words``."""
    labels = {level: words.level(level).title for level in Level}
    return AuditView(
        over=progress.audit.state.over,
        said=_said(progress),
        found=progress.found,
        done=progress.done,
        levels={labels[level]: progress.levels[level] for level in Level},
        pages=tuple(_row(page, labels) for page in progress.pages),
    )


def _said(progress: AuditProgress) -> str:
    """Return one or two sentences on where things stand."""
    state, counted = progress.audit.state, f"{progress.done} of {progress.found} pages looked at."
    if state is AuditState.FAILED:
        return f"{_ENDED[state]} {progress.audit.fault}"
    if state is AuditState.DONE and not progress.found:
        return "No article was found by feed, sitemap or front page."
    if state.over:
        return f"{_ENDED[state]} {counted}"
    if state is AuditState.WAITING:
        return "The audit waits for its turn."
    return counted if progress.found else "Looking for recent articles."


def _row(page: AuditPage, labels: Mapping[Level, str]) -> PageRow:
    outcome = labels[Level(page.level)] if page.level else page.fault or _OUTCOMES.get(page.state, "")
    score = "" if page.score is None else str(page.score)
    return PageRow(page.url or "", outcome, page.level or "", score)
