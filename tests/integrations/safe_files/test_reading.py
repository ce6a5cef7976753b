"""The parent's side and the child's: what is refused before parsing, what a child inherits, how it ends."""

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from alongside.integrations.safe_files import child, reading
from alongside.integrations.safe_files.limits import Limits
from alongside.integrations.safe_files.refusal import FileRefused

XML_READER = "alongside.integrations.sen2.forms.xml:records"


@pytest.fixture
def two_persons(tmp_path: Path) -> Path:
    path = tmp_path / "two.xml"
    path.write_text("<Message><Person><Surname>Holm</Surname></Person>\n<Person/></Message>")
    return path


def test_records_come_from_a_child_process(two_persons: Path) -> None:
    found = list(reading.records(two_persons, XML_READER))
    assert found == [{"person": {"_row": 1, "surname": "Holm"}}, {"person": {"_row": 2}}]


def test_a_child_inherits_no_secret(two_persons: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_PASSWORD", "do-not-tell")
    process = reading._start(two_persons, XML_READER, {}, Limits())
    try:
        environment = Path(f"/proc/{process.pid}/environ").read_bytes()
    finally:
        reading._stop(process)
    assert b"do-not-tell" not in environment


def test_leaving_early_ends_the_child(two_persons: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = reading._start
    monkeypatch.setattr(reading, "_start", lambda *a: started.append(start(*a)) or started[0])
    records = reading.records(two_persons, XML_READER)
    next(records)
    records.close()
    assert started[0].returncode is not None


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"gone\.xml: the file cannot be opened"):
        next(reading.records(tmp_path / "gone.xml", XML_READER))


def test_a_pipe_is_refused_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileRefused, match="not a plain file"):
        next(reading.records(tmp_path / "pipe", XML_READER))


def test_a_child_that_cannot_even_start_is_a_sentence(two_persons: Path) -> None:
    with pytest.raises(FileRefused, match=r"two\.xml: ") as refused:
        list(reading.records(two_persons, XML_READER, limits=Limits(memory_bytes=1 << 20)))
    assert refused.value.sentence.endswith(".")


def test_a_reader_outside_the_integrations_is_not_run(two_persons: Path) -> None:
    with pytest.raises(FileRefused, match="ValueError"):
        list(reading.records(two_persons, "os:listdir"))


def test_a_fault_of_the_reader_names_the_place_and_no_content(tmp_path: Path) -> None:
    """The folder reader is given a file: a plain mistake in the program, not in the file."""
    path = tmp_path / "x.csv"
    path.write_text("private")
    with pytest.raises(FileRefused, match=r"NotADirectoryError in .* line \d+") as refused:
        list(reading.records(path, "alongside.integrations.sen2.forms.blade:folder_records"))
    assert "private" not in refused.value.sentence


def test_readers_import_no_django() -> None:
    script = (
        "import sys; from alongside.integrations.safe_files import child; "
        "from alongside.integrations.sen2.forms import blade, workbook, xml; "
        "print([m for m in sys.modules if m.partition('.')[0] in ('django', 'rich', 'typer')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_child_starts_soon(two_persons: Path) -> None:
    def taken() -> float:
        began = time.perf_counter()
        list(reading.records(two_persons, XML_READER))
        return time.perf_counter() - began

    assert min(taken() for _ in range(5)) < 0.3


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (FileRefused("no."), b'x"no."\n'),
        (MemoryError(), b"m\n"),
        (KeyError("private"), b'f"KeyError in test_reading.py line '),
    ],
)
def test_every_way_of_ending_has_its_mark(
    error: Exception, line: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reader(path: str, options: Mapping[str, Any]) -> Any:
        yield {"a": 1}
        raise error

    monkeypatch.setattr(child, "load", lambda name: reader)
    out = io.BytesIO()
    child.serve("any", "path", {}, out)
    first, last = out.getvalue().splitlines(keepends=True)
    assert json.loads(first[1:]) == {"a": 1}
    assert last.startswith(line)
    assert b"private" not in last
