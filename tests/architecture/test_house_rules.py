"""Rules of the house that imports and types cannot show, read from the source itself."""

import ast
import re
import subprocess
from collections.abc import Iterator
from importlib import import_module, util
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "alongside"
CLOCK = "config/clock.py"

FRAMEWORK = {
    "core": ("django", "numpy", "scipy", "polars", "lxml", "jinja2"),
    "insight": ("django",),
    "records": ("django.http", "django.forms", "django.shortcuts", "django.template", "django.urls", "django.conf"),
    "app": ("django.http", "django.forms", "django.shortcuts", "django.template", "django.urls", "django.conf"),
    "integrations": ("django.http", "django.forms", "django.shortcuts", "django.urls", "django.db"),
    "web": ("django.db",),
    "api": ("django.db", "django.shortcuts", "django.template"),
}  # fmt: skip
"""Parts of frameworks that a floor does without. Modules that must name settings are listed in MAY."""
MAY: frozenset[tuple[str, str]] = frozenset()


def modules(floor: str = "") -> Iterator[tuple[str, ast.Module]]:
    """Each module of a floor with its tree; migrations are history."""
    for path in sorted((SRC / floor).rglob("*.py")):
        if "migrations" not in path.parts:
            yield str(path.relative_to(SRC)), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    """The dotted name of everything that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_below(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


@pytest.mark.parametrize("floor", FRAMEWORK)
def test_floor_does_without_what_is_not_its_work(floor: str) -> None:
    wrong = {
        (path, part)
        for path, tree in modules(floor)
        for name in imported(tree)
        for part in FRAMEWORK[floor]
        if is_below(name, part)
    }
    assert wrong - MAY == set()


def test_core_imports_the_standard_library_and_itself_only() -> None:
    import sys

    wrong = [
        f"{path}: {name}"
        for path, tree in modules("core")
        for name in imported(tree)
        if name.split(".")[0] not in sys.stdlib_module_names and not is_below(name, "alongside.core")
    ]
    assert wrong == []


def test_imports_are_absolute() -> None:
    wrong = [
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert wrong == []


READS_A_CLOCK = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time"),
    ("time", "time_ns"), ("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"),
}  # fmt: skip


def clock_reads(tree: ast.Module) -> Iterator[int]:
    """Lines on which a module asks what time it is. A stop-watch (`monotonic`, `perf_counter`) is not a clock."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if (name, node.attr) in READS_A_CLOCK:
                yield node.lineno
        elif isinstance(node, ast.Name) and node.id in ("CurrentDate", "Now"):
            yield node.lineno


def test_only_the_clock_reads_the_clock() -> None:
    found = {path for path, tree in modules() for _ in clock_reads(tree)}
    assert found == {CLOCK}


def test_no_column_reads_the_clock_for_itself() -> None:
    wrong = [
        f"{path}:{node.value.lineno}"
        for path, tree in modules("records")
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg in ("auto_now", "auto_now_add")
    ]
    assert wrong == []


def public_functions(floor: str) -> Iterator[tuple[str, str]]:
    """Each public function of a floor as (module, name)."""
    for path, tree in modules(floor):
        name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield f"alongside.{name}", node.name


@pytest.mark.usefixtures("db")
def test_no_query_gives_a_row_to_a_page() -> None:
    """A page calls `queries.x(..., by=, at=)`: what such a function returns holds no model."""
    from django.apps import apps

    names = {model.__name__ for model in apps.get_app_config("records").get_models()}
    wrong = []
    for path, tree in modules("app/queries"):
        own = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        for node in tree.body:
            if (
                isinstance(node, ast.FunctionDef)
                and "by" in {a.arg for a in node.args.kwonlyargs}
                and node.returns
            ):
                told = set(re.findall(r"\w+", ast.unparse(node.returns))) & (names - own)
                wrong += [
                    f"{path}: {node.name} returns {name}" for name in told if imports_from_records(tree, name)
                ]
    assert wrong == []


def imports_from_records(tree: ast.Module, name: str) -> bool:
    """True where `name` in this module is the model and not a value of the same name."""
    return f"alongside.records.models.{name}" in set(imported(tree))


