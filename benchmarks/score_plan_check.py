#!/usr/bin/env python3
"""Score a plan checker's findings against labelled plans.

    python benchmarks/score_plan_check.py FINDINGS.json FOLDER [--kinds] [--misses N]

FINDINGS.json is an array of objects with `plan` (file stem), `doc` (file stem where the text stands: the plan or an
advice document), `kind`, `severity` (B, W, I), `section`, `text` (exact words). FOLDER holds plans, cases and their
labels_NN.csv. A must-flag label is found when a finding of its kind or family overlaps its words (for links and whole
sections: the same kind in the same section). A must-not label is violated when a B or W finding of its own family
overlaps its words. Unlabelled text is not judged. Source: the project's shared tool of this name, set out anew.
"""

import argparse
import collections
import csv
import json
import re
from pathlib import Path
from typing import Any

FAMILY: dict[str, str] = {}
for family, kinds in {
    "vague": "VAGUE_3 VAGUE_2 VAGUE_1 F_INCOMPLETE",
    "thread": "ORPHAN_NEED ORPHAN_PROVISION ORPHAN_OUTCOME ASPIRATION_LOST CONTRADICTION",
    "outcome": "OUTCOME_NOT_SMART OUTCOME_NO_DATE OUTCOME_IS_PROVISION PFA_MISSING",
    "identity": "WRONG_NAME WRONG_PRONOUN",
    "date": "DATE_IMPOSSIBLE",
    "template": "TEMPLATE_LEFTOVER",
    "copy": "COPIED_TEXT REPEATED_TEXT",
    "advice": "STALE_ADVICE ADVICE_MISSING ADVICE_UNUSED NEED_NOT_CARRIED PROVISION_NOT_CARRIED "
    "PROVISION_THINNED UNSOURCED",
    "place": "MISPLACED_F_G MISPLACED_H PROVISION_IN_A PROVISION_IN_B",
    "section": "SECTION_MISSING SECTION_BLANK SECTION_I_IN_DRAFT SECTION_I_NOT_FILLED SECTION_J_INCONSISTENT",
    "privacy": "THIRD_PARTY MEDICATION",
    "plain": "READABILITY ACRONYM",
    "need": "DIAGNOSIS_ONLY COMPOUND_NEED",
    "views": "VIEWS_MISSING VIEWS_METHOD NEGATIVE_STRENGTH",
}.items():
    for kind in kinds.split():
        FAMILY[kind] = family
OWN = {
    "GOOD": {"vague", "outcome"},
    "LAWFUL_FLEX": {"vague"},
    "WORD_OK": {"vague"},
    "FAMILY_VOICE": {"vague", "outcome"},
    "NAME_OK": {"identity"},
    "PRONOUN_OK": {"identity"},
    "DATE_OK": {"date"},
    "TEXT_OK": {"template"},
    "BOILERPLATE": {"copy"},
    "NONE_IDENTIFIED": {"section"},
    "SECTION_OK": {"section"},
    "PLACED_OK": {"place"},
    "ADVICE_OK": {"advice"},
    "NEED_CARRIED": {"advice"},
    "PROVISION_CARRIED": {"advice"},
    "MEDICATION_AGREED": {"privacy"},
    "THIRD_PARTY_OK": {"privacy"},
    "TERM_EXPLAINED": {"plain"},
}
# within these families one kind must not stand for another: the kind itself has to be right
STRICT = {"thread", "advice", "section", "place", "privacy", "plain", "need", "views", "copy"}
BY_SECTION = {
    "ORPHAN_NEED",
    "ORPHAN_PROVISION",
    "ORPHAN_OUTCOME",
    "ADVICE_MISSING",
    "ADVICE_UNUSED",
    "SECTION_MISSING",
    "SECTION_BLANK",
    "VIEWS_MISSING",
    "VIEWS_METHOD",
    "PFA_MISSING",
    "PROVISION_THINNED",
    "SECTION_I_IN_DRAFT",
    "SECTION_I_NOT_FILLED",
}


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))


