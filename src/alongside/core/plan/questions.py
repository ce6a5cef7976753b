"""The questions that stand beside each section while it is written, until an authority puts its own in their place.

They ask what the criteria of plan quality look for (docs/explain/plan-checks.md). They are questions and no wording:
what is copied from a model plan describes the model.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from alongside.core.case.codes import PlanSection
from alongside.core.refusal import Refused

LONGEST = 300
MOST = 20
S = PlanSection

SHIPPED: Mapping[PlanSection, tuple[str, ...]] = MappingProxyType(
    {
        S.A: (
            "Would somebody who knows the child say at once: yes, that is them?",
            "What did the child say or show, in their own words or way; who asked, when and how?",
            "What do the parents say, and where do they and the child see it differently?",
            "What are the hopes for next year and for later: friends, independence, work?",
            "How is this child best spoken with?",
        ),
        S.B: (
            "What is hard for this child, where, how often and how much?",
            "Whose advice says so, and what did they see or measure?",
            "Does each need stand by itself, with no help or provision in it?",
            "What does the child do well that the plan can build on?",
            "Which of the four areas of need show nothing, and is that said?",
        ),
        S.C: (
            "Which health needs bear on learning or on the school day?",
            "If there are none, who looked and when?",
        ),
        S.D: (
            "Which social care needs go with the learning difficulty or disability?",
            "If there are none, or the child is not known, who was asked and when?",
        ),
        S.E: (
            "What will the child do that they cannot do now, and by when?",
            "Where does the child start from, and how will anybody see that it is reached?",
            "Which hope in Section A is it a step towards?",
            "Is it about the child, and not about a service that will be given?",
        ),
        S.F: (
            "Could a new school start on this on Monday without asking what is meant?",
            "What, by whom and with which training, how often, how long each time, in a group of how many?",
            "Which need in Section B is it for, and does every need have its provision?",
            "What happens when the person is away?",
            "Who designs, checks and reviews the programme, and with how many hours?",
        ),
        S.G: (
            "What will health provide, how often, by whom, and has the health service agreed to it?",
            "Does it teach or train? Then it stands in Section F.",
        ),
        S.H1: (
            "Which provision does section 2 of the 1970 Act require, for how many hours a week?",
            "Was an assessment under that Act made, and by whom?",
        ),
        S.H2: (
            "What other social care provision is reasonably required, how often and by whom?",
            "Was the carers’ need looked at?",
        ),
        S.I: (),
        S.J: (
            "What was asked for and agreed: for which outcome, what it buys, how much and how it is paid?",
        ),
        S.K: (
            "Is everybody there who had to be asked, with post and date, and whoever did not reply?",
            "Are the reports that the parents sent listed, also where they were not followed?",
            "Is anything older than two years, and who agreed that it still holds?",
        ),
    }
)


def read(text: str) -> tuple[str, ...]:
    """The questions in a text of one line each. Raises `Refused` where there are too many or one is too long."""
    found = tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())
    if len(found) > MOST:
        raise Refused(
            f"There are {len(found)} questions; {MOST} is the most that anybody reads. Leave out the others.",
            field="questions",
        )
    for question in found:
        if len(question) > LONGEST:
            raise Refused(
                f"The question that begins “{question[:60]}…” has {len(question)} letters; {LONGEST} is the most. "
                "Make two of it.",
                field="questions",
            )
    return found


def of_section(section: PlanSection, own: Mapping[PlanSection, Sequence[str]]) -> tuple[str, ...]:
    """The authority's own questions where it has put any down for the section, even none; else those shipped."""
    return tuple(own[section]) if section in own else SHIPPED[section]
