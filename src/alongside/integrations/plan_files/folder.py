"""A folder of cases: each plan with its case and its advice, checked on all cores, copied text looked for across all.

Laid out as `plan_NN.docx`, `case_NN.toml`, `advice_NN_*.docx` and, where there is one, `last_NN.docx`. What cannot be
read is said and the others are checked.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from alongside.core.plan.checks import check, copy_index, document, facts
from alongside.core.plan.checks.copy_index import Index, Other
from alongside.core.plan.checks.facts import CaseFacts
from alongside.core.plan.checks.finding import Finding
from alongside.core.refusal import Refused
from alongside.integrations.plan_files import reading
from alongside.integrations.safe_files.refusal import FileRefused

PLAN = re.compile(r"^plan_(?P<key>[\w-]+)\.docx$", re.IGNORECASE)
ONE_PROCESS_UP_TO = 24
A_SHARE = 40
MOST_CASE_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one case, by name."""

    key: str
    plan: str
    case: str = ""
    advice: tuple[str, ...] = ()
    last: str = ""

    @property
    def stem(self) -> str:
        """The name of the plan without its ending."""
        return Path(self.plan).stem


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one plan: its findings, and what could not be read."""

    plan: str
    findings: tuple[Finding, ...]
    refused: tuple[str, ...] = ()


def cases(folder: Path) -> tuple[Files, ...]:
    """The cases of a folder, by their plans. Raises FileRefused where there is no folder or no plan in it."""
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError as error:
        raise FileRefused(f"{folder}: the folder cannot be opened ({error.strerror}).")
    known = set(names)
    advice: dict[str, list[str]] = defaultdict(list)
    for name in names:
        match = re.match(r"^advice_([\w-]+?)_.+\.docx$", name, re.IGNORECASE)
        if match:
            advice[match.group(1)].append(name)
    found = []
    for name in names:
        match = PLAN.match(name)
        if match:
            key = match.group("key")
            found.append(
                Files(
                    key,
                    name,
                    f"case_{key}.toml" if f"case_{key}.toml" in known else "",
                    tuple(advice[key]),
                    f"last_{key}.docx" if f"last_{key}.docx" in known else "",
                )
            )
    if not found:
        raise FileRefused(
            f"{folder.name}: there is no plan in it. Name the plans plan_01.docx, plan_02.docx and so on."
        )
    return tuple(found)


def case_of(path: Path) -> CaseFacts:
    """The facts in a case file. Raises FileRefused with the file's name."""
    try:
        if path.stat().st_size > MOST_CASE_BYTES:
            raise FileRefused(f"{path.name}: the file is too large for a case file.")
        return facts.from_toml(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise FileRefused(
            f"{path.name}: the case file cannot be read as UTF-8 text. Check its place and name."
        )
    except Refused as refusal:
        raise FileRefused(f"{path.name}: {refusal.sentence}")


def checked(
    folder: Path, *, processes: int = 2, done: Callable[[int], None] | None = None
) -> Iterator[Checked]:
    """Every plan of the folder, in order. `done` is told how many plans were checked since it was last called."""
    found = cases(folder)
    index = _index(folder, found)
    shares = [found[at : at + A_SHARE] for at in range(0, len(found), A_SHARE)]
    if len(found) <= ONE_PROCESS_UP_TO or processes < 2:
        results = (_share(folder, share, index) for share in shares)
        yield from _told(results, done)
        return
    with ProcessPoolExecutor(processes, initializer=_take, initargs=(folder, index)) as pool:
        yield from _told(pool.map(_given, shares), done)


def _told(results: Iterator[list[Checked]], done: Callable[[int], None] | None) -> Iterator[Checked]:
    for share in results:
        if done:
            done(len(share))
        yield from share


_held: dict[str, tuple[Path, Index]] = {}


def _take(folder: Path, index: Index) -> None:
    """In each worker: keep the index, which is the same for every share."""
    _held["now"] = (folder, index)


def _given(share: Sequence[Files]) -> list[Checked]:
    folder, index = _held["now"]
    return _share(folder, share, index)


def _index(folder: Path, found: Sequence[Files]) -> Index:
    """The words of all plans. A plan that cannot be read is refused when it is checked, not here."""
    index = copy_index.Index()
    by_name = {files.plan: files for files in found}
    for name, written in reading.many(folder, list(by_name)):
        if not isinstance(written, FileRefused):
            names: tuple[str, ...] = ()
            if by_name[name].case:
                try:
                    names = case_of(folder / by_name[name].case).names
                except FileRefused:
                    names = ()
            index.add(Other(document.read(written), names))
    return index


def _share(folder: Path, share: Sequence[Files], index: Index) -> list[Checked]:
    names = [name for files in share for name in (files.plan, *files.advice, files.last) if name]
    written = dict(reading.many(folder, names))
    results = []
    for files in share:
        refused = [
            str(found)
            for name in (files.plan, *files.advice, files.last)
            if isinstance(found := written.get(name), FileRefused)
        ]
        plan = written[files.plan]
        if isinstance(plan, FileRefused):
            results.append(Checked(files.stem, (), tuple(refused)))
            continue
        try:
            case = case_of(folder / files.case) if files.case else CaseFacts()
        except FileRefused as refusal:
            case = CaseFacts()
            refused.append(str(refusal))
        advice = [
            facts.advice_of(found)
            for name in files.advice
            if not isinstance(found := written[name], FileRefused)
        ]
        last = written.get(files.last)
        against = document.read(last) if last is not None and not isinstance(last, FileRefused) else None
        results.append(
            Checked(
                files.stem, check.check(document.read(plan), case, advice, against, index), tuple(refused)
            )
        )
    return results
