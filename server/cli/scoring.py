"""``score``: many articles from files of JSON lines, in bounded memory and in their order."""

from __future__ import annotations

import argparse
import json
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import StringConstraints, ValidationError
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from server.cli.faults import CommandError
from server.cli.jsonlines import Given, read_lines, writing
from server.config import Settings
from server.core.assess import Engine
from server.services.assessing import Assessed, default_engine
from server.texts.render import Texts, TextsRegistry
from server.web import present
from server.web.bodies import NotJsonError, parse_json
from server.web.schemas import NO_NUL, AssessmentRequest, field_errors

_BATCH = 32  # lines handed to a process at a time
_AHEAD = 4  # batches read ahead for each process

_AnyLength = Annotated[str, StringConstraints(pattern=NO_NUL)]


class _Line(AssessmentRequest):
    """A line of input: a request of the API with an id of its own.

    The files are the user's, not a stranger's. So only the line's own length
    bounds a text, and an address that is none of the web's is not an error.
    """

    id: str | int
    title: _AnyLength
    text: _AnyLength
    url: _AnyLength | None = None


class _Scored(NamedTuple):
    """What became of a line: ``output`` to write, or the ``fault`` that it has."""

    place: str
    position: int
    output: bytes
    fault: str


def run(parsed: argparse.Namespace, _: Settings) -> int:
    """Assess every line of the inputs and write the answers; return 1 if any line was bad.

    Bad lines are reported on standard error by file and line number. The
    output appears under its name only when all of it has been written.

    Raises:
        CommandError: where a file can't be opened or written.
    """
    inputs: list[Path] = parsed.inputs
    out: Path = parsed.out
    bad = 0
    console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    try:
        total = sum(path.stat().st_size for path in inputs)
        with _progress(console) as progress, writing(out) as lines:
            task = progress.add_task("scoring", total=total)
            for scored in _score_all(inputs, parsed.lang, parsed.jobs):
                lines.write(scored.output)
                progress.update(task, completed=scored.position)
                if scored.fault:
                    bad += 1
                    console.print(f"{scored.place}: {scored.fault}")
    except OSError as error:
        raise CommandError(f"{error.filename or out}: {error.strerror or error}") from None
    if bad:
        console.print(f"left out: {bad} bad {'line' if bad == 1 else 'lines'}")
    return 1 if bad else 0


def _progress(console: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)


def _score_all(inputs: list[Path], language: str, jobs: int) -> Iterator[_Scored]:
    lines = read_lines(inputs)
    batches = iter(lambda: list(islice(lines, _BATCH)), [])
    if jobs == 1:
        for batch in batches:
            yield from _score_batch(batch, language)
        return
    # Executor.map would read all input ahead; this reads a few batches.
    waiting: deque[Future[list[_Scored]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for batch in batches:
            waiting.append(pool.submit(_score_batch, batch, language))
            if len(waiting) >= jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _score_batch(batch: list[Given], language: str) -> list[_Scored]:
    engine, texts = _tools(language)
    return [_score_line(given, engine, texts) for given in batch]


@cache
def _tools(language: str) -> tuple[Engine, Texts]:
    """Make the engine once in each process."""
    return default_engine(), TextsRegistry.load().get(language)


def _score_line(given: Given, engine: Engine, texts: Texts) -> _Scored:
    output, fault = b"", given.fault
    if not fault:
        try:
            line = _Line.model_validate(parse_json(given.line))
            output = _answer(line, engine, texts)
        except NotJsonError as error:
            fault = f"not JSON: {error}"
        except ValidationError as error:
            fault = "; ".join(f"{item.field}: {item.message}".lstrip(": ") for item in field_errors(error))
    return _Scored(given.place, given.position, output, fault)


def _answer(line: _Line, engine: Engine, texts: Texts) -> bytes:
    """Return the wire document with the line's own id; the content id moves to ``content_id``."""
    document = present.assessment(Assessed(engine.assess(line.to_article()), cached=False), texts)
    answer = document.model_dump(mode="json")
    answer = {"id": line.id, "content_id": answer.pop("id"), **answer}
    return json.dumps(answer, ensure_ascii=False).encode() + b"\n"
