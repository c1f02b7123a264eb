"""The OpenAPI document arranged for a page: its operations one after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path: ``details`` is its OpenAPI object, ``anchor`` its place on the page."""

    method: str
    path: str
    anchor: str
    details: Mapping[str, Any]


def operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    """Yield the operations in the order of the document."""
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield Operation(method.upper(), path, _anchor(method, path), item[method])


def schema_name(reference: str) -> str:
    """Return ``Problem`` for ``#/components/schemas/Problem``."""
    return reference.rpartition("/")[2]


def _anchor(method: str, path: str) -> str:
    words = "".join(char if char.isalnum() else " " for char in path).split()
    return "-".join([method, *words])
