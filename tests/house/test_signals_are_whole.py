"""A signal comes whole: page, words, cases, weight and register. Failures say what is missing."""

from __future__ import annotations

import inspect
import re
import tomllib
from pathlib import Path

import pytest

from server.core.signal import INPUTS, Signal
from server.scorecard import SCORECARD
from server.signals import SIGNALS

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "server" / "signals"
CASES = ROOT / "tests" / "signals" / "cases"
HEADINGS = ["What it looks at", "Why it matters", "What it cannot tell", "How it can be gamed", "References"]
WORDS = tomllib.loads((ROOT / "server" / "texts" / "en.toml").read_text(encoding="utf-8"))["signals"]
# The messages of the findings that server/core/density.py makes.
HELPERS = {"concern": {"concern", "pass"}, "merit": {"pass", "info"}}
BY_SIGNAL = pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.id)


def test_every_module_is_in_the_register() -> None:
    modules = {path.stem for path in MODULES.glob("*.py")} - {"__init__"}
    listed = {signal.id for signal in SIGNALS}
    assert modules == listed, f"List these by hand in server/signals/__init__.py: {modules ^ listed}"
    assert len(listed) == len(SIGNALS), "A signal is listed twice in server/signals/__init__.py."


@BY_SIGNAL
def test_its_docstring_is_its_page(signal: Signal) -> None:
    headings = re.findall(r"^(.+)\n-{3,}$", signal.page, re.MULTILINE)
    assert headings == HEADINGS, (
        f"The docstring of {signal.id} needs these headings in this order: {HEADINGS}"
    )
    for heading, body in zip(
        HEADINGS, re.split(r"^.+\n-{3,}$", signal.page, flags=re.MULTILINE)[1:], strict=True
    ):
        assert len(body.split()) >= 8, f"“{heading}” of {signal.id} says too little."
    assert "](https://" in signal.page, f"{signal.id} needs a reference with a link."


@BY_SIGNAL
def test_its_function_asks_for_what_it_declares(signal: Signal) -> None:
    asked = list(inspect.signature(signal.evaluate).parameters)
    declared = [*signal.needs, *signal.uses]
    assert sorted(asked) == sorted(declared), (
        f"{signal.id}: evaluate() takes {asked}, SIGNAL declares {declared}."
    )
    assert set(declared) <= set(INPUTS), f"{signal.id} asks for what no article has."


@BY_SIGNAL
def test_it_has_words_for_readers(signal: Signal) -> None:
    words = WORDS.get(signal.id)
    assert words, f"Add [signals.{signal.id}] to server/texts/en.toml."
    source = Path(inspect.getfile(signal.evaluate)).read_text(encoding="utf-8")
    messages = set(re.findall(r'Status\.\w+, "(\w+)"', source))
    for helper, keys in HELPERS.items():
        if re.search(rf"\b{helper}\(", source):
            messages |= keys
    for pair in re.findall(r'message = "(\w+)" if .+ else "(\w+)"', source):
        messages |= set(pair)
    assert messages, f"No message keys found in {signal.id}: write them as literals."
    lacking = {message for message in messages if message not in words}
    assert not lacking, f"[signals.{signal.id}] in server/texts/en.toml lacks {sorted(lacking)}."
    assert {"name", "limits"} <= words.keys(), f"[signals.{signal.id}] needs a name and its limits."


@BY_SIGNAL
def test_it_has_cases_of_each_kind(signal: Signal) -> None:
    path = CASES / f"{signal.id}.toml"
    assert path.exists(), f"Write tests/signals/cases/{signal.id}.toml."
    kinds = {case["kind"] for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]}
    weight = SCORECARD.weights.get(signal.id)
    wanted = {"cant_tell"}
    if weight:
        wanted.add("pass")
        if weight.concern:
            wanted.add("concern")
    assert wanted <= kinds, f"{path.name} lacks cases of kind {sorted(wanted - kinds)}."


@BY_SIGNAL
def test_it_is_short(signal: Signal) -> None:
    lines = len(Path(inspect.getfile(signal.evaluate)).read_text(encoding="utf-8").splitlines())
    assert lines <= 140, f"{signal.id} has {lines} lines: does it still look for one thing?"


def test_the_scorecard_weighs_signals_that_exist_and_says_why() -> None:
    unknown = SCORECARD.weights.keys() - {signal.id for signal in SIGNALS}
    assert not unknown, f"server/scorecard.py weighs {unknown}, which server/signals does not have."
    for id_, weight in SCORECARD.weights.items():
        assert len(weight.because) > 20, f"Say in server/scorecard.py where the points of {id_} come from."
        assert weight.concern or weight.merit, f"{id_} is in the scorecard but can neither cost nor earn."


def test_no_single_signal_turns_a_strong_badge_weak() -> None:
    distance = SCORECARD.strong - SCORECARD.weak
    for id_, weight in SCORECARD.weights.items():
        assert weight.concern + weight.merit < distance, (
            f"{id_} alone could turn a badge from strong to weak."
        )


def test_no_group_turns_a_strong_badge_weak() -> None:
    distance = SCORECARD.strong - SCORECARD.weak
    for group, cap in SCORECARD.caps.items():
        assert cap.concern + cap.merit < distance, f"{group} alone could turn a badge from strong to weak."


def test_phrases_are_written_as_the_scan_reads_texts() -> None:
    for signal in SIGNALS:
        for phrases in signal.phrases:
            for phrase in phrases.phrases:
                assert phrase == phrase.lower().strip(), f"{phrases.name}: “{phrase}” must be lower-case."
                assert not set(phrase) & set("“”‘’"), f"{phrases.name}: “{phrase}” must use straight marks."
            doubles = {phrase for phrase in phrases.phrases if phrases.phrases.count(phrase) > 1}
            assert not doubles, f"{phrases.name} lists {doubles} twice."
