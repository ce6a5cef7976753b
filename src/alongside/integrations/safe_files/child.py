"""What runs in the child: take the ceilings, then the reader, then one JSON record per line.

Each line begins with one letter: `v` a value, `x` a refusal in words, `m` out of memory, `f` a fault in the
reader, `.` the end. A stream without `.` is a child that died. Nothing here may import Django.
"""

import importlib
import json
import resource
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from alongside.integrations.safe_files.refusal import FileRefused

Reader = Callable[[str, Mapping[str, Any]], Iterator[Any]]

READERS_LIVE_IN = "alongside.integrations."


def take_limits(limits: Mapping[str, int]) -> None:
    """Lower this process's ceilings for good. No core file either: it would hold children's data."""
    for name, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, limits["open_files"]),
        (resource.RLIMIT_AS, limits["memory_bytes"]),
    ):
        resource.setrlimit(name, (value, value))
    # One second between the two, so that the end comes as SIGXCPU, which says why, and not as SIGKILL.
    resource.setrlimit(resource.RLIMIT_CPU, (limits["cpu_seconds"], limits["cpu_seconds"] + 1))


def load(reader: str) -> Reader:
    """The function named `"module:function"`, which must live among the integrations."""
    module, _, function = reader.partition(":")
    if not module.startswith(READERS_LIVE_IN):
        raise ValueError(f"a reader lives under {READERS_LIVE_IN}, not in {module}")
    found: Reader = getattr(importlib.import_module(module), function)
    return found


def serve(reader: str, path: str, options: Mapping[str, Any], out: BinaryIO) -> None:
    """Write every record of the reader to `out`, and how it ended."""
    dumps = json.JSONEncoder(check_circular=False).encode
    try:
        for record in load(reader)(path, options):
            out.write(b"v%s\n" % dumps(record).encode())
        out.write(b".\n")
    except FileRefused as refusal:
        out.write(b"x%s\n" % dumps(str(refusal)).encode())
    except MemoryError:
        out.write(b"m\n")
    except BrokenPipeError:
        raise
    except BaseException as fault:  # a Rust panic in a parser is not an Exception
        last = traceback.extract_tb(fault.__traceback__)[-1]
        words = f"{type(fault).__name__} in {Path(last.filename).name} line {last.lineno}"
        out.write(b"f%s\n" % dumps(words).encode())
    out.flush()


def main(arguments: list[str]) -> None:
    """Entry of the child: reader, path, options and limits, the last two as JSON."""
    reader, path, options, limits = arguments
    take_limits(json.loads(limits))
    with open(sys.stdout.fileno(), "wb", buffering=1 << 16, closefd=False) as out:
        serve(reader, path, json.loads(options), out)
