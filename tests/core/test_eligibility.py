from __future__ import annotations

import pytest

from server.core.eligibility import why_unscored
from server.core.model import Unscored
from server.core.text import Text

ENGLISH = "The council of the town has voted to close the library by the harbour. "
GERMAN = "Der Rat der Stadt hat beschlossen, die Bibliothek am Hafen im Juni zu schließen. "
RUSSIAN = "Городской совет решил закрыть библиотеку у гавани в июне этого года. "
JAPANESE = "市議会は港のそばの図書館を六月に閉鎖することを決めた。" * 12


def reason(text: str) -> Unscored | None:
    return why_unscored(Text("text", text, lambda _: {}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH * 12, None),
        ("", Unscored.NO_ARTICLE),
        (" \n\n ", Unscored.NO_ARTICLE),
        ("Home", Unscored.NO_ARTICLE),
        (ENGLISH * 5, Unscored.TOO_SHORT),
        ("Kurz und gut.", Unscored.TOO_SHORT),
        (GERMAN * 12, Unscored.LANGUAGE),
        (GERMAN * 3, Unscored.LANGUAGE),
        (RUSSIAN * 12, Unscored.LANGUAGE),
        (JAPANESE, Unscored.LANGUAGE),
        ("News\n\nSport and more\n\nThe weather for you\n\nAbout us\n\n" * 20, Unscored.NO_ARTICLE),
        ("Palm 14 11 6 15\n\nRock 3 5 8 10\n\n" * 20, Unscored.NO_ARTICLE),
    ],
)
def test_reason(text: str, expected: Unscored | None) -> None:
    assert reason(text) is expected


def test_the_shortest_article_has_120_words() -> None:
    words = ENGLISH.split()
    exactly = " ".join((words * 10)[:120])
    assert len(exactly.split()) == 120
    assert reason(exactly) is None
    assert reason(exactly.removesuffix(exactly.split()[-1])) is Unscored.TOO_SHORT


def test_english_with_names_of_other_tongues_is_english() -> None:
    text = "The Süddeutsche and the Folha de São Paulo said that Łukasz of Gdańsk had been there. " * 9
    assert reason(text) is None
