"""The authority's colour: what makes the same service look like its own."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3: white text on the brand colour must be readable."""


def colour() -> str:
    """The brand colour of this install, #rrggbb, checked."""
    return checked(settings.BRAND_COLOUR)


def checked(colour: str) -> str:
    """The colour, if white can be read on it; otherwise a sentence at start-up, never an unreadable page."""
    found = contrast_with_white(colour)
    if found < LEAST_CONTRAST:
        raise ImproperlyConfigured(
            f"ALONGSIDE_BRAND_COLOUR is {colour}: white text on it has a contrast of {found:.1f} to 1 and needs "
            f"{LEAST_CONTRAST} to 1. Choose a darker shade."
        )
    return colour


def contrast_with_white(colour: str) -> float:
    """Contrast ratio of WCAG 2.2 between white and `#rrggbb`, 1 to 21."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ImproperlyConfigured(f"ALONGSIDE_BRAND_COLOUR is {colour!r}: write it as #rrggbb.")
    try:
        channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    except ValueError:
        raise ImproperlyConfigured(f"ALONGSIDE_BRAND_COLOUR is {colour!r}: write it as #rrggbb.") from None
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def style_sheet() -> str:
    """The few custom properties that the compiled styles leave to the authority."""
    return f":root{{--govuk-brand-colour:{colour()}}}\n"
