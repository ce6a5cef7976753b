"""What the accounts of duties in the life of a plan say: the fact, what is not known, what changes it."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.ceasing_history import Ceasing, LeftEducation
from alongside.core.case.codes import TimerState
from alongside.core.case.detention_history import Detention
from alongside.core.case.reassess_history import Reassessment
from alongside.core.case.transfer_history import Arrival, CommissionerChange, Move
from alongside.core.law.duty import Reason
from alongside.core.law.timer import Due, OfPlanLife
from alongside.core.law.words import day_words

READINGS: Mapping[str, str] = MappingProxyType({"Z05": "the day of posting", "D04": "the day of posting"})
_LA_EXCEPTION = (
    "A listed exception that makes the limit impractical takes the fixed date away. It never moves it. Staff shortage "
    "is not an exception."
)
_END = "The end of the plan or the death of the child ends it."
_DETAINED = (
    _LA_EXCEPTION,
    "A release to the same authority, or a detention after the request, leaves its first day as it is.",
    "A withdrawal of the request, a release to another authority or the death of the child ends it.",
)
CHANGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "D01": ("Notice of the decision whether to assess meets it.", *_DETAINED),
        "D02": ("Notice of a decision not to secure a plan meets it.", *_DETAINED),
        "D03": ("Sending the final plan meets it.", *_DETAINED),
        "D04": ("A draft issued anew starts a new fifteen days.", *_DETAINED[2:]),
        "D07": ("The notice of decision after a review meets it.", _END),
        "Z01": ("An answer to the request meets it.", _END),
        "Z03": (
            "Sending the final plan meets it.",
            "A decision not to amend the plan takes its place.",
            "An order of the Tribunal, or not opposing an appeal, puts another limit in its place.",
            _LA_EXCEPTION,
            _END,
        ),
        "Z05": ("A draft issued anew starts a new fifteen days.", _END),
        "Z06": ("Notice of the decision not to amend meets it.", _LA_EXCEPTION, _END),
        "T01": ("The transfer of the plan meets it.", "News of another day of the move moves it.", _END),
        "T02": ("Notice to the family meets it.", _END),
        "T03": ("The notice of decision after a review meets it.", _END),
        "T04": ("Telling the new body meets it.", "News of another day of the move moves it.", _END),
        "T04b": ("Asking the authority to assess or to review meets it.", _END),
        "T05": ("A placement meets it.", "A review of the plan takes its place.", _END),
        "C01": ("Consulting meets it.", "Giving up the thought of ceasing ends it."),
        "C02.other": ("Notice of the decision meets it.", "Giving up the thought of ceasing ends it."),
        "C03": (
            "A mediation certificate may move it to a later day.",
            "An appeal takes the day away until it is decided.",
            "A reversal of the decision, an order to go on or not opposing the appeal ends it.",
        ),
        "C04": ("Another setting, or another end of the course, may move it.", _END),
        "C05": ("A review of the plan meets it.", _END),
        "C07": ("Notice of a decision to cease the plan meets it.", _END),
        "B01": ("A review of the payments meets it.", "The end of the payments ends it."),
    }
)
_UNKNOWN_IF_SUPERSEDED: Mapping[str, str] = MappingProxyType(
    {
        "Z01": "The day on which the request to reassess was answered.",
        "T02": "Whether and when the family was told of the transfer.",
        "C01": "Whether and when the family and the setting were consulted.",
        "C02.other": "The day on which notice of the decision was sent.",
        "C05": "Whether the plan was reviewed, and the young person asked, before it ceased.",
        "C07": "The day on which notice of the decision was sent.",
    }
)


def fact(due: Due, about: OfPlanLife) -> str:
    """The fact that started the duty, in a sentence."""
    on = day_words(due.triggered_on)
    match about:
        case Reassessment():
            return _reassessment(due, about, on)
        case Move():
            when = f"on {day_words(about.moves_on)}" if about.moves_on else "on a day that is not known"
            return f"The authority became aware on {on} of a move {when}."
        case Arrival():
            when = "on a day that is not known" if about.undated else f"on {on}"
            return f"The plan was transferred to this authority {when}."
        case CommissionerChange():
            body = "The new commissioner" if due.rule == "T04b" else "The commissioner of health care"
            return f"{body} became aware of the change on {on}."
        case Ceasing():
            return _ceasing(due, about, on)
        case LeftEducation():
            return f"The young person left education or training on {on}."
        case Detention():
            return f"The person was released on {on}, with a plan."
    return f"Direct payments started on {on}."


def further_reasons(due: Due) -> tuple[Reason, ...]:
    """What binds beside the count from one day: the day of the move, the second limb after a transfer, detention."""
    about, cite = due.about, due.parameter.citation
    if isinstance(about, Move | CommissionerChange) and due.rule != "T04b" and about.moves_on is not None:
        said = f"The move is on {day_words(about.moves_on)}; the later of that day and the count binds."
        return (Reason(said, "Known fifteen working days before, it is the day of the move.", cite),)
    if isinstance(about, Arrival) and due.rule == "T03" and about.year_begins_on is not None:
        said = f"The old authority's year began on {day_words(about.year_begins_on)}."
        rule = "The later of its end and the end of three months from the transfer binds."
        return (Reason(said, rule, cite),)
    episode = due.episode
    if due.rule in ("D01", "D02", "D03") and episode is not None and episode.detained_on is not None:
        return tuple(
            _detention(due, (episode.detained_on != due.triggered_on, episode.released_on is not None))
        )
    return ()


def unknown(due: Due) -> tuple[str, ...]:
    """What the record does not say and the answer would need."""
    about = due.about
    if isinstance(about, Move | CommissionerChange) and due.statutory_due is None and about.moves_on is None:
        return ("The day of the move.",)
    if isinstance(about, Arrival) and due.rule == "T03" and due.statutory_due is None and not about.undated:
        return ("When the old authority made the plan or last reviewed it.",)
    if isinstance(about, Arrival) and about.undated and due.parameter.value is not None:
        return ("The day of the transfer.",)
    if due.rule == "C03" and due.statutory_due is None and due.state is not TimerState.CANCELLED:
        return ("The day on which the appeal is decided, or the day on which the notice was sent.",)
    if due.rule == "C04" and due.statutory_due is None:
        return ("Whether the setting is in the further education sector, and when the course ends.",)
    if due.state is TimerState.SUPERSEDED and due.rule in _UNKNOWN_IF_SUPERSEDED:
        return (_UNKNOWN_IF_SUPERSEDED[due.rule],)
    return ()


def outcome_words(due: Due) -> str:
    """The outcome of a duty whose state needs other words than those of most; else an empty string."""
    if due.rule != "C03":
        return ""
    if due.state is TimerState.BREACHED:
        return (
            "The plan was ended while the decision could still be appealed, or while an appeal was pending."
        )
    if due.state is TimerState.MET:
        return f"The plan may end, or ended, from {day_words(due.met_on)}."
    return ""


def _reassessment(due: Due, about: Reassessment, on: str) -> str:
    if due.rule == "Z01":
        return f"The request to reassess was received on {on}."
    if due.rule == "A13":
        return f"The refusal to reassess was put aside on {on}."
    if about.own_decision:
        return f"The authority decided on {on} to reassess of its own accord."
    return f"The family was told on {on} that there will be a reassessment."


def _ceasing(due: Due, about: Ceasing, on: str) -> str:
    if due.rule == "C03":
        return f"Notice of the decision to cease the plan was sent on {on}."
    if due.rule == "C07":
        return f"The child or young person left England on {on}."
    return f"The authority has considered ceasing the plan since {on}, as far as is recorded."


def _detention(due: Due, happened: tuple[bool, bool]) -> list[Reason]:
    cite = "Detained Persons Regulations 2015 (SI 2015/62) reg 15"
    found = []
    if happened[0]:
        said = "The person was detained in the middle of the assessment."
        found.append(
            Reason(said, "The time runs on from the day on which the authority became responsible.", cite)
        )
    if happened[1]:
        said = (
            "The person was released in the middle of the assessment, and the same authority is responsible."
        )
        found.append(Reason(said, "The time runs on from its first day; what was done counts.", cite))
    return found
