"""The reply of a setting that is consulted about naming it (rule A08)."""

from alongside.core.case.codes import TimerState
from alongside.core.case.history import Consultation, Episode
from alongside.core.law.timer import SUPERSEDED, Desk, Due, become, due_of, ended

Dues = tuple[Due, ...]


def should_answer_consultation(episode: Episode, desk: Desk) -> Dues:
    """A school or college that is consulted answers within fifteen days of receiving the consultation.

    The fifteen days are guidance. Silence does not stop the authority from naming the setting.
    """
    if not episode.consultations:
        return ()
    stopped = SUPERSEDED if episode.final is not None else ended(episode)
    answers = [answer(asked, episode, stopped, desk) for asked in episode.consultations]
    return tuple([due for due in answers if due is not None])


def answer(
    asked: Consultation, episode: Episode | None, stopped: TimerState | None, desk: Desk
) -> Due | None:
    """The reply to one consultation, in an assessment or while a plan is amended. `stopped` is what has ended it."""
    limit = desk.law.limits["A08", asked.received_on]
    if limit is None:
        return None
    state, late = become(limit.statutory, desk.on, asked.replied_on, stopped)
    return due_of(limit, asked.received_on, asked, episode, (state, late, asked.replied_on))
