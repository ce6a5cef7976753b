"""The port `FileReader`: what a letter, photo or report from outside really is, by its first bytes.

Nothing is parsed in this process. A Word file is a zip, so the list of what is inside it is read in the child.
A file whose content is not what its name says is refused: it is either damaged or a disguise.
"""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from alongside.core.refusal import Refused
from alongside.integrations.safe_files import archives, reading
from alongside.integrations.safe_files.limits import MEBIBYTE, Limits

MOST_BYTES = 20_000_000
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLD_WORD = "application/msword"
ENDINGS: Mapping[str, str] = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "heic": "image/heic",
    "doc": OLD_WORD,
    "docx": WORD,
}
STARTS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "application/pdf"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypheix", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_WORD),
    (0, b"PK\x03\x04", WORD),
)
CEILINGS = Limits(input_bytes=MOST_BYTES, memory_bytes=256 * MEBIBYTE, cpu_seconds=5, wait_seconds=10.0)


class Uploads:
    """Letters, photos and reports that people send in."""

    def check(self, file_name: str, content: bytes) -> str:
        """The media type of the file. Raises `Refused` with a sentence that names the file."""
        name = PurePath(file_name).name or "The file"
        ending = PurePath(name).suffix.lstrip(".").lower()
        if ending not in ENDINGS:
            raise Refused(
                f"“{name}” cannot be taken. Send a photo (JPG, PNG or HEIC), a PDF or a Word file.",
                field="file",
            )
        if not content:
            raise Refused(f"“{name}” is empty. Choose the file again, or take the photo again.", field="file")
        if len(content) > MOST_BYTES:
            raise Refused(
                f"“{name}” is {len(content) / 1_000_000:.0f} MB. Files can be up to {MOST_BYTES // 1_000_000} MB: "
                "send it in parts, or take the photo again at a smaller size.",
                field="file",
            )
        found = next((kind for at, start, kind in STARTS if content[at : at + len(start)] == start), "")
        if found != ENDINGS[ending]:
            raise Refused(
                f"“{name}” is not what its name says: its content is not that of a .{ending} file. "
                "It may be damaged. Save it again, or take a photo of it.",
                field="file",
            )
        if found == WORD:
            _check_word(name, content)
        return found


def _check_word(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="upload-") as folder:
        path = Path(folder) / "upload.docx"
        path.write_bytes(content)
        try:
            members = next(iter(reading.records(path, f"{__name__}:members", limits=CEILINGS)))
        except Refused as refusal:
            raise Refused(f"“{name}” cannot be read. {refusal.sentence}", field="file") from None
    if "word/document.xml" not in members or any(m.lower().endswith("vbaproject.bin") for m in members):
        raise Refused(
            f"“{name}” is not a plain Word document: it has no text in it, or it holds a program (macros). "
            "Save it as an ordinary Word document or as PDF and send that.",
            field="file",
        )


def members(path: str, options: Mapping[str, Any]) -> Iterator[list[str]]:
    """Runs in the child: the names of what is inside a zip."""
    with archives.opened(path, most_bytes=CEILINGS.output_bytes) as archive:
        yield archive.namelist()
