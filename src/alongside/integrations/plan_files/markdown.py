"""Markdown and plain text, inside the child, as lines and grids."""

import re
from pathlib import Path
from typing import Any

from alongside.integrations.safe_files.refusal import FileRefused

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_LISTED = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+(.*)$")
_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_MARGIN = re.compile(r"^Page (?:header|footer):\s*(.*)$")


def read(path: str) -> dict[str, Any]:
    """The record of one text file. Raises FileRefused for one that is not text."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused("this is not text in UTF-8. Save it again as UTF-8 or as a Word document.")
    if "\x00" in text:
        raise FileRefused("this is not a text file. Save it again as UTF-8 text or as a Word document.")
    blocks: list[dict[str, Any]] = []
    margins: list[str] = []
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if line.lstrip().startswith("|"):
            if not _RULE.match(line) or "-" not in line:
                rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        if rows:
            blocks.append({"rows": [[_cell(cell) for cell in row] for row in rows]})
            rows = []
        margin = _MARGIN.match(line)
        if margin:
            margins.append(margin.group(1))
        elif line.strip():
            blocks.append(_line(line.strip()))
    return {"blocks": blocks, "margins": margins, "comments": []}


def _cell(text: str) -> dict[str, Any]:
    return {"blocks": [_line(part.strip()) for part in text.split("<br>") if part.strip()]}


def _line(text: str) -> dict[str, Any]:
    heading = _HEADING.match(text)
    if heading:
        return {"text": _plain(heading.group(2)), "level": len(heading.group(1))}
    listed = _LISTED.match(text)
    bold = _BOLD.fullmatch(text)
    return {
        "text": _plain(
            listed.group(1) if listed and text[0] in "-*+•" and not text.startswith("**") else text
        ),
        "bold": bold is not None,
        "listed": listed is not None,
    }


def _plain(text: str) -> str:
    return _BOLD.sub(lambda match: match.group(1) or match.group(2), text)
