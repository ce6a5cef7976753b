"""Word files (.docx), inside the child: what a reader of the printed plan would see, as lines and grids.

Inserted text counts and deleted text does not; runs are joined; fields give their last result; text boxes stand
after the paragraph that holds them. Format: ECMA-376 part 1 (WordprocessingML).
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from alongside.integrations.safe_files import archives, xml
from alongside.integrations.safe_files.refusal import FileRefused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_UNPACKED = 64 * 1024 * 1024
DEEPEST_TABLE = 24
_SKIPPED = {
    W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "txbxContent", "sectPr")
}
_CONTAINERS = {W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
Style = tuple[int, bool, bool]
"""Of a paragraph style: the level of heading that it is, whether it is bold, whether it is a list."""

_STYLES: dict[tuple[int, int], dict[str, Style]] = {}
MOST_TEMPLATES = 32
_MARGINS = ("word/header", "word/footer", "word/footnotes", "word/endnotes")


def read(path: str) -> dict[str, Any]:
    """The record of one Word file."""
    with archives.opened(path, most_bytes=MOST_UNPACKED) as archive:
        names = archive.namelist()
        if "word/document.xml" not in names:
            raise FileRefused("this is not a Word document: it holds no text. Save it again as .docx.")
        styles = _known_styles(archive) if "word/styles.xml" in names else {}
        body = _parsed(archive, "word/document.xml").find(W + "body")
        if body is None:
            raise FileRefused("this Word document has no body. Save it again as .docx.")
        margins = [
            line
            for name in sorted(names)
            if name.startswith(_MARGINS) and name.endswith(".xml")
            for line in _lines(_parsed(archive, name))
        ]
        comments = _lines(_parsed(archive, "word/comments.xml")) if "word/comments.xml" in names else []
        blocks = list(_blocks(body, styles, 0))
    return {"blocks": blocks, "margins": list(dict.fromkeys(margins)), "comments": comments}


def _parsed(archive: Any, member: str) -> etree._Element:
    content = archives.contents(archive, member, most_bytes=MOST_UNPACKED)
    if b"<!DOCTYPE" in content[: xml.PROLOG_BYTES]:
        raise FileRefused(xml.NO_DOCTYPE)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefused(
            f"its part {member} is not complete, well formed XML ({(error.msg or 'no text')[:100]}). "
            "Open it in Word, save it again, and try once more."
        )
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # lxml-stubs lacks it
        raise FileRefused(xml.NO_DOCTYPE)
    return root


def _known_styles(archive: Any) -> dict[str, Style]:
    """The styles; plans of one authority share a template, so those of the last files are kept."""
    member = archive.getinfo("word/styles.xml")
    key = (member.CRC, member.file_size)
    if key not in _STYLES:
        if len(_STYLES) >= MOST_TEMPLATES:
            _STYLES.clear()
        _STYLES[key] = _styles(_parsed(archive, "word/styles.xml"))
    return _STYLES[key]


def _styles(root: etree._Element) -> dict[str, Style]:
    """Each paragraph style by its id."""
    held = {style.get(W + "styleId", ""): style for style in root.iter(W + "style")}
    found: dict[str, Style] = {}
    for name, style in held.items():
        level, bold, listed, seen = 0, None, False, 0
        each: etree._Element | None = style
        while each is not None and seen < 12:
            level = level or _level(each)
            bold = _is_on(each.find(f"{W}rPr/{W}b")) if bold is None else bold
            listed = listed or each.find(f"{W}pPr/{W}numPr") is not None
            based = each.find(W + "basedOn")
            each = held.get(based.get(W + "val", "")) if based is not None else None
            seen += 1
        found[name] = (level, bool(bold), listed)
    return found


def _level(style: etree._Element) -> int:
    named = style.find(W + "name")
    name = (named.get(W + "val") or "").lower() if named is not None else ""
    if name == "title":
        return 1
    if name.startswith("heading ") and name[8:].isdigit():
        return int(name[8:])
    return _outline(style)


def _outline(holder: etree._Element) -> int:
    outline = holder.find(f"{W}pPr/{W}outlineLvl")
    value = outline.get(W + "val", "9") if outline is not None else "9"
    return int(value) + 1 if value.isdigit() and int(value) < 9 else 0


def _is_on(mark: etree._Element | None) -> bool | None:
    return None if mark is None else mark.get(W + "val", "1") not in ("0", "false", "off")


def _blocks(holder: etree._Element, styles: dict[str, Style], depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST_TABLE:
        raise FileRefused(
            f"it holds tables within tables more than {DEEPEST_TABLE} deep. Save it as a simpler document."
        )
    for element in holder:
        if element.tag == W + "p":
            yield _line(element, styles)
            for box in element.iter(W + "txbxContent"):
                if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                    yield from _blocks(box, styles, depth + 1)
        elif element.tag == W + "tbl":
            yield {"rows": list(_rows(element, styles, depth))}
        elif element.tag in _CONTAINERS:
            yield from _blocks(element, styles, depth)


def _rows(table: etree._Element, styles: dict[str, Style], depth: int) -> Iterator[list[dict[str, Any]]]:
    for row in _children(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        before = row.find(f"{W}trPr/{W}gridBefore")
        cells: list[dict[str, Any]] = _empty(_number(before))
        for cell in _children(row, "tc"):
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            cells.append(
                {
                    "blocks": list(_blocks(cell, styles, depth + 1)),
                    "goes_on": merged is not None and merged.get(W + "val") != "restart",
                }
            )
            cells += _empty(_number(cell.find(f"{W}tcPr/{W}gridSpan")) - 1)
        yield cells


def _empty(number: int) -> list[dict[str, Any]]:
    return [{"blocks": []} for _ in range(min(number, 64))]


def _number(element: etree._Element | None) -> int:
    value = element.get(W + "val", "0") if element is not None else "0"
    return int(value) if value.isdigit() else 0


def _children(holder: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those within content controls."""
    for element in holder:
        if element.tag == W + name:
            yield element
        elif element.tag in _CONTAINERS:
            yield from _children(element, name)


def _line(paragraph: etree._Element, styles: dict[str, Style]) -> dict[str, Any]:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    plain = (0, False, False)
    level, bold, listed = styles.get(style.get(W + "val", ""), plain) if style is not None else plain
    runs = [
        run
        for run in paragraph.iter(W + "r")
        if "".join(_words(run)).strip() and not _is_gone(run, paragraph)
    ]
    marks = [_is_on(run.find(f"{W}rPr/{W}b")) for run in runs]
    return {
        "text": "".join(_words(paragraph)),
        "level": level or _outline(paragraph),
        "bold": bool(runs) and all(bold if mark is None else mark for mark in marks),
        "listed": listed or paragraph.find(f"{W}pPr/{W}numPr") is not None,
    }


def _is_gone(run: etree._Element, paragraph: etree._Element) -> bool:
    for above in run.iterancestors():
        if above is paragraph:
            return False
        if above.tag in _SKIPPED or above.tag == _FALLBACK:
            return True
    return False


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED or child.tag == _FALLBACK:
            continue
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        else:
            yield from _words(child)


def _lines(root: etree._Element) -> list[str]:
    """Every paragraph of a margin, note or comment that has words in it."""
    return [text for paragraph in root.iter(W + "p") if (text := "".join(_words(paragraph)).strip())]
