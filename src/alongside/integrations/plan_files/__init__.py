"""Reads plans and advice that others wrote: Word, Markdown and plain text, as lines and grids of cells."""
