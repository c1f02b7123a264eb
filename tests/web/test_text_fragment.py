"""Links to the very words on a page."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.web.text_fragment import text_fragment

PAGE = "https://north.example/story"


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "directive"),
    [
        ("experts say", "", "", "experts%20say"),
        (
            "experts say",
            "he town and experts know, ",
            " that it is so, th",
            "town%20and%20experts%20know%2C-,experts%20say,-that%20it%20is%20so%2C",
        ),
        ("(VIDEO)", "Him Waiting” ", "", "Waiting%E2%80%9D-,%28VIDEO%29"),
        ("well-known, they say", "", "", "well%2Dknown%2C%20they%20say"),
        ("say", "the experts ", "ing so", "experts-,say"),
        ("one\n\ntwo three", "a b ", " c d", "one,two%20three"),
    ],
)
def test_the_words_are_named_with_their_surroundings(
    exact: str, prefix: str, suffix: str, directive: str
) -> None:
    assert text_fragment(f"{PAGE}#part", exact, prefix, suffix) == f"{PAGE}#:~:text={directive}"


def test_no_words_leave_the_address_as_it_is() -> None:
    assert text_fragment(PAGE, "  ", "a", "b") == PAGE


def test_of_a_long_quotation_both_ends_are_named() -> None:
    words = [f"word{number}" for number in range(100)]
    found = text_fragment(PAGE, " ".join(words))
    assert found == f"{PAGE}#:~:text={'%20'.join(words[:5])},{'%20'.join(words[-5:])}"


@given(st.text(max_size=300), st.text(max_size=40), st.text(max_size=40))
def test_any_words_leave_the_directive_readable(exact: str, prefix: str, suffix: str) -> None:
    try:
        (exact + prefix + suffix).encode()
    except UnicodeEncodeError:
        return
    found = text_fragment(PAGE, exact, prefix, suffix)
    assert found.startswith(PAGE)
    _, _, directive = found.partition("#:~:text=")
    assert not any(char in directive for char in "&#\n \"'<>")
    if directive and len(directive.split(",")) == 1:
        assert " ".join(unquote(directive).split()) == " ".join(exact.split())
