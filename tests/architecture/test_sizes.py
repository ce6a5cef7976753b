"""No room grows until nobody tidies it. The list of the excused may only shrink."""

import ast
from collections.abc import Iterator
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src" / "alongside"
MODULE, FUNCTION, PAGE, TEMPLATE, PARAMETERS = 300, 40, 25, 150, 6
EXCUSED: frozenset[str] = frozenset()


def modules() -> Iterator[Path]:
    """Every module that people write; migrations are generated."""
    return (path for path in SRC.rglob("*.py") if "migrations" not in path.parts)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring: what has to be held in mind at once."""
    total = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        total -= (first.end_lineno or first.lineno) - first.lineno + 1
    return total


def too_big(found: dict[str, int], limit: int) -> list[str]:
    """Those over the limit, with their size."""
    return [
        f"{name}: {size} (limit {limit})"
        for name, size in found.items()
        if size > limit and name not in EXCUSED
    ]


def test_no_module_is_longer_than_300_lines() -> None:
    found = {str(p.relative_to(SRC)): len(p.read_text(encoding="utf-8").splitlines()) for p in modules()}
    assert too_big(found, MODULE) == []


def test_no_function_is_longer_than_40_lines() -> None:
    found = {f"{p.relative_to(SRC)}:{f.name}": lines(f) for p in modules() for f in functions(p)}
    assert too_big(found, FUNCTION) == []


def test_no_page_function_is_longer_than_25_lines() -> None:
    pages = [p for p in modules() if p.parent == SRC / "web" / "pages"]
    found = {f"{p.relative_to(SRC)}:{f.name}": lines(f) for p in pages for f in functions(p)}
    assert too_big(found, PAGE) == []


def test_no_template_is_longer_than_150_lines() -> None:
    found = {
        str(p.relative_to(SRC)): len(p.read_text(encoding="utf-8").splitlines()) for p in SRC.rglob("*.html")
    }
    assert too_big(found, TEMPLATE) == []


def test_no_function_takes_more_than_six_parameters() -> None:
    found = {}
    for path in modules():
        for function in functions(path):
            named = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
            names = [a.arg for a in named if a.arg not in ("self", "cls")]
            found[f"{path.relative_to(SRC)}:{function.name}"] = len(names)
    assert too_big(found, PARAMETERS) == []


def test_excused_are_still_too_big() -> None:
    known = {str(p.relative_to(SRC)) for p in SRC.rglob("*") if p.is_file()}
    assert {name.split(":")[0] for name in EXCUSED} <= known
