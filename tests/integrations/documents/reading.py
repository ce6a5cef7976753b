"""How the tests read a PDF and a Word file back, and how hard a text is to read."""

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
import pypdf


def squeezed(text: str) -> str:
    """Without any white space, which a page breaks where it likes."""
    return re.sub(r"\s+", "", text)


def pdf(printed: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(printed))


def pdf_text(printed: bytes) -> str:
    """The words of every page, squeezed."""
    return squeezed("".join(page.extract_text() for page in pdf(printed).pages))


def pdf_body(printed: bytes) -> str:
    """The words between header and footer of every page, squeezed: a paragraph may go on overleaf."""
    pages = [page.extract_text().split("\n") for page in pdf(printed).pages]
    return squeezed("".join("".join(lines[1:-1]) for lines in pages))


def actual_texts(printed: bytes) -> list[str]:
    """The texts that the file gives to read in place of glyphs, where the two do not pair up."""
    streams = [page.get_contents() for page in pdf(printed).pages]
    content = "".join(stream.get_data().decode("latin-1") for stream in streams if stream is not None)
    return [
        bytes.fromhex(found).decode("utf-16") for found in re.findall(r"/ActualText\s*<([0-9A-F]+)>", content)
    ]


def tags(printed: bytes) -> list[tuple[str, Any]]:
    """The structure tree in reading order: each element and its type, mapped to the standard one."""
    root = pdf(printed).trailer["/Root"]["/StructTreeRoot"]
    roles = root.get("/RoleMap", {})

    def walk(node: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(node, pypdf.generic.ArrayObject):
            for child in node:
                yield from walk(child.get_object())
        elif isinstance(node, pypdf.generic.DictionaryObject):
            if "/S" in node:
                kind = str(node["/S"])
                yield str(roles.get(kind, kind)).lstrip("/"), node
            if "/K" in node:
                yield from walk(node["/K"])

    return list(walk(root["/K"]))


def word(printed: bytes) -> Any:
    return docx.Document(io.BytesIO(printed))


def word_text(printed: bytes) -> str:
    """The words of body, tables, header and footer, squeezed."""
    document = word(printed)
    section = document.sections[0]
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    parts += [paragraph.text for paragraph in (*section.header.paragraphs, *section.footer.paragraphs)]
    return squeezed(" ".join(parts))


def syllables(word: str) -> int:
    """A usual estimate: groups of vowels, less a silent e."""
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(groups, 1)


def grade(text: str) -> tuple[float, float]:
    """Mean sentence length in words, and Flesch–Kincaid grade (1975). The grade plus 5 is an age."""
    sentences = [part for part in re.split(r"(?<=[.?!])\s+|\n+", text) if re.search(r"[A-Za-z]{2}", part)]
    found = [re.findall(r"[A-Za-z’']+", sentence) for sentence in sentences]
    count = sum(len(each) for each in found)
    beats = sum(syllables(each) for sentence in found for each in sentence)
    length = count / len(found)
    return length, 0.39 * length + 11.8 * beats / count - 15.59
