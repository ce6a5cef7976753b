"""Sealing an entry: what is hashed, what is written, what cannot be."""

import hashlib
import json
import runpy
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.ledger import chain as ledger
from alongside.core.ledger import verify
from core.ledger.sealed import START, chain, deed, lines

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def hash_by_hand(entry: ledger.Entry) -> str:
    """The hash as docs/explain/ledger.md describes it, sharing no code with the ledger."""
    text = b"18:alongside-ledger-1"
    for value in (
        entry.authority,
        str(entry.sequence),
        entry.at,
        entry.actor,
        entry.deed,
        entry.subject,
        entry.body,
        entry.previous_hash,
    ):
        raw = value.encode()
        text += str(len(raw)).encode() + b":" + raw
    return hashlib.sha256(text).hexdigest()


def test_hash_is_the_one_that_the_description_gives() -> None:
    for entry in chain(5):
        assert entry.hash == hash_by_hand(entry)


def test_hash_of_the_first_entry_never_changes() -> None:
    entry = ledger.seal(
        ledger.empty("931"), ledger.Deed(START, "account:1", "READ", "case:1", {"part": "FINAL_PLAN"})
    )
    assert entry.previous_hash == hashlib.sha256(b"alongside-ledger-1/931").hexdigest()
    assert ledger.to_line(entry).decode() == (
        '{"authority":"931","sequence":1,"at":"2025-01-06T09:00:00.000000Z","actor":"account:1","deed":"READ",'
        '"subject":"case:1","body":"{\\"part\\":\\"FINAL_PLAN\\"}","previous_hash":"'
        + entry.previous_hash
        + '",'
        '"hash":"' + hash_by_hand(entry) + '"}\n'
    )


@given(st.dictionaries(st.text(), JSON, max_size=5))
def test_body_is_kept_whole_and_is_written_alike_in_any_order(body: dict[str, object]) -> None:
    entry = ledger.seal(ledger.empty("931"), ledger.Deed(START, "a", "READ", "", body))
    assert json.loads(entry.body) == body
    assert entry.body.isascii()
    assert ledger.canonical(dict(reversed(body.items()))) == entry.body
    assert ledger.verify([entry]).whole


def test_moment_is_written_in_utc() -> None:
    summer = datetime(2025, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    assert ledger.moment(summer) == "2025-06-30T23:30:00.000000Z"


def test_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ledger.CannotSeal, match="has no time zone"):
        ledger.moment(datetime(2025, 7, 1, 0, 30))


@pytest.mark.parametrize("body", [{"when": datetime(2025, 1, 1)}, {"share": float("nan")}, {"bytes": b"x"}])
def test_body_that_is_not_json_is_refused(body: dict[str, object]) -> None:
    with pytest.raises(ledger.CannotSeal, match="must hold JSON values only"):
        ledger.canonical(body)


@pytest.mark.parametrize(
    ("actor", "name", "subject"),
    [
        ("", "READ", "case:1"),
        ("account:1", "", "case:1"),
        ("account:\x001", "READ", "case:1"),
        ("account:1", "READ", "case:\ud800"),
        ("account:1", "READ", "case:1\n"),
    ],
)
def test_text_that_could_be_read_two_ways_is_refused(actor: str, name: str, subject: str) -> None:
    with pytest.raises(ledger.CannotSeal, match="must be printable text"):
        ledger.seal(ledger.empty("931"), ledger.Deed(START, actor, name, subject, {}))


def test_entry_longer_than_the_verifier_reads_is_refused() -> None:
    with pytest.raises(ledger.CannotSeal, match="is too long; the limit is 1,048,576"):
        ledger.seal(ledger.empty("931"), ledger.Deed(START, "a", "READ", "", {"text": "x" * (1 << 20)}))


@pytest.mark.parametrize("authority", ["", "9/31", "9 31", " 931", "931\n"])
def test_authority_that_could_not_stand_in_a_root_is_refused(authority: str) -> None:
    with pytest.raises(ledger.CannotSeal, match="cannot name an authority"):
        ledger.empty(authority)


