"""Each import contract is broken on purpose in a copy of the source: one that lets it pass proves nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = Path(sys.executable).with_name("lint-imports")

VIOLATIONS = {
    "Imports only go down the floors": ("core/upstairs.py", "from alongside.app import actor\n"),
    "core stands alone": ("core/framework.py", "import django\n"),
    "insight knows no framework": ("insight/framework.py", "import django\n"),
    "Entrances never touch the records": ("web/short_cut.py", "from alongside.records import models\n"),
    "The web process loads no analytics and no office parsers": ("web/parser.py", "import lxml\n"),
    "One integration does not know another": (
        "integrations/calendars/neighbour.py",
        "from alongside.integrations import sen2\n",
    ),
    "The areas of core form no circle": (
        "core/calendar/circle.py",
        "from alongside.core.law import clock\n",
    ),
}


def lint(folder: Path) -> str:
    """What import-linter says of the copy in `folder`."""
    done = subprocess.run(
        [str(LINT), "--no-cache", "--config", "pyproject.toml"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source and of the contracts."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(
        ROOT / "src",
        folder / "src",
        ignore=shutil.ignore_patterns("__pycache__", "static", "templates", "data", "fonts"),
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_house_as_it_stands_keeps_every_contract(copy: Path) -> None:
    said = lint(copy)
    assert "0 broken" in said
    assert all(f"{name} KEPT" in said for name in VIOLATIONS), said


@pytest.mark.parametrize("name", VIOLATIONS)
def test_breaking_the_contract_is_noticed(copy: Path, name: str) -> None:
    path, code = VIOLATIONS[name]
    intruder = copy / "src" / "alongside" / path
    intruder.parent.mkdir(exist_ok=True)
    intruder.write_text(code, encoding="utf-8")
    try:
        assert f"{name} BROKEN" in lint(copy)
    finally:
        intruder.unlink()


def test_every_contract_has_its_violation() -> None:
    import tomllib

    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    assert {contract["name"] for contract in contracts} == set(VIOLATIONS)
