"""Reads files that come from outside in a child process that may die without harm."""
