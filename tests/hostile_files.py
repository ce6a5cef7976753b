"""Files that somebody might send to do harm, or by mistake, as bytes. Small here, whatever they become when opened."""

import io
import zipfile

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\x00" * 200 + b"\xff\xd9"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
ENTITY_BOMB = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "bomb">{ENTITIES}]><r>&e11;</r>'.encode()
SCRIPT_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PROGRAM = b"MZ\x90\x00" + b"\x00" * 2000
SECRET_PDF = PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 9 0 R")
PHOTO_AND_PAGE = JPEG + b"<html><script>alert(1)</script></html>"
OPEN_ROW = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def named(members: dict[str, bytes]) -> bytes:
    """A zip with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def zip_bomb(name: str) -> bytes:
    """A fifth of a megabyte that unpacks to 200 MB."""
    return named({name: b"\x00" * 200_000_000})


def sparse_workbook() -> bytes:
    """A workbook of one cell, in the last column of the last row."""
    sheet = f"<worksheet><sheetData>{OPEN_ROW}</sheetData></worksheet>"
    book = '<workbook><sheets><sheet name="Person" sheetId="1" r:id="rId1"/></sheets></workbook>'
    return named({"xl/workbook.xml": book.encode(), "xl/worksheets/sheet1.xml": sheet.encode()})


LETTERS: dict[str, tuple[bytes, bytes]] = {
    "an entity bomb called a letter": (b"letter.pdf", ENTITY_BOMB),
    "an entity bomb by its own name": (b"letter.xml", ENTITY_BOMB),
    "a zip bomb called a Word file": (b"letter.docx", zip_bomb("word/document.xml.bomb")),
    "a workbook called a Word file": (b"letter.docx", sparse_workbook()),
    "a program called a PDF": (b"letter.pdf", PROGRAM),
    "a program by its own name": (b"letter.exe", PROGRAM),
    "a web page called a photo": (b"photo.jpg", b"<html><script>alert(1)</script></html>"),
    "a drawing with a script": (b"drawing.svg", SCRIPT_SVG),
    "a drawing with a script called a photo": (b"photo.png", SCRIPT_SVG),
    "nothing": (b"letter.pdf", b""),
    "a Word file with a program in it": (
        b"letter.docx",
        named({"word/document.xml": b"<w:document/>", "word/vbaProject.bin": b"x"}),
    ),
    "a name that ends in something else read backwards": ("letter\u202efdp.exe".encode(), PROGRAM),
    "a name that ends after a NUL": (b"letter.exe\x00.pdf", PROGRAM),
    "a name that is only a path": (b"../../../../", PDF),
}
"""What must be refused with a sentence at every door that takes a letter or photo: name and content."""

TAKEN: dict[str, tuple[bytes, bytes]] = {
    "a name with a path": (b"../../../../tmp/evil.pdf", PDF),
    "a name with a NUL": (b"le\x00tter.pdf", PDF),
    "a name that turns": ("let\u202eter.pdf".encode(), PDF),
    "a PDF that asks for a password": (b"secret.pdf", SECRET_PDF),
    "a photo that is a web page too": (b"photo.jpg", PHOTO_AND_PAGE),
}
"""What is taken as it is, under a name without its tricks; it is only ever given back as an inert download."""

RETURNS: dict[str, tuple[bytes, bytes]] = {
    "an entity bomb": (b"return.xml", ENTITY_BOMB),
    "a zip bomb": (b"return.zip", zip_bomb("person.csv")),
    "a sparse workbook": (b"return.xlsx", sparse_workbook()),
    "a program called a return": (b"return.xml", PROGRAM),
    "an old workbook of junk": (b"return.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x07" * 5000),
    "a path in a zip": (b"return.zip", named({"../../etc/person.csv": b"a,b\n1,2\n"})),
}
"""What a data officer might hand in."""
