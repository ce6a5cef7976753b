"""Runs the mutants of mutmut in forks of one collected pytest session: see bin/mutants.

mutmut itself starts a pytest for each mutant, which takes hours for ten thousand of them. This plugin collects the
tests once, notes which functions each test reaches, and then forks for each mutant: the child switches the mutant on
and runs the tests that reach it, quickest first, until one fails. No child knows what another remembered. Only a
function that is already called while tests are collected needs a new process: a survivor there is run again in one.
The verdicts go into mutmut's own files, so that `mutmut results` and `mutmut show` work.
"""

import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import Phase, settings
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

SURVIVED, KILLED, NO_TESTS, TIMED_OUT = 0, 1, 33, 36
"""What mutmut writes for these."""

ONE = os.environ.get("ALONGSIDE_MUTANT", "")
"""In a process that was started for one mutant: its name."""

MODULES = os.environ.get("ALONGSIDE_MUTANT_MODULES", "").split()
AGAIN = os.environ.get("ALONGSIDE_MUTANTS_AGAIN") == "yes"
"""Survivors are run too, not only what has no verdict yet."""
PROCESSES = int(os.environ.get("ALONGSIDE_MUTANT_PROCESSES", "2"))

PHASES = [Phase.explicit, Phase.generate]
settings.register_profile("mutants", derandomize=True, database=None, phases=PHASES)
settings.load_profile("mutants")
set_mutant_under_test(ONE or "stats")


class Verdicts:
    """mutmut's file of one module: the exit code of each mutant, None where it was not run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.module = path.name.removesuffix(".py.meta")
        self.data = json.loads(path.read_text(encoding="utf-8"))
        self.codes: dict[str, int | None] = self.data["exit_code_by_key"]

    def waiting(self) -> list[str]:
        """The mutants to run now."""
        now = {None, SURVIVED, NO_TESTS} if AGAIN else {None}
        return [name for name, code in self.codes.items() if code in now]

    def save(self) -> None:
        self.path.write_text(json.dumps(self.data, indent=4), encoding="utf-8")

    def sentence(self) -> str:
        found = list(self.codes.values())
        killed = sum(code not in (None, SURVIVED, NO_TESTS) for code in found)
        return f"{self.module}: {killed} of {len(found)} killed, {found.count(None)} not run"


class Reached:
    """Which functions each test reaches and how long it takes, from one run without a mutant."""

    def __init__(self, items: list[pytest.Item]) -> None:
        self.at_collection = set(state()._stats)
        state()._stats.clear()
        told = [(*_told(item), item) for item in items]
        self.tests = sorted(told, key=lambda each: float(each[0]))

    def tests_of(self, mutant: str) -> tuple[float, list[pytest.Item]]:
        """The tests that reach the function of this mutant, quickest first, and their seconds together."""
        function = _function(mutant)
        found = [
            (took, item)
            for took, names, item in self.tests
            if function in names or function in self.at_collection
        ]
        return sum(took for took, _ in found), [item for _, item in found]


def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Runs the mutants in place of the tests; in a process for one mutant the tests run as they always do."""
    if ONE:
        return None
    files = {path.name.removesuffix(".py.meta"): path for path in Path("src").rglob("*.py.meta")}
    if unknown := sorted(set(MODULES) - set(files)):
        pytest.exit(
            f"core/law has no module {', '.join(unknown)}. It has {', '.join(sorted(files))}.", returncode=2
        )
    gc.freeze()
    reached = Reached(session.items)
    for verdicts in [Verdicts(files[name]) for name in MODULES or sorted(files)]:
        waiting = verdicts.waiting()
        _in_forks(verdicts, waiting, reached)
        _alone(verdicts, waiting, reached)
        sys.__stderr__.write(f"{verdicts.sentence()}\n")
    return True


def _in_forks(verdicts: Verdicts, waiting: list[str], reached: Reached) -> None:
    running: dict[int, str] = {}
    for mutant in waiting:
        took, items = reached.tests_of(mutant)
        if not items:
            verdicts.codes[mutant] = NO_TESTS
            verdicts.save()
            continue
        if len(running) >= PROCESSES:
            _await_one(running, verdicts)
        if not (child := os.fork()):
            _judge(mutant, items, seconds=int(20 + 10 * took))
        running[child] = mutant
    while running:
        _await_one(running, verdicts)


def _judge(mutant: str, items: list[pytest.Item], *, seconds: int) -> NoReturn:
    """In a child: its exit code is the verdict. Too much processor time ends it with a signal."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    set_mutant_under_test(mutant)
    _leave(lambda: SURVIVED if all(_passes(item) for item in items) else KILLED)


def _await_one(running: dict[int, str], verdicts: Verdicts) -> None:
    child, status = os.wait()
    verdicts.codes[running.pop(child)] = TIMED_OUT if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    verdicts.save()


def _alone(verdicts: Verdicts, waiting: list[str], reached: Reached) -> None:
    """A survivor that was called while the tests were collected: again, with every test, in a process of its own."""
    for mutant in waiting:
        if verdicts.codes[mutant] == SURVIVED and _function(mutant) in reached.at_collection:
            command = [sys.executable, "-m", "pytest", "-x", *sys.argv[1:]]
            environment = {**os.environ, "ALONGSIDE_MUTANT": mutant, "MUTANT_UNDER_TEST": mutant}
            ran = subprocess.run(command, env=environment, capture_output=True, check=False)
            verdicts.codes[mutant] = KILLED if ran.returncode else SURVIVED
            verdicts.save()


def _told(item: pytest.Item) -> tuple[float, frozenset[str]]:
    """Seconds of one test and the functions it reaches, asked of a child that has run nothing else."""
    ours, theirs = os.pipe()
    if not os.fork():
        began = time.perf_counter()
        code = 0 if _passes(item) else 1
        words = [str(time.perf_counter() - began), *state()._stats]
        _leave(lambda: os.write(theirs, "\n".join(words).encode()) and code)
    os.close(theirs)
    with os.fdopen(ours, encoding="utf-8") as pipe:
        seconds, *names = pipe.read().split("\n")
    _, status = os.wait()
    if status:
        pytest.exit(f"{item.nodeid} fails without a mutant. Mend it first.", returncode=1)
    return float(seconds), frozenset(names)


def _leave(answer: Callable[[], int]) -> NoReturn:
    code = KILLED
    try:
        code = answer()
    finally:
        os._exit(code)


def _function(mutant: str) -> str:
    return mutant.rpartition("__mutmut_")[0]


def _passes(item: pytest.Item) -> bool:
    """Runs a test without the report that pytest writes of a failure, which takes longer than the test."""
    try:
        item.session._setupstate.setup(item)
        item.runtest()
    except pytest.skip.Exception:
        return True
    except BaseException:
        return False
    finally:
        item.session._setupstate.teardown_exact(None)
    return True
