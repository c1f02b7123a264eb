from hypothesis import example, given
from hypothesis import strategies as st

from server.web.highlight import Mark, Segment, highlight

# Few letters and much white space: breaks, overlaps and equal ends come up all the time.
TEXTS = st.text(alphabet="ab \n\t\r\u2028é😀", max_size=60)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=8))
    return text, [mark(min(pair), max(pair), str(index)) for index, pair in enumerate(pairs)]


def mark(start: int, end: int, place: str = "1-1") -> Mark:
    return Mark(start, end, place, number=1, status="concern", title="A sign")


def segments(text: str, marks: list[Mark]) -> list[Segment]:
    return [segment for paragraph in highlight(text, marks) for segment in paragraph]


@given(marked_texts())
@example(("\n\n", [mark(0, 2)]))
@example(("a\n\nb", [mark(0, 4), mark(1, 3)]))
def test_every_letter_stands_where_it_stood(marked: tuple[str, list[Mark]]) -> None:
    text, marks = marked
    shown = segments(text, marks)
    rebuilt = 0
    for segment in shown:
        assert segment.text
        assert text[segment.start : segment.start + len(segment.text)] == segment.text
        assert not text[rebuilt : segment.start].strip()  # only white space between paragraphs is left out
        rebuilt = segment.start + len(segment.text)
    assert not text[rebuilt:].strip()


@given(marked_texts())
def test_every_mark_covers_its_words_and_nothing_else(marked: tuple[str, list[Mark]]) -> None:
    text, marks = marked
    shown = segments(text, marks)
    for wanted in marks:
        covered = "".join(segment.text for segment in shown if wanted in segment.marks)
        assert "".join(covered.split()) == "".join(text[wanted.start : wanted.end].split())


@given(marked_texts())
def test_every_mark_opens_and_closes_once_where_its_words_begin_and_end(
    marked: tuple[str, list[Mark]],
) -> None:
    text, marks = marked
    shown = segments(text, marks)
    for wanted in marks:
        covering = [segment for segment in shown if wanted in segment.marks]
        assert [segment for segment in shown if wanted in segment.opening] == covering[:1]
        assert [segment for segment in shown if wanted in segment.closing] == covering[-1:]
        if text[wanted.start : wanted.end].strip():
            assert covering


@given(TEXTS)
def test_paragraphs_are_the_stretches_between_blank_lines(text: str) -> None:
    paragraphs = ["".join(segment.text for segment in paragraph) for paragraph in highlight(text, [])]
    for paragraph in paragraphs:
        assert paragraph == paragraph.strip()
        assert "\n\n" not in paragraph


def test_overlapping_marks_share_a_segment() -> None:
    first, second = mark(0, 8, "1-1"), mark(4, 12, "2-1")
    shown = segments("only time will tell", [first, second])
    assert [(segment.text, segment.marks) for segment in shown] == [
        ("only", (first,)),
        (" tim", (first, second)),
        ("e wi", (second,)),
        ("ll tell", ()),
    ]


def test_a_mark_runs_on_over_a_paragraph_break() -> None:
    across = mark(2, 8)
    first, second = highlight("one\n\nthree", [across])
    assert [segment.text for segment in first if segment.marks] == ["e"]
    assert [segment.text for segment in second if segment.marks] == ["thr"]


def test_positions_count_code_points() -> None:
    shown = segments("😀😀 many wonder", [mark(3, 14)])
    assert [segment.text for segment in shown if segment.marks] == ["many wonder"]
