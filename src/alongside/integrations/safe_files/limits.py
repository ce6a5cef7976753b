"""The ceilings under which a file from outside is read."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings for one reading. Bytes, seconds and counts.

    `input_bytes`: the file itself, or all files of a folder. `memory_bytes`: the child's address space.
    `cpu_seconds`: processor time of the child. `wait_seconds`: how long the parent waits in all; time that
    the parent spends on its own work between records does not count. `output_bytes` and `record_bytes`: what
    the child may send back in all and in one record. `open_files`: files that the child may hold open.
    """

    input_bytes: int = 64 * MEBIBYTE
    memory_bytes: int = 512 * MEBIBYTE
    cpu_seconds: int = 30
    wait_seconds: float = 60.0
    output_bytes: int = 256 * MEBIBYTE
    record_bytes: int = 4 * MEBIBYTE
    open_files: int = 32
