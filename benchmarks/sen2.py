"""How long it takes to read and count a SEN2 return, and that the time grows no faster than the return.

Prints, all measured in the same run on this machine: seconds for each size and form; the ratio of seconds
per person at the largest size to those at the smallest (1.0 is linear); the ratio to a bare
`lxml.etree.parse` of the same file, which keeps nothing and counts nothing; and the start of a child process
that reads an almost empty file. Exit status 1 where a target is missed: 9,000 persons read and counted in
2 s, linear to within 1.5, a child started in 0.3 s.

    python benchmarks/sen2.py            1,000, 9,000 and 90,000 persons
    python benchmarks/sen2.py --quick    1,000 and 9,000
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from alongside.integrations.sen2 import figures, read, synthetic, synthetic_files

SIZES = (1_000, 9_000, 90_000)
TARGET_SIZE, TARGET_SECONDS = 9_000, 2.0
TARGET_LINEAR, TARGET_START = 1.5, 0.3
ROUNDS = 3


def best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of the fastest of several rounds: what the machine can do when left alone."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def read_and_count(path: Path) -> figures.Figures:
    found = figures.count(read.open_return(path).persons(), 2024, synthetic.shares.LA_NUMBER)
    assert found.requests["requests"]
    return found


def measure(size: int, folder: Path) -> tuple[float, float, float]:
    """Seconds for XML, for the nine CSV files, and for a bare parse of the XML."""
    making = synthetic.Making(size)
    header, persons = synthetic.header(making), list(synthetic.persons(making))
    xml, blade = folder / f"{size}.xml", folder / f"{size}"
    synthetic_files.write_xml(xml, header, persons)
    synthetic_files.write_blade(blade, header, persons)
    del persons
    rounds = ROUNDS if size <= TARGET_SIZE else 1
    in_xml, in_csv = best(lambda: read_and_count(xml), rounds), best(lambda: read_and_count(blade), rounds)
    bare = best(lambda: etree.parse(str(xml)), rounds)
    print(
        f"{size:>7,} persons, {xml.stat().st_size / 1e6:6.1f} MB of XML: XML {in_xml:6.2f} s, "
        f"CSV {in_csv:6.2f} s, bare lxml parse {bare:5.2f} s, XML over bare parse {in_xml / bare:4.1f}"
    )
    return in_xml, in_csv, bare


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--quick", action="store_true", help="leave out the largest size")
    sizes = SIZES[:2] if arguments.parse_args().quick else SIZES
    missed = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tiny = folder / "tiny.xml"
        tiny.write_text("<Message><Person/></Message>")
        start = best(lambda: list(read.open_return(tiny).persons()), 5)
        print(f"a child started and ended: {start:.3f} s (target {TARGET_START})")
        missed += ["start"] * (start > TARGET_START)
        taken = {size: measure(size, folder) for size in sizes}
    small, large = sizes[0], sizes[-1]
    for form, at in (("XML", 0), ("CSV", 1)):
        seconds = taken[TARGET_SIZE][at]
        linear = (taken[large][at] / large) / (taken[small][at] / small)
        print(f"{form}: {TARGET_SIZE:,} persons in {seconds:.2f} s (target {TARGET_SECONDS})")
        print(
            f"{form}: seconds per person at {large:,} over {small:,}: {linear:.2f} "
            f"(target at most {TARGET_LINEAR})"
        )
        missed += [form] * (seconds > TARGET_SECONDS or linear > TARGET_LINEAR)
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"largest child: {kilobytes / 1024:.0f} MB of memory")
    if missed:
        print("missed: " + ", ".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
