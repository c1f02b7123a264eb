from server.core.model import Article, Assessment, Coverage, Level, Quotation, SignalResult, Status
from server.services.assessing import Assessed
from server.texts.render import TextsRegistry
from server.web import present
from server.web.result_view import ResultView, result_view

TEXT = "Before it, many wonder what comes after it in the long run of things."


def result(id_: str, status: Status, points: int = 0, *evidence: Quotation) -> SignalResult:
    return SignalResult(id_, 1, status, str(status), 0.5, points, {}, evidence)


def quotation(start: int, end: int) -> Quotation:
    before, after = TEXT[max(0, start - 32) : start], TEXT[end : end + 32]
    return Quotation("text", TEXT[start:end], before, after, start, end)


def view(*signals: SignalResult, article: Article | None = None) -> ResultView:
    score = 50 + sum(signal.points for signal in signals)
    found = Assessment("0" * 64, "1", None, Level.MIXED, score, 50, None, Coverage(1, 1), signals)
    return result_view(present.assessment(Assessed(found, False), TextsRegistry.load().get("en")), article)


def test_concerns_come_first_and_the_costliest_of_them_before_the_others() -> None:
    shown = view(
        result("specifics", Status.INFO),
        result("missing_date", Status.PASS, 1),
        result("missing_byline", Status.PASS, 3),
        result("shouting", Status.CONCERN, -1),
        result("generic_filler", Status.CONCERN, -6),
        result("reading_level", Status.UNKNOWN),
        result("unlinked_video", Status.NOT_APPLICABLE),
    )
    assert [(str(group.status), [card.signal.id for card in group.cards]) for group in shown.groups] == [
        ("concern", ["generic_filler", "shouting"]),
        ("pass", ["missing_byline", "missing_date"]),
        ("unknown", ["reading_level"]),
        ("not_applicable", ["unlinked_video"]),
        ("info", ["specifics"]),
    ]
    assert (shown.lost, shown.earned) == (-7, 4)
    assert [group.points for group in shown.groups] == [-7, 4, 0, 0, 0]


def test_signals_with_quotations_are_numbered_in_the_order_shown() -> None:
    shown = view(
        result("shouting", Status.CONCERN, -1),
        result("specifics", Status.INFO, 0, quotation(0, 6)),
        result("generic_filler", Status.CONCERN, -6, quotation(11, 22), quotation(0, 2)),
    )
    cards = {card.signal.id: card for group in shown.groups for card in group.cards}
    assert {id_: card.number for id_, card in cards.items()} == {
        "generic_filler": 1,
        "shouting": None,
        "specifics": 2,
    }
    assert [quote.place for quote in cards["generic_filler"].quotes] == ["1-1", "1-2"]


def test_surroundings_end_at_whole_words() -> None:
    shown = view(result("generic_filler", Status.CONCERN, -6, quotation(11, 22), quotation(55, 58)))
    first, second = shown.groups[0].cards[0].quotes
    assert (first.lead, first.exact) == ("Before it, ", "many wonder")
    assert first.tail == " what comes after it in the …"
    assert second.lead.startswith("… ")
    assert second.lead.removeprefix("… ") in TEXT
    assert second.tail == TEXT[58:]


def test_the_text_is_marked_where_we_have_it_and_absent_where_we_do_not() -> None:
    evidence = result("generic_filler", Status.CONCERN, -6, quotation(11, 22))
    assert view(evidence).text == ()
    shown = view(evidence, article=Article("A headline", TEXT)).text
    marked = [segment for paragraph in shown for segment in paragraph if segment.marks]
    assert [(segment.text, segment.marks[0].place) for segment in marked] == [("many wonder", "1-1")]
