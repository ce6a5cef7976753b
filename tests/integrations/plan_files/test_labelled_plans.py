"""The labelled plans: what must be flagged is, and what must not be is not. The targets are those of the benchmark."""

import importlib.util
from pathlib import Path
from types import ModuleType

from alongside.integrations.plan_files import folder

ROOT = Path(__file__).parents[3]
PLANS = ROOT / "tests" / "plans"


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "score_plan_check", ROOT / "benchmarks" / "score_plan_check.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_labelled_plans_are_checked_as_well_as_was_measured() -> None:
    score = scorer().Score()
    for result in folder.checked(PLANS):
        assert result.refused == ()
        number = result.plan.partition("_")[2]
        score.add(PLANS / f"labels_{number}.csv", [finding.as_json() for finding in result.findings])
    assert sum(score.hit.values()) >= 0.97 * sum(score.total.values())
    assert score.hit["VAGUE_3"] == score.total["VAGUE_3"]
    assert sum(score.false.values()) <= 0.02 * sum(score.allowed.values())
    assert score.clean_blockers == 0
