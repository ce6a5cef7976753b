"""The parent's side: plans and advice from files that anybody may have made, read in the limited child process."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from alongside.core.plan.checks.blocks import Written, from_json
from alongside.integrations.plan_files import markdown, word
from alongside.integrations.safe_files import reading
from alongside.integrations.safe_files.limits import MEBIBYTE, Limits
from alongside.integrations.safe_files.refusal import FileRefused

ENDINGS = {".docx": word.read, ".md": markdown.read, ".txt": markdown.read}
ONE_FILE = 20 * MEBIBYTE
LIMITS = Limits(input_bytes=ONE_FILE, memory_bytes=384 * MEBIBYTE, cpu_seconds=20, wait_seconds=30.0)
MANY = Limits(
    input_bytes=64 * 1024 * MEBIBYTE,
    memory_bytes=512 * MEBIBYTE,
    cpu_seconds=240,
    wait_seconds=300.0,
    output_bytes=1024 * MEBIBYTE,
)
AT_ONCE = 200
ADVICE = "Open it in Word, save it again as .docx, and try once more."
HERE = "alongside.integrations.plan_files.reading"


def one(path: Path) -> Written:
    """The document in one file. Raises FileRefused with a sentence that names the file."""
    _check_ending(path)
    found = list(reading.records(path, f"{HERE}:single", limits=LIMITS, advice=ADVICE))
    return from_json(path.stem, found[0])


def many(folder: Path, names: Sequence[str]) -> Iterator[tuple[str, Written | FileRefused]]:
    """Each file of a folder, by name: its document, or why it could not be read.

    Many are read by one child, so that a large folder does not start a process for each. A file that ends the
    child is refused, and another child goes on with the next one.
    """
    waiting = list(names)
    while waiting:
        batch, done = waiting[:AT_ONCE], 0
        try:
            for record in reading.records(
                folder, f"{HERE}:several", options={"names": batch}, limits=MANY, advice=ADVICE
            ):
                name = batch[done]
                done += 1
                yield name, _result(name, record)
        except FileRefused as refusal:
            if done < len(batch):
                yield batch[done], FileRefused(f"{batch[done]}: {refusal.sentence}")
                done += 1
        waiting = waiting[done:]


def _result(name: str, record: Mapping[str, Any]) -> Written | FileRefused:
    if "refused" in record:
        return FileRefused(f"{name}: {record['refused']}")
    return from_json(Path(name).stem, record)


def _check_ending(path: Path) -> None:
    ending = path.suffix.lower()
    if ending in ENDINGS:
        return
    if ending in (".pdf", ".doc"):
        raise FileRefused(
            f"{path.name}: a {ending} file cannot be read here. Open it in Word and save it as .docx."
        )
    raise FileRefused(f"{path.name}: give a Word document (.docx), or text (.md, .txt).")


def single(path: str, options: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Runs in the child: one file."""
    yield ENDINGS[Path(path).suffix.lower()](path)


def several(path: str, options: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Runs in the child: the named files of a folder, each by itself."""
    for name in options["names"]:
        file = Path(path) / name
        try:
            _check_ending(file)
            if file.stat().st_size > ONE_FILE:
                raise FileRefused(
                    f"the file is larger than {ONE_FILE // MEBIBYTE} MB. Check that it is the right one."
                )
            yield ENDINGS[file.suffix.lower()](str(file))
        except FileRefused as refusal:
            yield {"refused": str(refusal)}
        except OSError as error:
            yield {"refused": f"the file cannot be opened ({error.strerror})."}
