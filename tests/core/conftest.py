"""How hard Hypothesis tries: 200 examples of each property as usual, 10,000 in the nightly run (`bin/nightly`)."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "usual", max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("nightly", settings.get_profile("usual"), max_examples=10_000)


def pytest_configure(config: pytest.Config) -> None:
    """Load the profile that was asked for with `--hypothesis-profile`, else the usual one."""
    settings.load_profile(config.getoption("--hypothesis-profile") or "usual")
