"""The sections of an EHC plan: what each is for, what to write in it, and whose advice bears on it.

Sources: SEND Regulations 2014 reg 12(1)(a) to (k); Children and Families Act 2014 ss.21, 37; Code of Practice
2015 paragraphs 9.61 to 9.69. The short titles and the guidance are ours, in plain words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from alongside.core.case.codes import AdviceKind, PlanSection

A = AdviceKind
_ALL = tuple(AdviceKind)
_LEARNING = (A.EDUCATIONAL, A.PSYCHOLOGICAL, A.SENSORY, A.MEDICAL)
_OTHERS = (A.PREPARING_FOR_ADULTHOOD, A.ARMED_FORCES, A.REASONABLY_REQUESTED, A.OTHER)


@dataclass(frozen=True, slots=True)
class Guide:
    """One section. `law` is what the regulation says it holds; `write` tells the officer what to write.

    `advice` lists the kinds of advice that bear on it, those that matter most first.
    """

    section: PlanSection
    title: str
    law: str
    write: tuple[str, ...]
    advice: tuple[AdviceKind, ...]


_ALL_GUIDES = (
    Guide(
        PlanSection.A,
        "Views, interests and hopes",
        "the views, interests and aspirations of the child and their parents, or of the young person",
        (
            "Use the child’s and the family’s own words, and say whose they are.",
            "Say what the child enjoys, what matters to them, how they communicate and what they hope.",
            "Say how they took part in the assessment.",
        ),
        (A.PARENT_OR_YOUNG_PERSON, A.EDUCATIONAL, A.SOCIAL_CARE, A.PSYCHOLOGICAL),
    ),
    Guide(
        PlanSection.B,
        "Special educational needs",
        "the special educational needs",
        (
            "Set out every special educational need that the assessment found, each one separately.",
            "Say what the child can do as well as what is hard for them.",
            "Leave provision out: it belongs in Section F.",
        ),
        (*_LEARNING, A.PARENT_OR_YOUNG_PERSON, *_OTHERS),
    ),
    Guide(
        PlanSection.C,
        "Health needs",
        "the health care needs which relate to the special educational needs",
        (
            "Set out health needs that go with the special educational needs.",
            "Say so if none was identified.",
        ),
        (A.MEDICAL, A.PARENT_OR_YOUNG_PERSON),
    ),
    Guide(
        PlanSection.D,
        "Social care needs",
        "the social care needs which relate to the special educational needs or to a disability",
        (
            "Set out social care needs that go with the special educational needs or a disability.",
            "Say so if none was identified.",
        ),
        (A.SOCIAL_CARE, A.PARENT_OR_YOUNG_PERSON),
    ),
    Guide(
        PlanSection.E,
        "Outcomes",
        "the outcomes sought",
        (
            "Write what the child will be able to do, by when, because of the support.",
            "Make each specific, measurable, achievable, realistic and time-bound.",
            "An outcome is not a service: “have speech therapy” is provision.",
        ),
        _ALL,
    ),
    Guide(
        PlanSection.F,
        "Special educational provision",
        "the special educational provision required by the child or young person",
        (
            "Match each need in Section B with provision.",
            "Be specific: what, how often, how long, by whom, with what skill or training.",
            "Therapy that educates or trains belongs here (Children and Families Act 2014 s.21(5)).",
        ),
        (*_LEARNING, A.PARENT_OR_YOUNG_PERSON, *_OTHERS),
    ),
    Guide(
        PlanSection.G,
        "Health provision",
        "any health care provision reasonably required by the learning difficulties or disabilities",
        ("Say what health will provide, how often and by whom.", "Say so if none is needed."),
        (A.MEDICAL,),
    ),
    Guide(
        PlanSection.H1,
        "Social care provision under the 1970 Act",
        "social care provision which must be made under section 2 of the Chronically Sick and Disabled "
        "Persons Act 1970",
        ("For somebody under 18 only.", "Say what will be provided, or that none is needed."),
        (A.SOCIAL_CARE,),
    ),
    Guide(
        PlanSection.H2,
        "Other social care provision",
        "any other social care provision reasonably required",
        ("Say what will be provided, or that none is needed.",),
        (A.SOCIAL_CARE,),
    ),
    Guide(
        PlanSection.I,
        "School or other setting",
        "the name of the school or other institution to be attended, or its type",
        ("Blank in a draft. It is filled in when the final plan is issued.",),
        (A.PARENT_OR_YOUNG_PERSON, A.EDUCATIONAL),
    ),
    Guide(
        PlanSection.J,
        "Personal budget",
        "a personal budget, and what any direct payments are for",
        ("Say what was asked for and agreed, or that no personal budget was asked for.",),
        (A.PARENT_OR_YOUNG_PERSON,),
    ),
    Guide(
        PlanSection.K,
        "Advice and information",
        "the advice and information gathered in the assessment",
        ("List every piece of advice: whose it is, their post, and its date. Copies go with the plan.",),
        _ALL,
    ),
)
GUIDES: Mapping[PlanSection, Guide] = MappingProxyType({guide.section: guide for guide in _ALL_GUIDES})
"""Every section in the order of the Regulations."""
