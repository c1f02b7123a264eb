from __future__ import annotations

import pytest

from server.core.names import full_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was said by Ingrid Vass, who left.", ["Ingrid Vass"]),
        ("Mayor Paul J. Menard met Anna de la Cruz.", ["Paul J. Menard", "Anna de la Cruz"]),
        ("When Ingrid Vass spoke, Zoë O'Brien-Łuka left.", ["Ingrid Vass", "Zoë O'Brien-Łuka"]),
        ("President Menard met the Supreme Court in New York.", []),
        ("On Monday the White House and the United Nations spoke.", []),
        ("NATO and the FBI agreed.", []),
        ("Tessaly Home, Inc., said its Chief Executive Officer Ingrid Vass.", ["Ingrid Vass"]),
    ],
)
def test_full_names(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in full_names(text, 0, len(text))] == names


def test_only_the_given_stretch_is_searched() -> None:
    text = "Ingrid Vass met Paul Menard."
    assert [text[start:end] for start, end in full_names(text, 12, len(text))] == ["Paul Menard"]


@pytest.mark.parametrize("people", ["Kenyan", "French", "Israeli", "Chinese", "Democratic", "Catholic"])
def test_a_name_is_the_same_whoever_stands_before_it(people: str) -> None:
    plain = f"The {people} President Amina Otieno left."
    assert [plain[start:end] for start, end in full_names(plain, 0, len(plain))] == ["Amina Otieno"]
