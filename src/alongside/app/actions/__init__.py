"""One deed each: `by=` who, `at=` when, everything or nothing."""
