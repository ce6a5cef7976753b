"""How a field is drawn, apart from what it asks: sizes, keyboards, headings."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """`width` is a GOV.UK width: 2, 3, 4, 5, 10, 20 characters, or 0 for the full line.

    `heading` makes the label or legend the page's h1: for pages that ask one thing. `autocomplete` is a value of
    the HTML standard (WCAG 1.3.5). `inline` puts radios side by side. `reveals` names, by option, the field of
    the same form that stands under that option.
    """

    width: int = 0
    rows: int = 5
    heading: bool = False
    autocomplete: str = ""
    inputmode: str = ""
    spellcheck: bool | None = None
    inline: bool = False
    small: bool = False
    reveals: dict[str, str] = field(default_factory=dict)
    option_hints: dict[str, str] = field(default_factory=dict)


PLAIN = Look()
