"""Opens a return in whichever form it comes and gives its persons one by one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from alongside.integrations.safe_files import reading
from alongside.integrations.safe_files.limits import MEBIBYTE, Limits
from alongside.integrations.safe_files.refusal import FileRefused
from alongside.integrations.sen2 import build, returns

LIMITS = Limits(
    input_bytes=190 * MEBIBYTE,
    memory_bytes=1024 * MEBIBYTE,
    cpu_seconds=120,
    wait_seconds=180,
    output_bytes=512 * MEBIBYTE,
)
UNPACKED_BYTES = 256 * MEBIBYTE
FORMS = "alongside.integrations.sen2.forms."
XML, BLADE_FOLDER = FORMS + "xml:records", FORMS + "blade:folder_records"
ZIP_CONTAINER, OLD_WORKBOOK = FORMS + "workbook:zip_records", FORMS + "workbook:records"
ADVICE = (
    "Export the return again. In a workbook, first delete the unused rows and columns of each sheet "
    "(Ctrl+End shows the last used cell) and save."
)
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Reading:
    """A return being read. `header` is there once the first person is, `unusable` grows as persons are read.

    A reading may end in FileRefused after some persons (a file that is cut off): keep nothing of it then.
    """

    path: Path
    header: returns.Header | None = None
    _builder: build.Builder = field(default_factory=build.Builder)
    _limits: Limits = LIMITS

    @property
    def unusable(self) -> list[returns.Unusable]:
        """What was met so far that could not be used."""
        return self._builder.unusable

    @property
    def columns(self) -> Mapping[str, set[str]]:
        """For each table, under which names anything was given so far."""
        return self._builder.columns

    def persons(self, *, seen: Callable[[int], None] | None = None) -> Iterator[returns.Person]:
        """Yield each person of the return, in the order of the file. `seen` is told how many so far."""
        options = {"most_bytes": UNPACKED_BYTES}
        count = 0
        for record in reading.records(
            self.path, form_of(self.path), options=options, limits=self._limits, advice=ADVICE
        ):
            if "person" in record:
                count += 1
                if seen is not None:
                    seen(count)
                yield self._builder.person(record["person"])
            elif "sen2" in record:
                self.header = self._builder.header(record["sen2"])
                _check_header(self.path, self.header)
            else:
                self._builder.reported(record["unusable"])
        if not count:
            raise FileRefused(
                f"{self.path.name}: there is no person in it, so it is not a SEN2 return to read."
            )


def open_return(path: Path, *, limits: Limits = LIMITS) -> Reading:
    """A reading of the return at `path`: XML, a folder or zip of the nine CSV files, or a workbook.

    Raises FileRefused at once for what is missing, empty, too big or of no known form.
    """
    reading.check_input(path, limits)
    form_of(path)
    return Reading(path, _limits=limits)


def form_of(path: Path) -> str:
    """The reader for the file, told by what it holds and not by its name."""
    if path.is_dir():
        return BLADE_FOLDER
    try:
        with path.open("rb") as file:
            start = file.read(512)
    except OSError as error:
        raise FileRefused(f"{path.name}: the file cannot be opened ({error.strerror}).")
    if start.startswith(b"PK\x03\x04"):
        return ZIP_CONTAINER
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return OLD_WORKBOOK
    if start.startswith(BYTE_ORDER_MARKS) or start.lstrip().startswith(b"<"):
        return XML
    raise FileRefused(
        f"{path.name}: this is none of the forms of a SEN2 return (XML, the nine CSV files in a folder "
        f"or zip, the "
        f"pre-submission workbook). It begins with {start[:12]!r}. Choose another file."
    )


def _check_header(path: Path, header: returns.Header) -> None:
    if header.collection not in (None, "SEN2"):
        raise FileRefused(
            f"{path.name}: this is a {header.collection} return, not SEN2. Choose another file."
        )
