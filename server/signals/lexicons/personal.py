"""Words by which a text speaks in its author's own name."""

from __future__ import annotations

from server.core.phrases import Phrases

# Not “i” by itself: it stands in every other word, and the scan would stop at each.
_WITH_I = """am was have had do did don't didn't can can't could couldn't will won't would wouldn't think
thought know knew believe believed want wanted need see saw feel felt say said tell told ask asked love
hate hope wish never also just still remember went got get mean guess suppose understand agree write
wrote read live lived work worked loved learned took miss made came tried started met left kept looked
found gave heard hear care grew walked stood sat spent should may might must"""
_BEFORE_I = "and but that when as if what because so while where than which how why since though before after"

FIRST_PERSON = Phrases(
    "first person singular",
    (
        *"i'd i'll i'm i've myself mine".split(),
        "my own",
        *(f"i {verb}" for verb in _WITH_I.split()),
        *(f"{before} i" for before in _BEFORE_I.split()),
        *(
            f"{before} {my}"
            for my in ("my", "me")
            for before in "to of in for with on from at and by that told".split()
        ),
    ),
)
