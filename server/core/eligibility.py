"""Which texts can be scored at all. Saying so beats guessing."""

from __future__ import annotations

from server.core.model import Unscored
from server.core.text import Text

SHORTEST_ARTICLE = 120  # words
# Below either, a text is too small to tell its language.
_TELLING_WORDS = 20
_TELLING_CHARACTERS = 200
# Every fourth word of English prose is one of these and fewer than every
# fiftieth of its neighbours' prose; headlines and menus lie between.
_ENGLISH_SHARE = 0.07
_ENGLISH = frozenset(
    """the and of to that is was for with by from this have has had it he she they their his her its are were
    be been but not which who will would can could said you your we our if or at about after when there what
    than more""".split()
)
_PROSE_SHARE = 0.5
_LAST_LATIN = "\u0250"
_SHORTEST_SENTENCE = 4  # words
_SENTENCE_ENDINGS = frozenset(".!?…\"')]。！？")


def why_unscored(body: Text) -> Unscored | None:
    """Return why ``body`` can't be scored, or ``None`` when it can.

    The text itself decides on the language: what pages declare is too often
    the default of their template.
    """
    words = len(body.words)
    if not any(body.plain[end - 1] in _SENTENCE_ENDINGS for _, end in body.sentences):
        return Unscored.NO_ARTICLE
    if words < _TELLING_WORDS and len(body.plain) < _TELLING_CHARACTERS:
        return Unscored.TOO_SHORT
    listed = _share_in_sentences(body) < _PROSE_SHARE
    if _share_of_english(body) < _ENGLISH_SHARE:
        # Results of matches and price lists hold few function words of any language.
        return Unscored.NO_ARTICLE if listed and _in_latin_script(body) else Unscored.LANGUAGE
    if listed:
        return Unscored.NO_ARTICLE
    return Unscored.TOO_SHORT if words < SHORTEST_ARTICLE else None


def _in_latin_script(body: Text) -> bool:
    letters = [char for char in body.folded if char.isalpha()]
    return sum(char < _LAST_LATIN for char in letters) >= len(letters) / 2


def _share_of_english(body: Text) -> float:
    return sum([body.counts.get(word, 0) for word in _ENGLISH]) / len(body.words)


def _share_in_sentences(body: Text) -> float:
    """Return the share of words in finished sentences; menus and lists of headlines have few."""
    finished = [
        len(words)
        for (_, end), words in zip(body.sentences, body.sentence_words, strict=True)
        if len(words) >= _SHORTEST_SENTENCE and body.plain[end - 1] in _SENTENCE_ENDINGS
    ]
    return sum(finished) / len(body.words)