class TestRoot:
    ROOT = ledger.root_of(chain(3)[-1].head, at=datetime(2025, 2, 1, 12, 0, tzinfo=UTC))

    def test_root_is_read_back_from_its_text(self) -> None:
        assert verify.parse_root(self.ROOT.text()) == self.ROOT

    def test_root_is_read_back_from_a_page_with_breaks_and_spaces(self) -> None:
        text = self.ROOT.text()
        printed = "\n  ".join(text[i : i + 20] for i in range(0, len(text), 20))
        assert verify.parse_root(f"  {printed}\n") == self.ROOT

    def test_every_mistyped_character_is_noticed(self) -> None:
        text = self.ROOT.text()
        for place, letter in enumerate(text):
            mistyped = text[:place] + ("b" if letter == "a" else "a") + text[place + 1 :]
            with pytest.raises(ValueError, match=r"mistyped|is not a root"):
                verify.parse_root(mistyped)

    @pytest.mark.parametrize("text", ["", "931", "alongside-root/1/931/1"])
    def test_text_that_is_no_root_says_what_a_root_looks_like(self, text: str) -> None:
        with pytest.raises(ValueError, match="begins with alongside-root/1/"):
            verify.parse_root(text)


class TestTheVerifierAlone:
    """verify.py copied out of the house, in a Python that has nothing installed."""

    def run(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        alone = folder / "verify.py"
        alone.write_bytes(Path(verify.__file__).read_bytes())
        return subprocess.run(
            [sys.executable, "-I", "-S", str(alone), *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
        )

    def test_it_finds_a_whole_ledger_whole(self, tmp_path: Path) -> None:
        entries = chain(20)
        (tmp_path / "ledger.jsonl").write_bytes(b"".join(lines(entries)))
        done = self.run(tmp_path, "ledger.jsonl", "--root", ledger.root_of(entries[14].head, at=START).text())
        assert done.stdout == (
            "WHOLE: 20 entries, each as it was written and in order; entry 15 is the one published on "
            "2025-01-06T09:00:00.000000Z. 5 came after it.\n"
        )
        assert (done.returncode, done.stderr) == (0, "")

    def test_it_finds_damage_and_exits_with_one(self, tmp_path: Path) -> None:
        damaged = lines(chain(20))
        damaged[7] = damaged[7].replace(b"case:8", b"case:9")
        (tmp_path / "ledger.jsonl").write_bytes(b"".join(damaged))
        done = self.run(tmp_path, "ledger.jsonl")
        assert done.stdout == (
            "NOT WHOLE: Line 8 is at fault: its contents do not fit its hash: it was changed after it was "
            "written.\n"
        )
        assert (done.returncode, done.stderr) == (1, "")

    def test_it_is_under_200_lines_and_imports_the_standard_library_only(self) -> None:
        source = Path(verify.__file__).read_text(encoding="utf-8")
        assert len(source.splitlines()) < 200
        imported = {
            line.split()[1].split(".")[0]
            for line in source.splitlines()
            if line.startswith(("import ", "from "))
        }
        assert imported <= set(sys.stdlib_module_names)


def test_main_says_why_a_ledger_could_not_be_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify.main([str(tmp_path / "absent.jsonl")]) == 2
    assert "Not checked: " in capsys.readouterr().out
    (tmp_path / "ledger.jsonl").write_bytes(b"")
    assert verify.main([str(tmp_path / "ledger.jsonl"), "--root", "nonsense"]) == 2
    assert "“nonsense” is not a root" in capsys.readouterr().out
    assert verify.main([str(tmp_path / "ledger.jsonl")]) == 0
    assert "0 entries" in capsys.readouterr().out
    (tmp_path / "ledger.jsonl").write_bytes(b"nonsense\n")
    assert verify.main([str(tmp_path / "ledger.jsonl")]) == 1
    assert "NOT WHOLE: Line 1 is at fault" in capsys.readouterr().out


def test_file_runs_as_a_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ledger.jsonl").write_bytes(b"".join(lines(chain(2))))
    monkeypatch.setattr(sys, "argv", ["verify.py", str(tmp_path / "ledger.jsonl")])
    with pytest.raises(SystemExit) as end:
        runpy.run_path(verify.__file__, run_name="__main__")
    assert end.value.code == 0


def test_memory_does_not_grow_with_the_ledger() -> None:
    def endless(count: int) -> Iterator[bytes]:
        head = ledger.empty("931")
        for number in range(count):
            entry = ledger.seal(head, deed(number))
            head = entry.head
            yield ledger.to_line(entry)

    peaks = []
    for count in (2_000, 8_000):
        tracemalloc.start()
        assert verify.verify_lines(endless(count)).entries == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 100_000
