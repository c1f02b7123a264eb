"""Where to go after signing in: never out of the desk, whatever was asked for."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from server.web.desk.destinations import safe

ORIGIN = "https://touchstone.example"
# What makes addresses, and what browsers drop or take for something else.
PARTS = ["/desk", "/", "//", "\\", ":", "?", "#", "@", "..", "%2f", "%5c", "elsewhere.example", "https"]
PARTS += ["\t", "\r\n", "\0", " ", "é", "。"]
texts = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(PARTS), max_size=8).map("".join))


@given(texts)
def test_it_stays_on_this_site_and_begins_at_the_desk(wanted: str) -> None:
    found = safe(wanted)
    parts = urlsplit(urljoin(f"{ORIGIN}/desk/sign-in", found))
    assert f"{parts.scheme}://{parts.netloc}" == ORIGIN
    assert found == "/desk" or found.startswith(("/desk/", "/desk?", "/desk#"))
    assert found.isascii()
    assert found.isprintable()
    assert "\\" not in found
    assert " " not in found
    assert safe(found) == found


@given(texts.map(lambda text: f"/desk/{text}"))
def test_what_is_within_the_desk_is_kept_as_it_is_or_not_at_all(wanted: str) -> None:
    assert safe(wanted) in {wanted, "/desk"}


def test_paths_of_the_desk_are_kept() -> None:
    for path in (
        "/desk",
        "/desk/cases/1?page=2&q=a+b#notes",
        "/desk?q=%C3%BC",
        "/desk/domains/xn--bcher-kva.example",
    ):
        assert safe(path) == path
    for path in (None, "", "/desks", "/desk/" + "a" * 2_000):
        assert safe(path) == "/desk"
