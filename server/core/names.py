"""People's names in running text, by shape: two or more capitalised words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from server.core.peoples import PEOPLES

# Capitals are spelled out: a class of exclusions is several times slower to scan for.
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
# The rest of a word with small letters in it, taken whole: to give some of it back never helps.
_REST = r"(?=[\w'-]*[a-zß-ÿ])[\w'-]*+"
# What stands before the first capital is looked at after it, so that the scan can jump to capitals.
_FULL_NAME = re.compile(
    rf"{_CAPITAL}(?<!\w.){_REST}"
    rf"(?:(?: [A-Z]\.)*(?: (?:al|bin|da|de|del|der|di|dos|du|el|la|le|van|von)){{0,2}} {_CAPITAL}{_REST})+"
)
_COMPANY = re.compile(r",? (?:Inc|Ltd|LLC|LLP|Corp|Co|Plc|PLC|AG|GmbH|SA)\b")
_LONGEST_SENTENCE = 2000  # characters; beyond it is a list, or no language at all
# Capitalised words that open sentences or stand in names of places, bodies and days.
_OTHER_WORDS = """the a an in on at of to for from by and but or as if so when while after before during
since until this that these those it its he she they we you i his her their our my there here what who
why how not no president senator governor representative congressman congresswoman judge justice minister
secretary chancellor king queen prince princess pope general captain colonel sergeant detective sheriff
mayor mr mrs ms dr prof sen rep gov gen former vice prime chief executive officer director chair chairman
chairwoman manager head leader councillor commissioner attorney deputy assistant senior spokesman
spokeswoman spokesperson editor professor doctor monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december house court state
states city county university college department office committee commission council agency bureau
association party congress senate parliament government ministry union nations kingdom republic street
avenue road river sea ocean bay north south east west northern southern eastern western new united white
supreme high federal national international times post journal news press street company inc corp bank
group institute center centre foundation hospital school church airport police fire district act law bill"""
_NOT_A_PERSON = PEOPLES.union(_OTHER_WORDS.split())


def full_names(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what looks like a person's first and last name in ``plain[start:end]``."""
    for match in _FULL_NAME.finditer(plain, start, min(end, start + _LONGEST_SENTENCE)):
        if _COMPANY.match(plain, match.end()):
            continue
        words = match[0].split()
        titles = [index for index, word in enumerate(words) if word.lower() in _NOT_A_PERSON]
        # The name follows the last title, as in “Kenyan President Amina Otieno”.
        name = words[titles[-1] + 1 :] if titles else words
        if len(name) > 1:
            yield match.end() - len(" ".join(name)), match.end()
