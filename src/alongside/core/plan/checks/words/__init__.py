"""Word lists of the plan checks, each with its reason and its source."""
