"""Word files by hand, so that a test says exactly what stands in them."""

import zipfile
from pathlib import Path

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
STYLES = f"""<w:styles {NAMESPACE}>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Our heading"/><w:basedOn w:val="Heading1"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="List Bullet"/><w:pPr><w:numPr/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="y"/><w:basedOn w:val="Round"/></w:style>
</w:styles>"""


def paragraph(text: str, *, style: str = "", bold: bool = False, extra: str = "") -> str:
    """One paragraph of one run; `extra` stands after it as XML."""
    of_style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    marks = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p>{of_style}<w:r>{marks}<w:t>{text}</w:t></w:r>{extra}</w:p>"


def cell(content: str, properties: str = "") -> str:
    """One cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def rows(*held: str) -> str:
    """A table of these rows, each the XML of its cells."""
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in held) + "</w:tbl>"


def word(path: Path, body: str, **members: str) -> Path:
    """A Word file with this body; other members by name, with "_" for "/"."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {NAMESPACE} {COMPATIBLE}><w:body>{body}</w:body></w:document>"
        )
        for name, content in {"styles": STYLES, **members}.items():
            archive.writestr(f"word/{name}.xml", content)
    return path


def part(kind: str, *paragraphs: str) -> str:
    """A header, footer, notes or comments part."""
    return f"<w:{kind} {NAMESPACE}>{''.join(paragraphs)}</w:{kind}>"
