"""What the compiled styles hold, and what no council may use."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from alongside import web
from alongside.web import brand

BUILD = Path(web.__file__).parent / "static" / "build"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def css() -> str:
    sheet = BUILD / "alongside.css"
    assert sheet.exists(), "The styles are not compiled: run bin/styles."
    return sheet.read_text()


@pytest.mark.parametrize("forbidden", ["GDS Transport", "crown", "@font-face", "royal", "nta-", "gov.uk"])
def test_neither_the_crown_nor_the_typeface_of_gov_uk_is_in_the_styles(css: str, forbidden: str) -> None:
    assert forbidden.lower() not in css.lower()


def test_no_font_and_no_image_of_gov_uk_is_served() -> None:
    served = {path.name.lower() for path in BUILD.parent.rglob("*") if path.is_file()}
    assert not [
        name
        for name in served
        if name.endswith((".woff", ".woff2", ".ttf")) or "crown" in name or "crest" in name
    ]


def test_every_image_that_the_styles_name_is_there(css: str) -> None:
    named = re.findall(r"url\(([^)]+)\)", css)
    assert named
    assert all((BUILD / name).exists() for name in named)


@pytest.mark.parametrize(
    "component", ["govuk-error-summary", "govuk-date-input", "moj-timeline", "app-deadline"]
)
def test_the_components_are_there(css: str, component: str) -> None:
    assert f".{component}" in css


def test_compiling_again_does_nothing() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "bin" / "styles"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "Styles: nothing has changed.\n"


def test_the_lock_names_no_address() -> None:
    lock = (ROOT / "package-lock.json").read_text()
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


def test_the_brand_colour_is_a_style_sheet_of_its_own() -> None:
    assert brand.style_sheet() == ":root{--govuk-brand-colour:#0f5257}\n"


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#0000ff", 8.59)]
)
def test_contrast_is_that_of_wcag(colour: str, ratio: float) -> None:
    assert brand.contrast_with_white(colour) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("colour", "sentence"),
    [
        ("#ffdd00", "Choose a darker shade"),
        ("teal", "write it as #rrggbb"),
        ("#12345g", "write it as #rrggbb"),
    ],
)
def test_a_colour_on_which_white_cannot_be_read_is_refused(colour: str, sentence: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=sentence):
        brand.checked(colour)
