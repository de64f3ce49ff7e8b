"""Several reviewers through the real server, a reading beside them, a kill -9: nothing answered is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import dateline

ROOT = Path(__file__).parents[1]


def test_no_judgement_that_was_answered_is_lost() -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(dateline.__file__).parents[1])}
    asked = [sys.executable, str(ROOT / "bench/reviewers.py"), "--reviewers", "4", "--seconds", "6", "--json"]
    ran = subprocess.run(asked, capture_output=True, text=True, env=environment, timeout=300, check=False)  # noqa: S603 (our own)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found = json.loads(ran.stdout)
    assert (found["lost"], found["twice"], found["wrong"]) == (0, 0, [])
    assert found["answered"] > 0
    assert found["kills_of_the_server"] == 1
    assert found["readings"] >= 1
