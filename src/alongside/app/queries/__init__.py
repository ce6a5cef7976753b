"""One view of the truth each: frozen dataclasses out, never a row."""
