"""Templates: misspellings are found, and no page carries inline script or style."""

import re
from pathlib import Path

import pytest
from django.template import engines
from jinja2 import UndefinedError

from alongside import web
from alongside.web.presenters.tags import Tag

FOLDER = Path(web.__file__).parent / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))


def rendered(source: str, **context: object) -> str:
    return str(engines["jinja2"].from_string(source).render(context))


@pytest.mark.parametrize(
    "source",
    [
        "{{ chld }}",
        "{{ tag.txt }}",
        "{{ tag.txt.more }}",
        "{% if tag.txt %}x{% endif %}",
        "{{ chld.name | safe }}",
    ],
)
def test_a_misspelt_name_is_an_error_and_not_an_empty_place(source: str) -> None:
    with pytest.raises(UndefinedError):
        rendered(source, tag=Tag("Late"))


def test_an_option_that_nobody_set_is_nothing() -> None:
    assert rendered("[{{ options.classes }}{{ options.label.text }}]", options={}) == "[]"
    assert rendered("{% if back %}x{% endif %}") == ""


def test_what_people_write_is_shown_and_never_run() -> None:
    assert rendered("{{ name }}", name="<script>") == "&lt;script&gt;"
    assert rendered('<p data-options="{{ v | as_json }}">', v={"a": '"><b>'}).count('"') == 2


def test_an_address_is_made_from_the_name_of_its_door() -> None:
    assert rendered("{{ url('accessibility') }}") == "/accessibility"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(FOLDER)))
def test_no_template_carries_inline_script_or_style(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\sstyle\s*=", text), "inline style"
    assert "<style" not in text, "inline style"
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text), "inline handler"
    assert "javascript:" not in text, "inline script"
    for tag in re.findall(r"<script[^>]*>", text):
        assert "src=" in tag, "inline script"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(FOLDER)))
def test_a_template_fits_on_a_few_screens(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 150


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(FOLDER)))
def test_every_template_compiles(path: Path) -> None:
    engines["jinja2"].get_template(str(path.relative_to(FOLDER)))
