"""Every class of damage to a ledger is found, and an undamaged one is never accused."""

import dataclasses
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.ledger import chain as ledger
from alongside.core.ledger.verify import LONGEST_LINE, Verdict, lines_of, verify_lines
from core.ledger.sealed import START, chain, lines

LENGTH = 12
WHOLE = chain(LENGTH)
LINES = lines(WHOLE)
ROOT = ledger.root_of(WHOLE[-1].head, at=START)
PLACES = st.integers(0, LENGTH - 1)


def check(data: bytes) -> Verdict:
    return verify_lines(lines_of(BytesIO(data)), ROOT)


@given(st.integers(0, 40), st.integers(0, 40))
def test_undamaged_ledger_is_whole_with_any_root_it_ever_had(length: int, rooted_at: int) -> None:
    entries = chain(length)
    head = entries[min(rooted_at, length) - 1].head if min(rooted_at, length) else ledger.empty("931")
    verdict = ledger.verify(entries, ledger.root_of(head, at=START))
    assert verdict.whole
    assert verdict.entries == length
    assert verdict.fault == ""
    assert ledger.verify(entries).whole


def test_every_single_flipped_bit_is_found_even_without_a_root() -> None:
    data = b"".join(LINES[:3])
    for place in range(len(data)):
        for bit in range(8):
            damaged = bytearray(data)
            damaged[place] ^= 1 << bit
            assert not verify_lines(lines_of(BytesIO(bytes(damaged)))).whole, (place, bit)


@given(st.data())
@settings(max_examples=300)
def test_any_bytes_put_in_place_of_any_others_are_found(data: st.DataObject) -> None:
    whole = b"".join(LINES)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 600, len(whole))))
    put_in = data.draw(st.binary(max_size=40))
    damaged = whole[:start] + put_in + whole[end:]
    assert check(damaged).whole is (damaged == whole)


@given(PLACES, st.integers(1, LENGTH))
def test_deleted_run_of_entries_is_found(start: int, length: int) -> None:
    verdict = check(b"".join(LINES[:start] + LINES[start + length :]))
    assert not verdict.whole
    at_the_end = start + length >= LENGTH
    assert verdict.fault == ("TRUNCATED" if at_the_end else "MISSING")
    assert verdict.entries == start


@given(PLACES, PLACES)
def test_repeated_entry_is_found(which: int, where: int) -> None:
    verdict = check(b"".join([*LINES[:where], LINES[which], *LINES[where:]]))
    assert verdict.whole is False
    assert verdict.fault in ("OUT_OF_ORDER", "MISSING")


@given(st.permutations(range(LENGTH)))
def test_any_other_order_is_found(order: list[int]) -> None:
    assert check(b"".join(LINES[place] for place in order)).whole is (order == sorted(order))


@given(PLACES)
def test_forged_entry_put_in_with_a_right_hash_is_found(where: int) -> None:
    forged = chain(1, after=WHOLE[where - 1].head if where else None)[0]
    forged = ledger.seal(
        ledger.Head("931", forged.sequence - 1, forged.previous_hash),
        dataclasses.replace(DEED_OF_SOMEBODY_ELSE),
    )
    verdict = check(b"".join([*LINES[:where], ledger.to_line(forged), *LINES[where:]]))
    assert not verdict.whole
    assert verdict.fault in ("OUT_OF_ORDER", "REWRITTEN")


@given(PLACES)
def test_entry_changed_and_sealed_again_is_found(where: int) -> None:
    before = WHOLE[where - 1].head if where else ledger.empty("931")
    forged = ledger.seal(before, DEED_OF_SOMEBODY_ELSE)
    verdict = check(b"".join([*LINES[:where], ledger.to_line(forged), *LINES[where + 1 :]]))
    assert verdict.fault == ("REWRITTEN" if where == LENGTH - 1 else "UNCHAINED")


