"""The parent's side: start the child, receive its records, and turn any death of it into a sentence."""

import json
import os
import select
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import alongside
from alongside.integrations.safe_files.limits import MEBIBYTE, Limits
from alongside.integrations.safe_files.refusal import FileRefused

SOURCE_ROOT = str(Path(alongside.__file__).resolve().parents[1])
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from alongside.integrations.safe_files import child; child.main(sys.argv[2:])"
)
ADVICE = (
    "Open it in the program that made it, save it again without unused rows and columns, and try once more."
)


def records(
    path: Path,
    reader: str,
    *,
    options: Mapping[str, Any] | None = None,
    limits: Limits | None = None,
    advice: str = ADVICE,
) -> Iterator[Any]:
    """Yield what `reader` (`"module:function"`) yields for `path`, read in a limited child process.

    Values are plain JSON. `advice` is the sentence that tells a person what to do about a file that is too
    much for its reader. Raises FileRefused, possibly after some records: keep nothing of a reading that did
    not end. Leaving the iteration early ends the child.
    """
    ceilings = limits or Limits()
    check_input(path, ceilings)
    process = _start(path, reader, options or {}, ceilings)
    ended = False
    try:
        for line in _lines(process, path, ceilings, advice):
            mark, body = line[:1], line[1:]
            if mark == b"v":
                yield json.loads(body)
            elif mark == b".":
                ended = True
            else:
                raise FileRefused(_refusal(path, mark, body, ceilings, advice))
        if not ended:
            raise FileRefused(_death(path, process.wait(), ceilings, advice))
    finally:
        _stop(process)


def check_input(path: Path, limits: Limits) -> None:
    """Refuse, before any parsing, what is not there, not a plain file or folder of them, empty or too big."""
    name = path.name or str(path)
    try:
        entries = [e for e in path.iterdir() if e.is_file()] if path.is_dir() else [path]
        found = [entry.stat() for entry in entries]
    except OSError as error:
        raise FileRefused(f"{name}: the file cannot be opened ({error.strerror}). Check its place and name.")
    if not all(stat.S_ISREG(s.st_mode) for s in found):
        raise FileRefused(f"{name}: this is not a plain file. Give the file itself.")
    size = sum(s.st_size for s in found)
    if size == 0:
        raise FileRefused(f"{name}: the file is empty. Export it again and try once more.")
    if size > limits.input_bytes:
        raise FileRefused(
            f"{name}: the file is {_megabytes(size)} and at most {_megabytes(limits.input_bytes)} can be "
            "read. Check that it is the right file."
        )


def _start(path: Path, reader: str, options: Mapping[str, Any], limits: Limits) -> subprocess.Popen[bytes]:
    arguments = [
        SOURCE_ROOT,
        reader,
        str(path.resolve()),
        json.dumps(dict(options)),
        json.dumps(asdict(limits)),
    ]
    return subprocess.Popen(  # noqa: S603  a fixed program; the file's name is an argument, never a command
        [sys.executable, "-I", "-B", "-c", START, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"LC_ALL": "C.UTF-8", "TZ": "UTC"},  # nothing inherited: no secret can reach a parser
        start_new_session=True,
    )


def _lines(process: subprocess.Popen[bytes], path: Path, limits: Limits, advice: str) -> Iterator[bytes]:
    assert process.stdout is not None
    pipe = process.stdout.fileno()
    poll = select.poll()
    poll.register(pipe, select.POLLIN | select.POLLHUP)
    waited, received, tail = 0.0, 0, b""
    while True:
        began = time.perf_counter()
        ready = poll.poll(max(0.0, limits.wait_seconds - waited) * 1000)
        waited += time.perf_counter() - began
        if not ready:
            raise FileRefused(
                f"{path.name}: reading took longer than {limits.wait_seconds:g} seconds. {advice}"
            )
        chunk = os.read(pipe, MEBIBYTE)
        if not chunk:
            break
        received += len(chunk)
        *whole, tail = (tail + chunk).split(b"\n")
        if received > limits.output_bytes or len(tail) > limits.record_bytes:
            raise FileRefused(f"{path.name}: the file unpacks to more than can be received. {advice}")
        yield from whole


def _refusal(path: Path, mark: bytes, body: bytes, limits: Limits, advice: str) -> str:
    if mark == b"x":
        return f"{path.name}: {json.loads(body)}"
    if mark == b"m":
        return _too_much_memory(path, limits, advice)
    return (
        f"{path.name}: the reader met something it was not made for ({json.loads(body)}). Nothing was kept. "
        "Please report this sentence to whoever runs Alongside, without the file."
    )


def _death(path: Path, status: int, limits: Limits, advice: str) -> str:
    if status == -signal.SIGXCPU:
        return f"{path.name}: reading needed more than {limits.cpu_seconds} seconds of computing. {advice}"
    if status in (-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGKILL, -signal.SIGBUS):
        return _too_much_memory(path, limits, advice)
    return f"{path.name}: the reader stopped before the end of the file (status {status}). {advice}"


def _too_much_memory(path: Path, limits: Limits, advice: str) -> str:
    return (
        f"{path.name}: reading it would need more than {_megabytes(limits.memory_bytes)} of memory, "
        f"so it was stopped. {advice}"
    )


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
    assert process.stdout is not None
    process.stdout.close()
    process.wait()


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"
