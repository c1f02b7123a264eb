"""What a signal is: a page of documentation, declared inputs, phrase lists and one function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from server.core.model import Finding
from server.core.phrases import Phrases

INPUTS = ("title", "body", "links", "media", "authors", "published", "modified", "publisher", "site")
Evaluate = Callable[..., Finding]


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing looked for in an article. Its id is the name of its file.

    ``evaluate`` is called with the inputs named in ``needs`` and ``uses`` as
    keyword arguments and nothing else; ``title`` and ``body`` come as
    :class:`server.core.text.Text`, the others as in
    :class:`server.core.model.Article`. When an input in ``needs`` is not
    known, the finding is *unknown* and ``evaluate`` is not called; one in
    ``uses`` may be ``None``.
    """

    module: str
    page: str
    version: int
    evaluate: Evaluate
    needs: tuple[str, ...]
    uses: tuple[str, ...] = ()
    phrases: tuple[Phrases, ...] = ()
    id: str = field(init=False)
    inputs: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", self.module.rpartition(".")[2])
        object.__setattr__(self, "inputs", self.needs + self.uses)
