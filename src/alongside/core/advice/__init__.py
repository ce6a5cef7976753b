"""Advice as it feeds the plan: its lines, the check on arrival, and what became of each line."""
