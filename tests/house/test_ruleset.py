"""A published score must not change under the same ruleset."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from server.scorecard import RULESET, SCORECARD
from server.signals import SIGNALS

PINNED = Path(__file__).with_name("rulesets.json")


def fingerprint() -> str:
    """Return the SHA-256 of what scores are made of: versions, phrase lists and the scorecard's numbers."""
    scorecard = asdict(SCORECARD)
    for weight in scorecard["weights"].values():
        del weight["because"]
    rules = {
        "scorecard": scorecard,
        "signals": {
            signal.id: [signal.version, [[phrases.name, phrases.phrases] for phrases in signal.phrases]]
            for signal in SIGNALS
        },
    }
    return hashlib.sha256(json.dumps(rules, sort_keys=True).encode()).hexdigest()


def test_rules_change_only_with_the_ruleset() -> None:
    pinned = json.loads(PINNED.read_text(encoding="utf-8"))
    assert pinned.get(RULESET) == fingerprint(), (
        f"Points, phrases or versions differ from those of ruleset {RULESET}. If that ruleset has been "
        f"published, move RULESET in server/scorecard.py on; then pin {fingerprint()} in {PINNED.name}."
    )
