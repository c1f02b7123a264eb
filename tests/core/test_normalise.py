from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from server.core.normalise import analysis_form, fold, shape

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def test_typographic_variants_have_one_form() -> None:
    assert analysis_form("“It’s ‘new’”\r\n\r\nA\u00a0b") == ("\"It's 'new'\" \n \nA b", None)


def test_decomposed_accents_are_composed_and_mapped_back() -> None:
    source = unicodedata.normalize("NFD", "Éva café")
    form, offsets = analysis_form(source)
    assert form == "Éva café"
    assert offsets is not None
    start = form.index("café")
    assert unicodedata.normalize("NFC", source[offsets[start] : offsets[start + 4]]) == "café"


@given(ANY_TEXT)
def test_offsets_cover_the_source_in_order(source: str) -> None:
    form, offsets = analysis_form(source)
    if offsets is None:
        assert len(form) == len(source)
    else:
        assert len(offsets) == len(form) + 1
        assert list(offsets) == sorted(offsets)
        assert offsets[-1] == len(source)


@given(ANY_TEXT)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_a_letter_that_grows() -> None:
    assert fold("İSTANBUL") == "İstanbul"


def test_the_shape_shows_capitals_numbers_and_stops() -> None:
    assert shape("AZ: €5, £6 or $7? No! Él… 日9.") == b"AA: 00, 00 or 00. Ao. ?l. ?0."


@given(st.text())
def test_the_shape_has_a_byte_for_each_code_point(text: str) -> None:
    assert len(shape(text)) == len(text)
