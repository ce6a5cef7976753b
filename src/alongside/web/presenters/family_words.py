"""The words in which a family is told of its case. Short, plain, and always saying who does what.

`{child}` is the child's name, or “you” where the reader is the child or young person; `{needs}` agrees with it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import ExceptionGround, Stage

STAGE: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.NONE: "Nobody has asked us to assess {child}, and there is no plan.",
        Stage.REQUEST_OPEN: "We were asked to assess {child}. Next we decide if we will.",
        Stage.REFUSED_TO_ASSESS: "We decided not to assess {child}. You can ask for this to be looked at again.",
        Stage.ASSESSING: "We are finding out what help {child} {needs}. We have asked people for advice.",
        Stage.DRAFTING: "We will make a plan for {child}. We are writing it now.",
        Stage.DRAFT_OUT: "You have a first draft of the plan. Tell us what you think of it.",
        Stage.REFUSED_TO_ISSUE: "We decided not to make a plan. You can ask for this to be looked at again.",
        Stage.PLAN_MAINTAINED: "The plan is done. {Child} must get the help that is in it.",
        Stage.CLOSED_NO_APPEAL: "We decided not to go on, and the time to appeal has ended. You can ask again.",
        Stage.CLOSED_WITHDRAWN: "The request was taken back. You can ask again when you want to.",
        Stage.CLOSED_MOVED: "{Child} moved away. Another council now looks after this.",
        Stage.CLOSED_DECEASED: "We are very sorry. We will not send you any more letters about this.",
        Stage.CLOSED_CEASED: "The plan has ended.",
        Stage.APPEAL_WINDOW_OPEN: "You can appeal.",
        Stage.CERTIFICATE_ISSUED: "You can appeal.",
        Stage.APPEAL_REGISTERED: "The tribunal is looking at your appeal.",
    }
)

TITLE: Mapping[str, str] = MappingProxyType(
    {
        "A01": "Ask you before we decide",
        "A02": "Tell you if we will assess {child}",
        "A03": "Ask you for your views",
        "A13": "Ask people for advice about {child}",
        "A04": "Advice from {whom}",
        "A05": "Tell you if there will be no plan",
        "A09": "Send you the draft plan",
        "A07": "Your time to tell us about the draft plan",
        "A08": "Answer from {whom} about a place",
        "A06": "Send you the final plan",
        "U03": "Send you the final plan",
        "R01": "Meet to look at the plan again",
        "M01": "Talk to a mediation adviser",
        "F01": "Appeal to the SEND Tribunal",
    }
)
"""Every rule of the clock that a family is shown. Rules that bind officers towards others only are left out."""

HELP: Mapping[str, str] = MappingProxyType(
    {
        "A07": "You can say what you think of the draft, ask for a school, and ask to meet us.",
        "M01": "This is somebody who is not from the council and helps both sides to agree. It is free.",
        "F01": "A judge looks at what we decided. It is free. The tribunal must have your form by this day.",
    }
)
"""What a right is good for."""

STEPS: Mapping[str, str] = MappingProxyType(
    {
        "Request received": "We got the request",
        "Decide whether to assess": "We decide if we will assess",
        "Decided to assess": "We said yes, we will assess",
        "Decided not to assess": "We said no, we will not assess",
        "Advice from everybody asked": "People give us advice",
        "Draft plan to the family": "You get the draft plan",
        "Decided not to issue a plan": "We said there will be no plan",
        "Final plan": "You get the final plan",
    }
)
"""The five steps of the twenty weeks, from the words of `twenty_weeks`."""

GROUND: Mapping[str, str] = MappingProxyType(
    {
        ExceptionGround.SCHOOL_CLOSED: "the school was closed for four weeks or more",
        ExceptionGround.EARLY_YEARS_CLOSED: "the nursery was closed for four weeks or more",
        ExceptionGround.PERSONAL_CIRCUMSTANCES: "something very hard happened in the family",
        ExceptionGround.ABSENT_FROM_AREA: "{child} was away for four weeks or more",
        ExceptionGround.MISSED_APPOINTMENT: "an appointment was missed",
    }
)
"""The reasons for which the law gives more time."""

ADVICE: Mapping[str, str] = MappingProxyType(
    {
        "PARENT_OR_YOUNG_PERSON": "your own advice",
        "EDUCATIONAL": "advice from school",
        "MEDICAL": "health advice",
        "PSYCHOLOGICAL": "advice on learning and feelings",
        "SOCIAL_CARE": "social care advice",
        "PREPARING_FOR_ADULTHOOD": "advice on growing up",
        "SENSORY": "advice on sight or hearing",
        "ARMED_FORCES": "advice from the forces",
        "REASONABLY_REQUESTED": "advice that you asked for",
        "OTHER": "other advice",
    }
)
"""What was asked of each."""


def said(words: str, *, child: str, own: bool, whom: str = "") -> str:
    """The words with the child's name, or with “you”, in them."""
    name = "you" if own else child
    return words.format(
        child=name,
        Child="You" if own else child,
        needs="need" if own else "needs",
        whom=whom or "somebody we asked",
    )
