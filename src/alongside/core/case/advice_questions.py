"""The questions of each form of advice, as data.

The shared headings follow what advice must be for: needs with their evidence, outcomes, and provision that says
what, who, how often and how long (SEND Regulations 2014 regs 6 and 12; SEND Code of Practice 9.45 to 9.51 and
9.69), and the child's own view (2014 Act s.19). Each need, outcome and provision becomes a line that the plan uses or
says why not (`core/advice/lines.py`). What a profession is asked besides is the service's own choice.
"""

from alongside.core.case.advice_items import Group, Item, Question

Q = Question

WHO = (
    Q(
        "post",
        "Your job and qualifications",
        "For example: educational psychologist, HCPC registered",
        rows=1,
    ),
    Q("seen_on", "The day you last saw the child or young person", is_day=True),
    Q(
        "seen_how",
        "How you came to your view",
        "Where and how often you met, what you watched or tested, whom you spoke to",
    ),
)
VIEWS = Q(
    "own_views",
    "The child or young person’s own views",
    "What they said or showed, in their own words or their own way, and how you asked",
)
STRENGTHS = Q("strengths", "Strengths", "What they enjoy, do well and are proud of")
HEALTH_AREA, CARE_AREA = "Health", "Life at home and social care"
AREAS = (
    "Communication and interaction",
    "Cognition and learning",
    "Social, emotional and mental health",
    "Sensory and physical",
    "Independence and preparing for adulthood",
    HEALTH_AREA,
    CARE_AREA,
)
"""The four broad areas of need (SEND Code of Practice 6.28 to 6.35), independence, and what is not education."""

AREA = Q("area", "Which area is it?", expected=False, options=AREAS)
NEEDS = Group(
    "need",
    "Needs",
    "Need",
    (
        Q("what", "What is the need?", "How it shows, and what it keeps them from doing", rows=3),
        AREA,
        Q(
            "evidence",
            "What shows it?",
            "What you saw, a test with its date and result, what somebody told you",
            rows=3,
        ),
    ),
    hint="One need at a time. Name needs, not diagnoses alone.",
)
OUTCOMES = Group(
    "outcome",
    "Outcomes",
    "Outcome",
    (
        Q("what", "What should they be able to do?", rows=2),
        Q("by", "By when?", "For example: by the end of Year 6", rows=1),
    ),
    hint="What a good result looks like for this child.",
)
PROVISION = Group(
    "provision",
    "Provision",
    "Provision",
    (
        Q("what", "What is to be done?", rows=3),
        AREA,
        Q("who", "Who does it?", "The job, and the training it takes", rows=1),
        Q("how_often", "How often?", "For example: twice a week in term time", rows=1),
        Q("how_long", "How long each time, and for how long?", "For example: 30 minutes, for a year", rows=1),
        Q("need", "For which need?", rows=1, expected=False),
    ),
    hint="What the needs call for, whoever would have to provide it.",
)
SOURCES = Q("sources", "What you relied on", "Reports, records and people, with dates")
AFTER = (VIEWS, STRENGTHS, NEEDS, OUTCOMES, PROVISION, SOURCES)


def _form(*own: Item) -> tuple[Item, ...]:
    """The shared headings with the profession's own questions between who and what."""
    return (*WHO, *own, *AFTER)


