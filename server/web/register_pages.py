"""The register of signals for readers, and a page for each."""

from __future__ import annotations

from flask import Blueprint, render_template
from werkzeug.exceptions import NotFound

from server.core.assess import Engine
from server.core.model import Level
from server.texts.render import Texts
from server.web import present
from server.web.signal_page import signal_page


def add_to(pages: Blueprint, engine: Engine, words: Texts) -> None:
    """Add the routes. The pages are rendered from Markdown once, here."""
    register = present.register(engine, words)
    entries = {entry.id: entry for entry in register.signals}
    signals = {signal.id: signal_page(signal) for signal in engine.signals}
    caps = engine.scorecard.caps
    groups = {group: [entry for entry in register.signals if entry.group == group] for group in (*caps, None)}

    @pages.get("/signals")
    def signals_page() -> str:
        levels = {level: words.level(level) for level in Level}
        return render_template(
            "register.html", register=register, groups=groups, caps=caps, signals=signals, levels=levels
        )

    @pages.get("/signals/<signal_id>")
    def signal(signal_id: str) -> str:
        if signal_id not in signals:
            raise NotFound
        return render_template("signal.html", entry=entries[signal_id], page=signals[signal_id])