@given(PLACES)
def test_chain_written_anew_from_any_entry_on_is_found_by_the_root(where: int) -> None:
    before = WHOLE[where - 1].head if where else ledger.empty("931")
    forged = ledger.seal(before, DEED_OF_SOMEBODY_ELSE)
    anew = [*WHOLE[:where], forged, *chain(LENGTH - where - 1, after=forged.head)]
    assert ledger.verify(anew).whole, "without a root a chain written anew is a chain"
    verdict = ledger.verify(anew, ROOT)
    assert (verdict.whole, verdict.fault, verdict.line) == (False, "REWRITTEN", LENGTH)


@given(st.integers(0, LENGTH - 1))
def test_cut_off_end_is_found_by_the_root_and_only_by_it(kept: int) -> None:
    verdict = ledger.verify(WHOLE[:kept], ROOT)
    assert verdict.fault == "TRUNCATED"
    assert f"ends at entry {kept}" in verdict.sentence
    assert "Without a root nobody can say" in ledger.verify(WHOLE[:kept]).sentence


@given(PLACES)
def test_entry_of_another_authority_is_found(where: int) -> None:
    strange = lines(chain(LENGTH, authority="825"))
    verdict = check(b"".join([*LINES[:where], strange[where], *LINES[where + 1 :]]))
    assert verdict.fault == "FOREIGN"
    assert "authority 825" in verdict.sentence


def test_ledger_of_another_authority_does_not_pass_for_this_one() -> None:
    assert ledger.verify(chain(LENGTH, authority="825"), ROOT).fault == "FOREIGN"


@pytest.mark.parametrize(
    ("what", "damage"),
    [
        ("number as text", lambda line: line.replace(b'"sequence":1', b'"sequence":"1"')),
        ("space", lambda line: line.replace(b'"sequence":1', b'"sequence": 1')),
        (
            "letter escaped",
            lambda line: line.replace(b"READ", b"\\u0052EAD").replace(b"DECIDE", b"\\u0044ECIDE"),
        ),
        ("field twice", lambda line: line.replace(b'{"authority"', b'{"authority":"931","authority"')),
        ("field more", lambda line: line.replace(b"}\n", b',"more":1}\n')),
        ("carriage return", lambda line: line.replace(b"\n", b"\r\n")),
        ("list", lambda line: b"[1]\n"),
        ("text", lambda line: b'"entry"\n'),
        ("nested without end", lambda line: b"[" * 100_000 + b"\n"),
        ("longest line", lambda line: b" " * (LONGEST_LINE + 2) + b"\n"),
        ("huge number", lambda line: line.replace(b'"sequence":1', b'"sequence":' + b"1" * 9_999)),
        ("lone surrogate", lambda line: line.replace(b"account", b"\\ud800")),
        ("no bytes of text", lambda line: b"\xff\xfe\n"),
        ("blank", lambda line: b"\n"),
    ],
)
def test_line_that_says_the_same_in_other_bytes_is_found(what: str, damage: object) -> None:
    assert callable(damage)
    damaged = damage(LINES[0])
    assert damaged != LINES[0], what
    verdict = check(b"".join([damaged, *LINES[1:]]))
    assert (verdict.whole, verdict.line) == (False, 1)
    assert verdict.fault == ("ALTERED" if what == "lone surrogate" else "UNREADABLE")


def test_number_where_text_belongs_is_found_though_both_are_hashed_alike() -> None:
    head = ledger.empty("931")
    entry = ledger.seal(head, dataclasses.replace(DEED_OF_SOMEBODY_ELSE, actor="5"))
    line = ledger.to_line(entry)
    assert verify_lines([line]).whole
    assert verify_lines([line.replace(b'"actor":"5"', b'"actor":5')]).fault == "UNREADABLE"


def test_root_that_is_not_of_an_empty_ledger_is_found() -> None:
    root = dataclasses.replace(ledger.root_of(ledger.empty("931"), at=START), hash="0" * 64)
    assert ledger.verify([], root).fault == "REWRITTEN"


DEED_OF_SOMEBODY_ELSE = ledger.Deed(
    at=START, actor="account:forger", deed="READ", subject="case:1", body={"nothing": "happened"}
)
