"""The checks of a plan before it is issued: pure functions of the plan, its case, its advice and other plans."""
