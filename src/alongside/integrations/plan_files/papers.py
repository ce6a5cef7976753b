"""The port `PaperReader`: the text of an advice that came as a Word or PDF file, read in the limited child process."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from alongside.core.advice.papers import Passage
from alongside.core.plan.checks.blocks import Block, Line, lines_of
from alongside.core.refusal import Refused
from alongside.integrations.plan_files import reading as documents
from alongside.integrations.safe_files import reading

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
LONGEST_HEADING = 90
ADVICE = "It is kept as it came: open it and mark its lines by hand."
CANNOT = "Only Word (.docx) and PDF files are read. Open the file and mark its lines by hand."


class Papers:
    """Word and PDF files from outside."""

    def passages(self, file_name: str, content: bytes, media_type: str) -> tuple[Passage, ...]:
        """Every paragraph that holds text, with where it stands. Raises `Refused` with a sentence fit to show."""
        if media_type not in (WORD, PDF):
            raise Refused(CANNOT)
        ending = ".docx" if media_type == WORD else ".pdf"
        with tempfile.TemporaryDirectory(prefix="advice-") as folder:
            path = Path(folder) / f"the advice{ending}"
            path.write_bytes(content)
            return tuple(_of_word(path) if media_type == WORD else _of_pdf(path))


def _of_pdf(path: Path) -> Iterator[Passage]:
    reader = "alongside.integrations.plan_files.pdf:read"
    for record in reading.records(path, reader, limits=documents.LIMITS, advice=ADVICE):
        place = f"page {record['page']}, paragraph {record['number']}"
        yield Passage(place, record["text"], record["level"], record["listed"])


def _of_word(path: Path) -> Iterator[Passage]:
    tables = paragraphs = 0
    for block in documents.one(path).blocks:
        if isinstance(block, Line):
            paragraphs += 1
            yield from _passages(block, f"paragraph {paragraphs}")
            continue
        tables += 1
        for number, row in enumerate(block.rows, start=1):
            for cell in row:
                yield from _cell(cell.blocks, f"table {tables}, row {number}")


def _cell(blocks: tuple[Block, ...], place: str) -> Iterator[Passage]:
    for line in lines_of(blocks):
        yield from _passages(line, place)


def _passages(line: Line, place: str) -> Iterator[Passage]:
    level = line.level or int(line.is_bold and len(line.text) < LONGEST_HEADING) * 2
    for part in line.text.split("\n"):
        if part.strip():
            yield Passage(place, part.strip(), level, line.is_listed)
