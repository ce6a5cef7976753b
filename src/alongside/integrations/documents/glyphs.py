"""Which characters the fonts in this folder can draw, and words in place of those they cannot.

PDF/UA-1 refuses a page on which a character has no glyph. A character outside the fonts is therefore printed
as its Unicode name in square brackets: nothing is dropped without a trace.
"""

import struct
import unicodedata
from functools import cache
from pathlib import Path

FONT_FOLDER = Path(__file__).parent / "fonts"

# Characters with no shape of their own; layout uses or ignores them (Unicode Default_Ignorable_Code_Point).
_SHAPELESS = frozenset([0x0A, 0x20, 0xA0, 0xAD, 0x34F, *range(0x200B, 0x2010), *range(0x2060, 0x2065)])
_DROPPED_IF_UNKNOWN = (*range(0xFE00, 0xFE10), *range(0xE0000, 0xE1000))


def _subtables(data: bytes) -> dict[int, int]:
    """Format number to offset of each character map in a TrueType font (OpenType specification, `cmap`)."""
    tables = struct.unpack_from(">H", data, 4)[0]
    found: dict[int, int] = {}
    for number in range(tables):
        tag, _, start, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        if tag != b"cmap":
            continue
        for entry in range(struct.unpack_from(">H", data, start + 2)[0]):
            offset = start + struct.unpack_from(">HHL", data, start + 4 + 8 * entry)[2]
            found[struct.unpack_from(">H", data, offset)[0]] = offset
    return found


def characters(font: Path) -> frozenset[int]:
    """The code points that a TrueType font maps to a glyph, by its format 12 or format 4 character map."""
    data = font.read_bytes()
    maps = _subtables(data)
    if 12 in maps:
        groups = struct.unpack_from(">L", data, maps[12] + 12)[0]
        spans = [struct.unpack_from(">LL", data, maps[12] + 16 + 12 * group) for group in range(groups)]
    elif 4 in maps:
        offset = maps[4]
        half = struct.unpack_from(">H", data, offset + 6)[0] // 2
        ends = struct.unpack_from(f">{half}H", data, offset + 14)
        starts = struct.unpack_from(f">{half}H", data, offset + 16 + 2 * half)
        spans = [span for span in zip(starts, ends, strict=True) if span != (0xFFFF, 0xFFFF)]
    else:
        raise ValueError(
            f"The font {font.name} has no character map of format 4 or 12: use another font file."
        )
    return frozenset(point for start, end in spans for point in range(start, end + 1))


@cache
def drawable_points(pattern: str = "*.ttf") -> frozenset[int]:
    """The code points that at least one of the fonts matching `pattern` draws."""
    return frozenset().union(*(characters(font) for font in sorted(FONT_FOLDER.glob(pattern))))


def drawable(text: str, *, plain: bool = False) -> str:
    """The text with each character that no font draws replaced by its name, as in "[cjk unified
    ideograph-674e]".

    `plain` keeps only what the main typeface draws by itself: the last resort where characters each font
    knows cannot be drawn together.
    """
    known = drawable_points("NotoSans_400Regular.ttf" if plain else "*.ttf")
    parts: list[str] = []
    for character in text:
        point = ord(character)
        if point in known or point in _SHAPELESS:
            parts.append(character)
        elif point not in _DROPPED_IF_UNKNOWN:
            parts.append(f"[{unicodedata.name(character, f'character {point:X}').lower()}]")
    return "".join(parts)
