"""Five rounds of `benchmarks/kill.py`: SIGKILL of web, worker and database under load loses no acknowledged write."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

KILL = Path(__file__).resolve().parents[2] / "benchmarks" / "kill.py"
ROUNDS = 5


@pytest.mark.slow
def test_kill_under_load_loses_no_acknowledged_write(tmp_path: Path) -> None:
    env = {**os.environ, "ALONGSIDE_HOME": str(tmp_path), "PYTHONPATH": str(KILL.parents[1] / "src")}
    line = [sys.executable, str(KILL), "--rounds", str(ROUNDS), "--settle", "0"]
    done = subprocess.run(line, env=env, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    figures = dict(re.findall(r"^(\w[\w ]*\w) {2,}(\S+)", done.stdout, re.MULTILINE))
    assert figures["rounds"] == str(ROUNDS)
    assert int(figures["acknowledged"]) > ROUNDS * 5
    assert figures["acknowledged and lost"] == "0"
    assert figures["there more than once"] == "0"
    assert "ledger, caches, outbox          whole" in done.stdout
