"""The one error of reading a file from outside."""

from alongside.core.refusal import Refused


class FileRefused(Refused):
    """A file cannot be read. The sentence says which file, what is wrong and what to do."""
