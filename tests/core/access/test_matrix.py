"""The committed page of permissions is what the policy says today."""

import runpy
from pathlib import Path

import pytest

from alongside.core.access import matrix
from alongside.core.access.permission import Permission
from alongside.core.access.policy import POLICY

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "permissions.md"


def test_committed_page_is_what_the_policy_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == matrix.markdown(), (
        "docs/reference/permissions.md is stale. Run: "
        "python -m alongside.core.access.matrix > docs/reference/permissions.md"
    )


def test_page_lists_every_right_of_every_role() -> None:
    page = matrix.markdown()
    rows = [line for line in page.splitlines() if line.startswith("| `") and ": " in line.split("|")[1]]
    assert len(rows) == len(POLICY)
    for permission in Permission:
        assert f"`{permission}`: {permission.phrase}" in page


def test_module_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.warns(RuntimeWarning, match="found in sys.modules"):
        runpy.run_module("alongside.core.access.matrix", run_name="__main__")
    assert capsys.readouterr().out == matrix.markdown()