def overlaps(one: str, other: str) -> bool:
    """True when one text holds the other, or they share a run of two thirds of the shorter one's words."""
    first, second = words(one), words(other)
    if not first or not second:
        return False
    short, long_ = sorted((first, second), key=len)
    joined, whole = " ".join(short), " ".join(long_)
    if f" {joined} " in f" {whole} ":
        return True
    need = max(3, -(-2 * len(short) // 3))
    runs = {tuple(long_[i : i + need]) for i in range(len(long_) - need + 1)}
    return any(tuple(short[i : i + need]) in runs for i in range(len(short) - need + 1))


def section_of(value: object) -> str:
    return str(value or "").upper().replace("SECTION", "").strip()


Row = dict[str, Any]


class Score:
    """What was found, missed and wrongly flagged, by kind."""

    def __init__(self) -> None:
        self.hit: collections.Counter[str] = collections.Counter()
        self.total: collections.Counter[str] = collections.Counter()
        self.false: collections.Counter[str] = collections.Counter()
        self.allowed: collections.Counter[str] = collections.Counter()
        self.misses: list[tuple[str, Row]] = []
        self.alarms: list[tuple[str, Row, Row]] = []
        self.clean_blockers = 0

    def add(self, path: Path, flags: list[Row]) -> None:
        """Score the flags of one plan against its labels."""
        with path.open(encoding="utf-8", newline="") as file:
            labels = list(csv.DictReader(file))
        case = path.parent / f"case_{path.stem.split('_')[1]}.toml"
        if "clean = true" in case.read_text(encoding="utf-8"):
            self.clean_blockers += sum(flag["severity"] == "B" for flag in flags)
        used: set[int] = set()
        for label in labels:
            if label["must_flag"] == "Y":
                self.must(path.stem, label, flags, used)
            else:
                self.must_not(path.stem, label, flags)

    def must(self, stem: str, label: Row, flags: list[Row], used: set[int]) -> None:
        """A label that must be flagged. A flag answers for a whole section once only."""
        kind = label["kind"]
        self.total[kind] += 1
        for number, flag in enumerate(flags):
            same = flag["kind"] == kind
            if not same and (FAMILY.get(flag["kind"]) != FAMILY[kind] or FAMILY[kind] in STRICT):
                continue
            there = section_of(flag["section"]) == section_of(label["section"])
            by_section = kind in BY_SECTION and same and there and number not in used
            paired = label["paired_text"] and overlaps(flag["text"], label["paired_text"])
            if overlaps(flag["text"], label["exact_text"]) or paired or by_section:
                self.hit[kind] += 1
                used.add(number)
                return
        self.misses.append((stem, label))

    def must_not(self, stem: str, label: Row, flags: list[Row]) -> None:
        """A label at which a blocker or warning of its own family is a false alarm."""
        kind, doc = label["kind"], label["doc"]
        self.allowed[kind] += 1
        for flag in flags:
            ours = flag["severity"] in "BW" and FAMILY.get(flag["kind"]) in OWN[kind]
            if ours and flag.get("doc", doc) == doc and overlaps(flag["text"], label["exact_text"]):
                self.false[kind] += 1
                self.alarms.append((stem, label, flag))
                return

    def show(self, *, kinds: bool, misses: int) -> None:
        """Print it."""
        for kind in sorted(self.total) if kinds else ():
            print(f"{kind:24} recall {self.hit[kind]}/{self.total[kind]}")
        for kind in sorted(self.allowed) if kinds else ():
            print(f"{kind:24} false alarms {self.false[kind]}/{self.allowed[kind]}")
        for stem, label in self.misses[:misses]:
            print("missed", stem, label["kind"], label["section"], "|", label["exact_text"][:120])
        for stem, label, flag in self.alarms[:misses]:
            print("alarm ", stem, label["kind"], "->", flag["kind"], "|", label["exact_text"][:120])
        h, t, fa, al = (sum(c.values()) for c in (self.hit, self.total, self.false, self.allowed))
        print(
            f"recall {h}/{t} = {h / max(t, 1):.3f}; weight-3 phrases {self.hit['VAGUE_3']}/{self.total['VAGUE_3']}; "
            f"false alarms {fa}/{al} = {fa / max(al, 1):.3f}; blockers on clean plans {self.clean_blockers}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("findings", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    chosen = parser.parse_args()
    found: dict[str, list[Row]] = collections.defaultdict(list)
    for finding in json.loads(chosen.findings.read_text(encoding="utf-8")):
        found[finding["plan"]].append(finding)
    score = Score()
    for path in sorted(chosen.folder.glob("labels_*.csv")):
        score.add(path, found[f"plan_{path.stem.split('_')[1]}"])
    score.show(kinds=chosen.kinds, misses=chosen.misses)


if __name__ == "__main__":
    main()