PSYCHOLOGICAL = _form(
    Q("learning", "Thinking and learning", "Attainment, memory, attention, how they take in what is new"),
    Q("language", "Language and communication", expected=False),
    Q("social", "Social and emotional development"),
    Q("independence", "Looking after themselves", expected=False),
    Q("context", "What helps and what gets in the way where they learn now"),
)
SPEECH_AND_LANGUAGE = _form(
    Q("understanding", "Understanding of language"),
    Q("talking", "Spoken language and speech sounds"),
    Q("social_communication", "Using language with others"),
    Q("means", "How they communicate best", "Speech, signing, pictures, a device", expected=False),
    Q("swallowing", "Eating, drinking and swallowing", expected=False),
)
OCCUPATIONAL = _form(
    Q("self_care", "Looking after themselves", "Dressing, washing, eating"),
    Q("motor", "Using their hands, and handwriting"),
    Q("sensory", "How they take in sound, light, touch and movement"),
    Q("equipment", "Equipment and changes to rooms", expected=False),
)
PHYSIOTHERAPY = _form(
    Q("movement", "Moving about, posture and strength"),
    Q("pain", "Pain and tiredness", expected=False),
    Q("equipment", "Equipment", "Who provides, checks and replaces it", expected=False),
)
MEDICAL = _form(
    Q("diagnoses", "Diagnoses", "Each with who made it and when; say what is still being looked into"),
    Q("day_to_day", "What this means for a day at school or college"),
    Q("medicines", "Medicines, and care during the day", expected=False),
    Q("emergency", "What to do in an emergency", expected=False),
    Q("waiting", "What they are waiting for", "Assessments and appointments to come", expected=False),
)
MENTAL_HEALTH = _form(
    Q("feelings", "Mood, worries and feelings", "How they show at home and where they learn"),
    Q("daily", "Sleep, eating and getting through a day", expected=False),
    Q("safe", "Keeping safe", "What puts them at risk, and what others must know", expected=False),
    Q("treatment", "Treatment now, and what is planned", "What, with whom, since when"),
)
SOCIAL_CARE = _form(
    Q("known", "Is the child or family known to social care?", "If not, say so: it is an answer", rows=2),
    Q(
        "status",
        "Plans and reviews there are",
        "Child in need, child protection, looked after, early help; with dates",
        expected=False,
    ),
    Q("home", "Life at home, carers and short breaks"),
    Q(
        "disabled_person",
        "Help under the Chronically Sick and Disabled Persons Act 1970, section 2",
        "What was assessed, and what is provided",
        expected=False,
    ),
)
EDUCATIONAL = _form(
    Q("attendance", "Attendance", "This year and last, with part-time timetables and exclusions", rows=3),
    Q("progress", "Progress over time", "Results with their dates, next to what is usual for the age"),
    Q("tried", "What was tried", "What, who, how often, from when to when"),
    Q("results", "What came of it", "What worked, what did not, and how you know"),
    Q("cost", "What it takes now", "Adults, groups and hours each week", rows=3, expected=False),
    Q("family_contact", "What you and the family agreed", expected=False),
)
SENSORY = _form(
    Q("hearing", "Hearing", "What was measured, when, with and without aids", expected=False),
    Q("vision", "Vision", "What was measured, when, with and without glasses", expected=False),
    Q("access", "What they need to take in a lesson"),
    Q("equipment", "Equipment", "Who provides, checks and replaces it", expected=False),
)
ADULTHOOD = _form(
    Q("work", "Education, training and work", "What they want to do, and what it takes"),
    Q("living", "Where and how they want to live"),
    Q("community", "Friends and taking part"),
    Q("health", "Looking after their own health", expected=False),
)
ABOUT_MY_CHILD = (
    Q("about", "What is your child like?", "What makes them smile, what they are good at"),
    Q("day", "What is a good day like, and what is a bad day like?"),
    Q("hard", "What is hard for them?", "At home, at school, with friends, getting about, sleeping, eating"),
    Q("helps", "What helps?", "What you do, what others do"),
    Q("history", "Is there anything from before that we should know?", expected=False),
    Q("future", "What do you hope for?", "Next year, and when they are grown up"),
    Q("child_says", "What does your child say they want?", "In their own words, if you can", expected=False),
    Q("family", "What would help you as a family?", expected=False),
    Q("anything", "Anything else", expected=False),
)
ABOUT_ME = (
    Q("about", "What should people know about you?", "What you like, what you are good at"),
    Q("day", "What is a good day like, and what is a bad day like?"),
    Q("hard", "What is hard for you?"),
    Q("helps", "What helps you, and what does not?"),
    Q("communication", "How do you like people to talk with you?", expected=False),
    Q("important", "What and who matters to you?", expected=False),
    Q("future", "What do you want to do, next year and later?"),
    Q("anything", "Anything else", expected=False),
)
GENERAL = _form(Q("other", "What you want to tell us", "In any way that suits what you know"))

FORMS: tuple[tuple[str, str, str, str, tuple[Item, ...]], ...] = (
    (
        "PSYCHOLOGY",
        "PSYCHOLOGICAL",
        "Psychological advice",
        "Given by an educational psychologist.",
        PSYCHOLOGICAL,
    ),
    ("MEDICAL", "MEDICAL", "Medical advice", "Given by a doctor or nurse.", MEDICAL),
    (
        "SPEECH_AND_LANGUAGE",
        "MEDICAL",
        "Speech and language therapy advice",
        "Given by a therapist.",
        SPEECH_AND_LANGUAGE,
    ),
    ("OCCUPATIONAL_THERAPY", "MEDICAL", "Occupational therapy advice", "Given by a therapist.", OCCUPATIONAL),
    ("PHYSIOTHERAPY", "MEDICAL", "Physiotherapy advice", "Given by a physiotherapist.", PHYSIOTHERAPY),
    (
        "MENTAL_HEALTH",
        "MEDICAL",
        "Mental health advice",
        "Given by a child and adolescent mental health service.",
        MENTAL_HEALTH,
    ),
    (
        "SOCIAL_CARE",
        "SOCIAL_CARE",
        "Social care advice",
        "Given by social care, also where nobody there knows the child.",
        SOCIAL_CARE,
    ),
    (
        "EDUCATION",
        "EDUCATIONAL",
        "Educational advice",
        "Given by the head or SENCO, or by whoever teaches the child.",
        EDUCATIONAL,
    ),
    (
        "SENSORY",
        "SENSORY",
        "Advice on hearing and vision",
        "Given by a qualified teacher of the deaf or of the visually impaired.",
        SENSORY,
    ),
    (
        "ADULTHOOD",
        "PREPARING_FOR_ADULTHOOD",
        "Advice on preparing for adulthood",
        "Asked for from Year 9 on.",
        ADULTHOOD,
    ),
    (
        "ABOUT_MY_CHILD",
        "PARENT_OR_YOUNG_PERSON",
        "Tell us about your child",
        "In your own words. Nothing is changed in them.",
        ABOUT_MY_CHILD,
    ),
    (
        "ABOUT_ME",
        "PARENT_OR_YOUNG_PERSON",
        "Tell us about you",
        "In your own words. Nothing is changed in them.",
        ABOUT_ME,
    ),
    ("GENERAL", "OTHER", "Advice", "For anybody else who was asked.", GENERAL),
)
"""(code, kind of advice, title, about, items). The first of a kind is its usual form."""
