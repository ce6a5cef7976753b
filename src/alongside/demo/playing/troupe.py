"""More than one process plays the stories: each takes a few at a time, each few are one transaction."""

import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from uuid import UUID

from alongside.app.ports import PORTS, LetterMaker
from alongside.demo.planning.story import Story
from alongside.demo.playing import papers, playing, process
from alongside.demo.playing.world import World
from alongside.integrations.documents.maker import PlainText

AT_A_TIME = 6


@dataclass(frozen=True, slots=True)
class Opened:
    """A story whose request has been registered: its case and its owner's account."""

    story: Story
    case_id: UUID
    owner: UUID


@dataclass(frozen=True, slots=True)
class Stage:
    """What every player needs: the world, and the day from which letters are printed in full."""

    world: World
    printed_since: date


def played(stage: Stage, opened: Sequence[Opened], processes: int) -> Iterator[int]:
    """Play the rest of each story. Yields how many have been played, a few at a time."""
    parts = [opened[at : at + AT_A_TIME] for at in range(0, len(opened), AT_A_TIME)]
    if processes < 2:
        for part in parts:
            yield _play(stage, part)
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), process.begin, (pickle.dumps(stage),)) as pool:
        futures: list[Future[int]] = [pool.submit(_play_here, part) for part in parts]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def text_maker() -> LetterMaker:
    """The maker that keeps a letter as text."""
    return PlainText()


def _play(stage: Stage, part: Sequence[Opened]) -> int:
    assert PORTS.letters is not None
    with papers.sparing(text_maker(), stage.printed_since) as maker:
        playing.rest(stage.world, [(each.story, each.case_id, each.owner) for each in part], maker)
    return len(part)


def _play_here(part: Sequence[Opened]) -> int:
    found = process.stage()
    assert isinstance(found, Stage)
    return _play(found, part)
