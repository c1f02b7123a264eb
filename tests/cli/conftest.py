"""The command line, run as its users run it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serving import ROOT, environment

Done = subprocess.CompletedProcess[bytes]
Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``python -m server`` with arguments; ``given`` is standard input, the rest settings."""

    def command(*arguments: object, given: bytes = b"", **settings: object) -> Done:
        usual = {
            "COLUMNS": 100,
            "DATABASE_URL": f"sqlite:///{tmp_path}/records.db",
            "JOBS_PATH": f"{tmp_path}/jobs.db",
        }
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "server", *map(str, arguments)],
            cwd=ROOT,
            env=environment(**usual | settings),
            input=given,
            capture_output=True,
            check=False,
            timeout=120,
        )

    return command


@pytest.fixture
def text() -> str:
    """An article of prose, long enough to be scored."""
    paragraph = (
        "The council said on Monday that bridge {} would be closed for a week. "
        "“We have to do this before winter,” said Ann Reed, the city's chief engineer."
    )
    return "\n\n".join(paragraph.format(number) for number in range(8))
