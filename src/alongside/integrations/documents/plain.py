"""The sheet as plain text: the same words in the same order, for where nobody will print it."""

from alongside.integrations.documents.content import Bullets, Heading, words
from alongside.integrations.documents.sheet import Sheet

LONGEST_LINE = 100


def render(sheet: Sheet) -> bytes:
    """The whole sheet in UTF-8, one line to a paragraph."""
    parts = ["\n".join(sheet.letterhead), *([sheet.banner] if sheet.banner else [])]
    for block in sheet.blocks:
        if isinstance(block, Bullets):
            parts.append("\n".join(f"- {item}" for item in block.items))
        elif isinstance(block, Heading):
            parts.append(
                f"{block.text}\n{('=' if block.level == 1 else '-') * min(len(block.text), LONGEST_LINE)}"
            )
        else:
            parts.append(words(block))
    return ("\n\n".join(part for part in parts if part.strip()) + "\n").encode()
