"""Bytes to text, in the order of the HTML standard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.fetch.charsets import decode, media_type

META = '<meta charset="{}"><p>'


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        pytest.param("<p>Grüße “q”".encode(), "utf-8", "<p>Grüße “q”", id="header"),
        pytest.param(
            "<p>Grüße “q”".encode("cp1252"), "iso-8859-1", "<p>Grüße “q”", id="Latin-1 is Windows-1252"
        ),
        pytest.param("<p>Grüße “q”".encode("cp1252"), "us-ascii", "<p>Grüße “q”", id="ASCII is Windows-1252"),
        pytest.param("<p>日本①".encode("cp932"), "Shift_JIS", "<p>日本①", id="Shift_JIS is Windows-31J"),
        pytest.param("<p>中国㐂".encode("gb18030"), "gb2312", "<p>中国㐂", id="GB2312 is GB18030"),
        pytest.param("\ufeff<p>Grüße".encode(), "iso-8859-1", "<p>Grüße", id="a mark beats the header"),
        pytest.param("\ufeff<p>Grüße".encode("utf-16-le"), None, "<p>Grüße", id="a UTF-16 mark"),
        pytest.param(
            (META.format("koi8-r") + "Привет").encode("koi8-r"),
            None,
            META.format("koi8-r") + "Привет",
            id="meta",
        ),
        pytest.param(
            (META.format("koi8-r") + "Grüße").encode(),
            "utf-8",
            META.format("koi8-r") + "Grüße",
            id="header beats meta",
        ),
        pytest.param(
            (META.format("utf-16") + "Grüße").encode(),
            None,
            META.format("utf-16") + "Grüße",
            id="UTF-16 in meta can't be",
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="iso-8859-2"?><p>\xb1',
            None,
            '<?xml version="1.0" encoding="iso-8859-2"?><p>ą',
            id="XML",
        ),
        pytest.param("<p>Grüße".encode(), None, "<p>Grüße", id="undeclared UTF-8"),
        pytest.param("<p>Grüße".encode(), "no-such-thing", "<p>Grüße", id="unknown name"),
        pytest.param("<p>Grüße".encode(), "hex", "<p>Grüße", id="no text encoding"),
        pytest.param(b"<p>+ADw-script+AD4-", "utf-7", "<p>+ADw-script+AD4-", id="UTF-7 is not read"),
        pytest.param(
            b"<p>\\u003cscript\\u003e", "unicode_escape", "<p>\\u003cscript\\u003e", id="nor are escapes"
        ),
        pytest.param("<p>Grüße".encode(), "utf-8\0", "<p>Grüße", id="null in the name"),
        pytest.param(b"<p>Gr\xfc\xdfe", "utf-8", "<p>Gr\ufffd\ufffde", id="wrong header"),
        pytest.param(
            "Caf\u00e9 and nothing else that tells. ".encode("cp1252") * 50,
            None,
            "Café and nothing else that tells. " * 50,
            id="a guess at Latin",
        ),
        pytest.param(
            "Президент заявил в понедельник. ".encode("cp1251") * 50,
            None,
            "Президент заявил в понедельник. " * 50,
            id="a guess at Cyrillic",
        ),
        pytest.param(b"", None, "", id="empty"),
    ],
)
def test_decode(body, charset, text):
    assert decode(body, charset) == text


@given(
    st.binary(max_size=500),
    st.none() | st.text(max_size=20) | st.sampled_from(["utf-8", "utf-16", "big5", "idna"]),
)
def test_decode_never_raises(body, charset):
    assert isinstance(decode(body, charset), str)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("text/html", ("text/html", None)),
        ("Text/HTML; Charset=UTF-8", ("text/html", "utf-8")),
        ('text/html;charset="utf-8"', ("text/html", "utf-8")),
        ("text/html; charset=", ("text/html", "")),
        ("text/html;;charset=utf-8", ("text/html", "utf-8")),
        ("text/html; charset*=x'y'z", ("text/html", "z")),
        ("text", ("text/plain", None)),
        ("", ("text/plain", None)),
    ],
)
def test_media_type(header, expected):
    assert media_type(header) == expected
