"""Which lines of a plan begin a section, however an authority words and marks them.

The letters are those of SEND Regulations 2014 reg 12(1); the titles are those that authorities give them.
"""

import re
from dataclasses import dataclass

from alongside.core.plan.checks import language, lexicon

SECTIONS = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
FRONT = "0"
"""Where everything stands that comes before the first section, and what is in the margins."""

MOST_WORDS = 26

_LETTER = r"(H\s?[12]|[A-K])"
_LETTERED = re.compile(
    rf"^(?:\d{{1,2}}[.)]?\s+)?(?P<word>(?:ehcp?\s+)?(?:plan\s+)?(?:sections?|parts?))\s*[:\-–—]?\s*[“\"'(]?{_LETTER}(?![A-Za-z0-9])[”\"')]?"
    r"(?:\s*(?:,|and|&|/|to|-|–)\s*(?:section\s+)?(?P<more>H\s?2|[B-K])(?![A-Za-z0-9]))?"
    r"\s*(?P<sign>[:.)\-–—|]*)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BARE = re.compile(rf"^{_LETTER}(?![A-Za-z0-9'’])\s*(?P<sign>[:.)\-–—|]*)\s*(?P<rest>.*)$", re.DOTALL)
_TITLES = {
    "A": r"views|aspirations|interests|all about|about me|my story|one[- ]page",
    "B": r"(?:special )?education(?:al)? needs|\bsen\b(?! prov)|what .* finds? hard",
    "C": r"health(?:[ -]?care)? needs|health needs",
    "D": r"social[ -]care needs",
    "E": r"outcomes?",
    "F": r"educational provision|sen provision|provision to meet",
    "G": r"health(?:[ -]?care)? (?:provision|support)",
    "H1": r"chronically sick|csdpa|1970|social[ -]care (?:provision|support)|under 18",
    "H2": r"(?:any )?other social[ -]care|social[ -]care (?:provision|support)|reasonably required",
    "H": r"social[ -]care (?:provision|support)",
    "I": r"placement|school|setting|institution|educational establishment",
    "J": r"personal budget|direct payment",
    "K": r"advice|information|evidence|appendi|reports",
}
_BY_TITLE = (
    ("H1", r"^.*(?:chronically sick and disabled|csdpa).*$"),
    ("H2", r"^(?:any )?other social[ -]care (?:provision|support).*$"),
    ("A", lexicon.pattern("headings.views").pattern),
    ("F", r"^(?:the )?special educational provision.*$"),
    ("B", r"^(?:the )?(?:\S+ )?special educational needs(?: \(sen\))?$"),
    ("C", r"^health(?:[ -]?care)? needs.*$"),
    ("D", r"^social[ -]care needs.*$"),
    ("G", r"^health(?:[ -]?care)? provision.*$"),
    ("E", r"^(?:the )?(?:desired |agreed )?outcomes(?: sought.*| for .*)?$"),
    ("J", r"^personal budgets?.*$"),
    ("I", r"^(?:educational )?placement$|^name (?:and type )?of (?:the )?(?:school|setting).*$"),
    ("K", r"^advice and information.*$"),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The beginning of a section: its letter, and a second where one heading stands for two."""

    letter: str
    second: str = ""
    by_title: bool = False


def heading_of(text: str, *, is_marked: bool) -> Heading | None:
    """The heading that a line is; None where it is not one.

    `is_marked` says that the line is set apart: a heading style, bold throughout, or alone in a cell.
    """
    line = (
        re.sub(r"[\s.…]*\t?\s*\d{0,3}$", "", text.strip()) if "\t" in text or "...." in text else text.strip()
    )
    if not line or len(language.words(line)) > MOST_WORDS:
        return None
    return _lettered(line, is_marked) or _bare(line, is_marked) or (_titled(line) if is_marked else None)


def _lettered(line: str, is_marked: bool) -> Heading | None:
    match = _LETTERED.match(line)
    if match is None:
        return None
    letter = match.group(2).upper().replace(" ", "")
    rest, sign = match.group("rest").strip(), match.group("sign")
    second = (match.group("more") or "").upper().replace(" ", "")
    if not is_marked and rest and not _fits(letter, rest):
        return None
    if not is_marked and not sign and (line.endswith(".") or rest[:1].islower()):
        return None  # a sentence that speaks of a section
    if letter == "H":
        letter = _which_h(rest)
    return Heading(letter, second)


def _bare(line: str, is_marked: bool) -> Heading | None:
    match = _BARE.match(line)
    if match is None:
        return None
    letter = match.group(1).upper().replace(" ", "")
    rest, sign = match.group("rest").strip(), match.group("sign")
    if not rest or not _fits(letter, rest) or not (sign or is_marked):
        return None
    if letter in ("A", "I") and not sign:
        return None  # the words "a" and "I"
    if not is_marked and (rest.endswith(".") or len(rest) > 120):
        return None
    return Heading(_which_h(rest) if letter == "H" else letter)


def _titled(line: str) -> Heading | None:
    lowered = language.clean(line).lower().rstrip(" :.")
    for letter, pattern in _BY_TITLE:
        if re.match(pattern, lowered):
            return Heading(letter, by_title=True)
    return None


def _which_h(rest: str) -> str:
    if re.search(_TITLES["H1"].split("|social")[0] + "|section 2", rest, re.IGNORECASE):
        return "H1"
    if re.search(r"any other|other social", rest, re.IGNORECASE):
        return "H2"
    return "H"


def _fits(letter: str, rest: str) -> bool:
    return re.search(_TITLES[letter], rest, re.IGNORECASE) is not None
