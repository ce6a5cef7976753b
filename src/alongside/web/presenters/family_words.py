"""The words in which a family is told of its case. Short, plain, and always saying who does what.

`{child}` is the child's name, or “you” where the reader is the child or young person; `{needs}` agrees with it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import ExceptionGround, Stage
from alongside.web.presenters import rules

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
        Stage.MEDIATION_WANTED: "You want to meet with a mediator. We will set up the meeting.",
        Stage.MEDIATION_HELD: "We met with the mediator. You will get a certificate.",
        Stage.AGREED: "You and we agreed. Now we must do what we agreed.",
        Stage.CERTIFICATE_AWAITED: "With a mediation certificate you get one more month to appeal.",
        Stage.CERTIFICATE_ISSUED: "You have the certificate. You can appeal.",
        Stage.LATE_APPLICATION: "Your appeal came late. The tribunal decides if it can go on.",
        Stage.APPEAL_REGISTERED: "The tribunal is looking at your appeal.",
        Stage.RESPONSE_FILED: "The tribunal is looking at your appeal. It has our answer too.",
        Stage.HEARD: "The tribunal has heard your appeal. It will tell you what it decides.",
        Stage.UNOPPOSED: "We do not argue against your appeal. We must do what you asked for.",
        Stage.ORDER_MADE: "The tribunal has decided. We must do what it says.",
        Stage.COMPLIED: "We have done what had to be done.",
        Stage.REVIEW_IDLE: "Nobody is looking at the plan again right now.",
        Stage.REVIEW_ARRANGED: "There will be a meeting to look at the plan again.",
        Stage.MEETING_HELD: "We met to look at the plan. Next we decide if it will change.",
        Stage.AMEND_NOTICE_OUT: "You have the changes that we want to make. Tell us what you think.",
        Stage.AMEND_DECIDED_NO_NOTICE: "We will change the plan. You have not had the changes yet.",
        Stage.RA_REQUESTED: "We were asked to assess {child} again. Next we decide if we will.",
        Stage.RA_REFUSED: "We decided not to assess {child} again.",
        Stage.RA_IN_PROGRESS: "We are finding out again what help {child} {needs}.",
        Stage.RA_DRAFT_OUT: "You have a new draft of the plan. Tell us what you think of it.",
        Stage.MOVE_NOTIFIED: "We know of the move. Your new council will get the plan.",
        Stage.TRANSFERRED_OUT: "Your new council has the plan now.",
        Stage.TRANSFERRED_IN_NOTICE_PENDING: "We got the plan from your old council. We will write to you.",
        Stage.TRANSFERRED_IN: "We got the plan from your old council. Next we look at it again.",
        Stage.CEASE_CONSULTING: "We are asking if the plan should end. Tell us what you think.",
        Stage.CEASE_DECIDED_HOLD: "We decided to end the plan. It goes on for now. You can appeal.",
        Stage.CEASED: "The plan has ended.",
        Stage.DETAINED: "{Child} must still get help while in custody.",
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
        "R01": "Look at the plan again for the first time",
        "R02": "Look at the plan again this year",
        "R03": "Tell you the day of the meeting",
        "R04": "Send you what people wrote for the meeting",
        "R05": "Send you the notes of the meeting",
        "R06": "Tell you if the plan will change",
        "R07": "Send you the changes that we want to make",
        "R08": "Your time to tell us about the changes",
        "R09e": "Send you the changed plan",
        "R10": "Tell you if the plan does not change after all",
        "R12": "Send you the changed plan",
        "R14": "Talk at the meeting about being an adult",
        "C02": "Tell you that the plan will end",
        "P00": "Get the plan ready for the next step",
        "P01": "Get the plan ready for the next school",
        "P02": "Get the plan ready for life after school",
        "P03": "Get the plan ready for the next place to learn",
        "Z01": "Tell you if we will assess {child} again",
        "Z03": "Send you the new plan",
        "Z05": "Your time to tell us about the new draft",
        "Z06": "Tell you if the plan does not change",
        "D01": "Tell you if we will assess {child}",
        "D02": "Tell you if there will be no plan",
        "D03": "Send you the final plan",
        "D04": "Your time to tell us about the draft plan",
        "D07": "Look at the plan again",
        "T01": "Send the plan to your new council",
        "T02": "Write to you about the plan",
        "T03": "Look at the plan again",
        "T05": "Find another school for now",
        "C01": "Ask you before we decide to end the plan",
        "C02.other": "Tell you that the plan will end",
        "C03": "Keep the plan until you can no longer appeal",
        "C04": "The plan can go on until this day",
        "C05": "Ask if {child} {wants} to come back to learn",
        "C07": "Ask you before we decide to end the plan",
        "B01": "Check how the payments to you work",
        "M01": "Talk to a mediation adviser",
        "M02": "Send you the certificate",
        "M03": "Set up the meeting with a mediator",
        "M05": "Send you the certificate",
        "M06": "Send you the certificate",
        "M07": "Do what we agreed",
        "M08": "Do what we agreed",
        "M10": "Do what we agreed",
        "F01": "Appeal to the SEND Tribunal",
        "F02": "Decide if your late appeal can go on",
        "F03": "Send our answer to the tribunal",
        "F06": "Ask to appeal again",
        "F07": "Ask a higher court to let you appeal again",
        "F08h": "The tribunal hears your appeal",
        "U01": "Tell you that we will assess {child}",
        "U02": "Tell you if there will be no plan",
        "U03": "Send you the final plan",
        "U04": "Send you the changed plan",
        "U05": "Send you the plan with the new school",
        "U06": "Send you the draft plan",
        "U07": "Send you the final plan",
        "U08": "Send you the changed plan",
        "U08c": "Keep the plan going",
        "O01": "The plan ends",
        "O02a": "Tell you that we will assess {child}",
        "O02b": "Tell you if there will be no plan",
        "O02c": "Send you the final plan",
        "O03a": "Send you the draft plan",
        "O03b": "Send you the final plan",
        "O05": "Send you the changed plan",
        "O06": "Send you the plan with the new school",
        "O07": "Keep the plan going",
        "O08": "Send you the changed plan",
        "O10": "Answer what the tribunal asked for",
        "O11": "Do what the tribunal said by its day",
        "O12": "Send you the changed plan with the school",
    }
)
"""Every rule of the clock that a family is shown, or its one part that is."""

NOT_SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "A02n": "binds us towards others only",
        "A07b": "the family sees its own time on the draft instead",
        "R01d": "a day for our own planning",
        "R06c": "advice to us beside the limit in law",
        "R09": "the family sees the earlier of its two limits (R09e)",
        "R11": "the family sees the earlier of its two limits (R09e)",
        "R13": "advice to us on when to think of a review",
        "P01p.meeting": "a day for our own planning",
        "P01p.notice": "a day for our own planning",
        "P04": "a question that we have to judge first",
        "T04": "binds the health boards towards each other",
        "T04b": "binds the health boards towards us",
        "M04": "binds us towards the health board",
        "M09": "binds the health board towards us",
        "F04": "practice of the Tribunal, and no limit in law",
        "F05": "practice of the Tribunal, and no limit in law",
        "F08": "days for papers; the day of the hearing is shown (F08h)",
        "U00": "a step before the Tribunal that is ours alone",
        "O04": "disabled: nobody has seen its text",
    }
)
"""Every other rule, and why no family is shown it."""

HELP: Mapping[str, str] = MappingProxyType(
    {
        "A07": "You can say what you think of the draft, ask for a school, and ask to meet us.",
        "R08": "You can say what you think of the changes, ask for a school, and ask to meet us.",
        "Z05": "You can say what you think of the draft, ask for a school, and ask to meet us.",
        "D04": "You can say what you think of the draft, ask for a school, and ask to meet us.",
        "C04": "By law no plan goes on after this day.",
        "F06": "You can ask the tribunal to let you appeal again if it got the law wrong.",
        "F07": "You can do this if the tribunal said no.",
        "F08h": "The tribunal set this day.",
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
        ExceptionGround.CORONAVIRUS: "coronavirus got in the way",
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
        wants="want" if own else "wants",
        whom=whom or "somebody we asked",
    )


def title(rule: str) -> str:
    """The words for a rule, or for the rule of which it is one part; empty where no family is shown it."""
    try:
        return TITLE[rules.base(rule, TITLE)]
    except KeyError:
        return ""


def help_with(rule: str) -> str:
    """What a right is good for; empty for what is no right."""
    return HELP.get(rule, "")
