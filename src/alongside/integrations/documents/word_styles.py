"""The styles of the Word files: sans-serif 12 point, British English, A4, headings that can be navigated."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

# On every machine that has Word, or has its metric equal.
FONT = "Arial"
ACCENT = RGBColor(0x14, 0x50, 0x5C)
QUIET = RGBColor(0x4A, 0x55, 0x5F)
ACCENT_FILL = "EEF4F5"

# name, size in points, space before and after in points
_HEADINGS = (
    ("Heading 1", 20, 12, 10),
    ("Heading 2", 15, 16, 6),
    ("Heading 3", 13, 12, 4),
    ("Heading 4", 12, 10, 4),
)

# python-docx's own classes carry no usable types for the parts that are reached through XML.
Part = Any


def prepare(document: Document) -> None:
    """Page, language and styles. Called once, on an empty document."""
    _page(document)
    _language(document)
    _current_word(document)
    normal = document.styles["Normal"]
    _font(normal, 12)
    normal.paragraph_format.space_after = Pt(9)
    normal.paragraph_format.line_spacing = 1.25
    for name, size, before, after in _HEADINGS:
        style = document.styles[name]
        _font(style, size)
        style.font.bold, style.font.italic = True, False
        style.font.color.rgb = ACCENT
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
    _own_styles(document)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(27), Mm(24)
    for name in ("Header", "Footer"):
        style = document.styles[name]
        _font(style, 10)
        style.font.color.rgb = QUIET
        style.paragraph_format.tab_stops.clear_all()
        style.paragraph_format.tab_stops.add_tab_stop(Mm(81), WD_TAB_ALIGNMENT.CENTER)
        style.paragraph_format.tab_stops.add_tab_stop(Mm(162), WD_TAB_ALIGNMENT.RIGHT)


def _language(document: Document) -> None:
    """en-GB as the language of every run that does not say otherwise."""
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    language = OxmlElement("w:lang")
    for name, value in (("w:val", "en-GB"), ("w:eastAsia", "en-GB"), ("w:bidi", "ar-SA")):
        language.set(qn(name), value)
    defaults.append(language)
    theme = document.settings.element.find(qn("w:themeFontLang"))
    theme.set(qn("w:val"), "en-GB")


def _current_word(document: Document) -> None:
    """Tell Word the file is written for Word 2013 and later, or it opens in compatibility mode."""
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    for old in compat.findall(qn("w:compatSetting")):
        if old.get(qn("w:name")) == "compatibilityMode":
            compat.remove(old)
    mode = OxmlElement("w:compatSetting")
    for name, value in (
        ("w:name", "compatibilityMode"),
        ("w:uri", "http://schemas.microsoft.com/office/word"),
        ("w:val", "15"),
    ):
        mode.set(qn(name), value)
    compat.append(mode)


def _font(style: Part, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    # The size of right-to-left and other complex scripts, which Word keeps apart.
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(int(size * 2)))
    properties.find(qn("w:sz")).addnext(complex_size)


def _own_styles(document: Document) -> None:
    authority = _add(document, "Authority", 17)
    authority.font.bold, authority.font.color.rgb = True, ACCENT
    authority.paragraph_format.space_after = Pt(0)
    letterhead = _add(document, "Letterhead", 10.5)
    letterhead.font.color.rgb = QUIET
    letterhead.paragraph_format.space_after = Pt(0)
    notice = _add(document, "Notice", 12)
    notice.font.bold = True
    notice.paragraph_format.keep_together = True
    _boxed(notice)
    definition = _add(document, "Definition", 12)
    definition.paragraph_format.left_indent, definition.paragraph_format.first_line_indent = Mm(5), Mm(-5)
    _add(document, "After table", 6).paragraph_format.space_after = Pt(0)
    caption, quote = document.styles["Caption"], document.styles["Quote"]
    _font(caption, 12)
    caption.font.bold, caption.font.color.rgb = True, RGBColor(0, 0, 0)
    _font(quote, 12)
    quote.font.italic = False
    quote.paragraph_format.left_indent = Mm(8)


def _add(document: Document, name: str, size: float) -> Part:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _font(style, size)
    return style


def _boxed(style: Part) -> None:
    """A rule on the left and a tint: set apart by shape, not by colour alone."""
    properties = style.element.get_or_add_pPr()
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("w:val", "single"), ("w:sz", "32"), ("w:space", "8"), ("w:color", "14505C")):
        left.set(qn(name), value)
    borders.append(left)
    shading = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", ACCENT_FILL)):
        shading.set(qn(name), value)
    # The order of these children is fixed by the schema: Word refuses the file otherwise.
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
    properties.insert_element_before(shading, "w:tabs", "w:spacing", "w:ind", "w:jc")
