"""Careful zip files, inside the child: declared sizes are checked first, real sizes while unpacking."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from alongside.integrations.safe_files.refusal import FileRefused

MOST_MEMBERS = 200
CHUNK = 1 << 20


@contextmanager
def opened(path: str, *, most_bytes: int) -> Iterator[zipfile.ZipFile]:
    """The zip file at `path`, if it is one and what it holds is at most `most_bytes` by its own account."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive, most_bytes)
            yield archive
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise FileRefused(f"the zip file is damaged or of an unknown kind ({error}). Make it again.")


def contents(archive: zipfile.ZipFile, member: str, *, most_bytes: int) -> bytes:
    """The whole of one member; stops once it unpacks to more than `most_bytes`, whatever it declared."""
    with archive.open(member) as stream:
        parts, total = [], 0
        while part := stream.read(CHUNK):
            total += len(part)
            if total > most_bytes:
                raise FileRefused(_too_big(most_bytes))
            parts.append(part)
    return b"".join(parts)


def _check(archive: zipfile.ZipFile, most_bytes: int) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise FileRefused(f"the zip file holds {len(members)} files; at most {MOST_MEMBERS} are read.")
    if any(m.flag_bits & 1 for m in members):
        raise FileRefused("the zip file is locked with a password. Save it again without one.")
    if sum(m.file_size for m in members) > most_bytes:
        raise FileRefused(_too_big(most_bytes))


def _too_big(most_bytes: int) -> str:
    return (
        f"the zip file unpacks to more than {most_bytes / 1_000_000:.0f} MB. Check that it is the right file."
    )
