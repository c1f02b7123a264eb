from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.core.model import Span
from server.core.phrases import Hit
from server.core.text import Text, holds


def text_of(source: str) -> Text:
    return Text("text", source, lambda _: {})


def cut(text: Text, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text.plain[start:end] for start, end in spans]


def test_sentences_do_not_end_at_abbreviations_or_initials() -> None:
    text = text_of(
        "Sen. J. Q. Vass of the U.S. spoke on Jan. 5. Mr. Hale left at 3.30 p.m. sharp! “Why?” she asked."
    )
    assert cut(text, text.sentences) == [
        "Sen. J. Q. Vass of the U.S. spoke on Jan. 5.",
        "Mr. Hale left at 3.30 p.m. sharp!",
        '"Why?" she asked.',
    ]


def test_a_paragraph_break_ends_a_sentence() -> None:
    text = text_of("A heading\r\n\r\nIt begins.\n \nAnd ends")
    assert cut(text, text.paragraphs) == ["A heading", "It begins.", "And ends"]
    assert text.sentences == text.paragraphs


def test_quotations_are_paired_within_their_paragraph() -> None:
    text = text_of('She said: “I won’t.” He: "No."\n\n"Unclosed words\n\nand “Yes, 5" wide” end')
    assert cut(text, text.quotations)[:2] == ["I won't.", "No."]
    assert text.in_quotation(text.plain.index("won't"))
    assert not text.in_quotation(text.plain.index("said"))
    assert not text.in_quotation(text.plain.index("Unclosed"))


def test_sentence_at_finds_the_sentence_around_a_position() -> None:
    text = text_of("One is here. Two is there. Three is nowhere.")
    assert text.plain[slice(*text.sentence_at(text.plain.index("there")))] == "Two is there."


def test_words_are_what_white_space_separates() -> None:
    assert text_of("One Two.\n\nThree – four").words == ["one", "two.", "three", "–", "four"]


def test_a_run_of_stops_ends_one_sentence() -> None:
    text = text_of("What?! It rained… A lot!!! “No...” It cost 3.50 then. Etc. etc. End")
    assert cut(text, text.sentences) == [
        "What?!",
        "It rained…",
        "A lot!!!",
        '"No..."',
        "It cost 3.50 then.",
        "Etc. etc. End",
    ]


def test_spans_are_made_of_anything_that_begins_with_start_and_end() -> None:
    text = text_of("One two three.")
    assert text.spans([(0, 3), Hit(4, 7, "two"), (8, 13, 0.5)]) == (
        Span("text", 0, 3),
        Span("text", 4, 7),
        Span("text", 8, 13),
    )


@pytest.mark.parametrize(
    ("position", "held"), [(0, False), (2, True), (4, True), (5, False), (9, True), (12, False)]
)
def test_a_place_holds_what_is_before_its_end(position: int, held: bool) -> None:
    assert holds([(2, 5), (9, 12)], position) is held


def test_quotes_are_verbatim_from_the_source_whatever_its_form() -> None:
    source = unicodedata.normalize("NFD", "Das Café „Éva“\r\nbleibt zu.")
    text = text_of(source)
    start = text.plain.index("Éva")
    quote = text.quote(Span("text", start, start + 3))
    assert source[quote.start : quote.end] == quote.exact == unicodedata.normalize("NFD", "Éva")
    assert source == source[: quote.start - len(quote.prefix)] + quote.prefix + quote.exact + quote.suffix


@given(st.text(st.sampled_from(list("ab .!?\"“”'\n\r\u0301é—İ")), max_size=80))
def test_parts_stay_inside_the_text_and_in_order(source: str) -> None:
    text = text_of(source)
    for spans in (text.paragraphs, text.sentences, text.quotations):
        flat = [position for span in spans for position in span]
        assert flat == sorted(flat)
        assert all(0 <= position <= len(text.plain) for position in flat)
    assert sum(map(len, text.sentence_words)) == len(text.words) == len(source.split())
    for start, end in text.sentences:
        quote = text.quote(Span("text", start, end))
        assert source[quote.start : quote.end] == quote.exact