LOG_KEYS = frozenset(
    {"entry", "attempt", "count", "job", "kind", "seconds", "status", "method", "door", "run", "exc_info"}
)
"""What a line of the log may carry: references, numbers and codes, never a name, address or free text."""


def test_no_line_of_the_log_can_carry_a_name() -> None:
    wrong = []
    for path, tree in modules():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id in ("log", "logger")
            ):
                plain = all(isinstance(a, ast.Constant) for a in node.args)
                keys = {keyword.arg for keyword in node.keywords}
                if not plain or not keys <= LOG_KEYS:
                    wrong.append(f"{path}:{node.lineno} {sorted(map(str, keys - LOG_KEYS))}")
    assert wrong == []


def templates() -> list[Path]:
    return sorted(SRC.rglob("*.html"))


def test_no_template_has_an_inline_script_or_style() -> None:
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\bstyle=|\bon(click|change|load|submit|input)=|javascript:"
    )
    wrong = [str(p.relative_to(SRC)) for p in templates() if inline.search(p.read_text(encoding="utf-8"))]
    assert wrong == []


def test_every_form_that_changes_something_carries_its_token() -> None:
    tag = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL | re.IGNORECASE)
    wrong = []
    for path in templates():
        for form in tag.findall(path.read_text(encoding="utf-8")):
            if re.search(r"method=[\"']post", form.split(">")[0], re.IGNORECASE) and "csrf" not in form:
                wrong.append(str(path.relative_to(SRC)))
    assert wrong == []


def test_every_layout_has_a_place_for_the_error_summary() -> None:
    base = (SRC / "web/templates/layouts/page.html").read_text(encoding="utf-8")
    assert "errors" in base
    for path in (SRC / "web/templates/pages").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if "form_tag" in text:
            assert "{% extends" in text, (
                f"{path.name} has a form and no layout, so it cannot show what is wrong"
            )


FORBIDDEN = re.compile(
    r"(?<![\w./])/(?:work|root|tmp)/|pypi\.org|pythonhosted\.org|registry\.npmjs\.org|registry\.yarnpkg|"
    r"proxy\.golang|crates\.io"
)
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".json",
    ".yml",
    ".yaml",
    ".html",
    ".scss",
    ".js",
    ".cfg",
    ".ini",
    ".csv",
    "",
}


def committed() -> list[Path]:
    """Files that git keeps or would keep."""
    said = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return [ROOT / line for line in said.splitlines()]


def test_no_file_names_a_registry_or_a_path_of_somebodys_machine() -> None:
    own = {Path(__file__).resolve(), ROOT / "bin" / "check-hosts"}
    wrong = []
    for path in committed():
        if path in own or path.suffix not in TEXT or not path.is_file():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if FORBIDDEN.search(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert wrong == []


def test_migrations_form_one_line() -> None:
    folder = SRC / "records" / "migrations"
    names = sorted(p.stem for p in folder.glob("0*.py"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    for before, after in pairwise(names):
        migration = import_module(f"alongside.records.migrations.{after}").Migration
        assert [parent for _, parent in migration.dependencies if _ == "records"] == [before]


@pytest.mark.django_db
def test_migrations_say_all_that_the_models_say() -> None:
    from django.core.management import call_command

    call_command("makemigrations", "records", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_every_table_of_an_area_stands_behind_a_wall() -> None:
    from django.apps import apps
    from django.db import connection

    open_to_all = {"authority", "account"}  # neither holds anything of a case
    tables = {model._meta.db_table for model in apps.get_app_config("records").get_models()}
    with connection.cursor() as cursor:
        cursor.execute("select relname from pg_class where relrowsecurity and relforcerowsecurity")
        walled = {row[0] for row in cursor.fetchall()}
    assert tables - walled == open_to_all


def test_modules_are_found_where_they_say_they_are() -> None:
    """The walk itself: a wrong folder would make every rule above pass."""
    assert len(list(modules())) > 200
    assert len(templates()) > 50
    assert util.find_spec("alongside.config.clock") is not None
