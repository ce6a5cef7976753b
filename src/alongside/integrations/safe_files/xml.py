"""Careful XML, inside the child: no document type, no entities, no network, one element at a time."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from lxml import etree

from alongside.integrations.safe_files.refusal import FileRefused

PROLOG_BYTES = 1 << 16
NO_DOCTYPE = (
    "the file declares a document type (<!DOCTYPE …>), which is never needed here and can be used to harm a "
    "computer. Ask the system that made it for a plain export."
)


def elements(path: str, tags: Iterable[str]) -> Iterator[etree._Element]:
    """Yield each finished element whose tag (any namespace) is in `tags`, as the file is read.

    The caller clears what it has used. Raises FileRefused, with the line, for a file that is not well formed,
    is cut off, is nested deeper than 256, or declares a document type.
    """
    with open(path, "rb") as file:
        if b"<!DOCTYPE" in file.read(PROLOG_BYTES):
            raise FileRefused(NO_DOCTYPE)
        file.seek(0)
        try:
            for number, (_, element) in enumerate(_parser(file, tags)):
                if number == 0:
                    _refuse_document_type(element)
                yield element
        except etree.XMLSyntaxError as error:
            line = f" at line {error.lineno}" if error.lineno else ""
            raise FileRefused(
                f"this is not complete, well formed XML{line} ({_words(error)}). Export it again."
            )


def _parser(file: BinaryIO, tags: Iterable[str]) -> "etree.iterparse[tuple[str, etree._Element]]":
    return etree.iterparse(
        file,
        events=("end",),
        tag=[f"{{*}}{tag}" for tag in tags],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def local_name(element: etree._Element) -> str:
    """The element's name without namespace, in lower case."""
    return str(element.tag).rpartition("}")[2].lower()


def _refuse_document_type(element: etree._Element) -> None:
    """A document type that the scan of the first bytes could not see, for example in UTF-16."""
    if element.getroottree().docinfo.doctype:  # type: ignore[attr-defined]  # lxml-stubs lacks it
        raise FileRefused(NO_DOCTYPE)


def _words(error: etree.XMLSyntaxError) -> str:
    """The parser's words without its hints to programmers ("use XML_PARSE_HUGE option") and its position."""
    return (error.msg or "no text").partition(", ")[0][:120]
