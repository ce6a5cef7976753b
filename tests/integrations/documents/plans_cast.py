"""A made-up plan, draft and final. No child here exists."""

from dataclasses import replace
from datetime import date

from alongside.core.case.codes import PlanSection
from alongside.integrations.documents.content import Quote, Table, prose
from alongside.integrations.documents.plan import Change, PlanDocument, PlanStatus, SectionText, Signature
from integrations.documents.documents_cast import BORN_ON, CHILD, SENDER

SECTION_WORDS = {
    PlanSection.A: "I want to be a vet. I like dogs more than people sometimes.",
    PlanSection.B: "Reading and spelling are much harder for Amira than for other children of her age.",
    PlanSection.C: "Amira wears glasses. No other health needs were identified.",
    PlanSection.D: "No social care needs were identified.",
    PlanSection.E: "By July 2028 Amira reads a page of a story aloud to a friend without help.",
    PlanSection.F: (
        "A teacher trained in a structured reading programme:\n\n- three times a week\n- 30 minutes each "
        "time\n- one to one"
    ),
    PlanSection.G: "No health care provision is needed.",
    PlanSection.H1: "No provision under the Act of 1970 is needed.",
    PlanSection.H2: "No other social care provision is needed.",
    PlanSection.I: "Oakfield School, a maintained primary school",
    PlanSection.J: "The family has not asked for a personal budget.",
    PlanSection.K: "Listed below.",
}
DRAFT_SECTIONS = tuple(
    SectionText(section, () if section is PlanSection.I else prose(words))
    for section, words in SECTION_WORDS.items()
)
FINAL_SECTIONS = tuple(SectionText(section, prose(words)) for section, words in SECTION_WORDS.items())
ADVICE_TABLE = Table(
    "Advice gathered",
    ("Advice", "From", "Date"),
    (("Education", "Oakfield School", "4 May 2026"), ("Psychology", "Dr Tomasz Bielak", "18 May 2026")),
)
DRAFT = PlanDocument(
    authority=SENDER.authority,
    team=SENDER.team,
    reference="WLD-2026-0417",
    child=CHILD,
    born_on=BORN_ON,
    details=(("Lives with", "Ms Rosalind Okafor"), ("School", "Oakfield School")),
    status=PlanStatus.DRAFT,
    version=2,
    dated_on=date(2026, 6, 15),
    sections=(
        SectionText(PlanSection.A, (Quote(SECTION_WORDS[PlanSection.A], "Amira, 5 March 2026"),)),
        *DRAFT_SECTIONS[1:-1],
        SectionText(PlanSection.K, (ADVICE_TABLE,)),
    ),
    changes=(Change(PlanSection.F, "Three sessions instead of two", "Dr Bielak’s advice of 18 May 2026"),),
)
FINAL = replace(
    DRAFT,
    status=PlanStatus.FINAL,
    dated_on=date(2026, 7, 13),
    sections=FINAL_SECTIONS,
    changes=(),
    signature=Signature("Gwen Abara", "Head of SEND", date(2026, 7, 13)),
)
