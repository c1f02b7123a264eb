"""Bring along the lists of domains that come with the service."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path

from server.services.listing import read_list
from server.store.records.lists import DomainList, Lists

_ACTOR = "service"


def bring_lists(lists: Lists, folder: Path, now: datetime) -> list[str]:
    """Import what ``lists.toml`` in ``folder`` names and ``lists`` wants; return the names of those.

    Safe when several processes do so: the first one imports.

    Raises:
        RecordsUnavailableError: where the database can't be read or written.
    """
    described = tomllib.loads((folder / "lists.toml").read_text(encoding="utf-8"))
    brought = []
    for identity, entry in described.items():
        path = folder / entry.pop("file")
        about = DomainList(id=identity, **entry)
        if not lists.wants(about):
            continue
        with path.open(encoding="utf-8", newline="") as file:
            entries = read_list(file)
        if lists.bring(about, entries, now, _ACTOR):
            brought.append(about.name)
    return brought
