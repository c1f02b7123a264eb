"""Write the golden results anew: `make golden`. Read the difference before you commit it."""

from __future__ import annotations

from tests.golden.golden import INPUTS, check, golden_path

for article in INPUTS:
    golden_path(article).write_text(check(article), encoding="utf-8")
    print(golden_path(article).name)
