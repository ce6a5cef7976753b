"""Plugs the reader of documents into the service: a report that is held as bytes, read in the limited child process."""

from pathlib import Path
from tempfile import TemporaryDirectory

from alongside.core.plan.checks.blocks import Written
from alongside.integrations.plan_files import reading


class Reports:
    """Reads Word documents and plain text. Raises FileRefused for what it cannot read."""

    def read(self, file_name: str, content: bytes) -> Written:
        """The document, by the ending of its name. Nothing of it stays on the disk."""
        with TemporaryDirectory(prefix="report-") as folder:
            file = Path(folder) / f"report{Path(file_name).suffix.lower()}"
            file.write_bytes(content)
            return reading.one(file)
