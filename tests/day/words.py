"""What the articles of the day are made of: sentences of our own, with gaps for what tells them apart."""

from pathlib import Path

NAMES = (
    "Ashdown",
    "Berrick",
    "Calloway",
    "Dunmore",
    "Ellery",
    "Fennick",
    "Garrow",
    "Holloway",
    "Inskip",
    "Jessop",
)
FIRST_NAMES = ("Ada", "Bruno", "Clara", "Dmitri", "Esther", "Felix", "Grace")
PLACES = (
    "Norwick",
    "Eastbourne Quay",
    "Harrowgate Mill",
    "Pellam",
    "Stonebridge",
    "Wexcombe",
    "Tarn Valley",
    "Oldcastle",
)
THINGS = (
    "water tower",
    "harbour wall",
    "night train",
    "grain store",
    "school roof",
    "radio mast",
    "ferry licence",
)
MATTERS = (
    "drainage",
    "lighting",
    "harvest",
    "rental",
    "transport",
    "insurance",
    "forestry",
    "heating",
    "tourism",
)

MONTHS = ("January", "March", "April", "June", "September", "October", "November")


def _sentences(name: str) -> tuple[str, ...]:
    return tuple((Path(__file__).parent / name).read_text(encoding="utf-8").splitlines())


WEAK, SOURCED = _sentences("weak.txt"), _sentences("sourced.txt")
