"""News of where a child is taught and what the needs are, in the codes of the SEN2 return."""

from alongside.app.recordable.entry import Chapter, Entry, Particular, Type, code, yes_no
from alongside.core.case.codes import EventKind as K

C = Chapter
NEEDS = ("SPLD", "MLD", "SLD", "PMLD", "SEMH", "SLCN", "HI", "VI", "MSI", "PD", "ASD", "DS", "OTH")
NO_SCHOOL = ("OLA", "OPA", "EHE", "EYP", "NEET", "NIEC", "NIEO", "OTH")
RANKS = ("1", "2")
PLACES = (
    Entry(
        K.NEED_RECORDED,
        C.RETURN,
        (
            code("type", NEEDS, "Choose the type of need."),
            code("rank", RANKS, "Choose whether it is the main need."),
        ),
    ),
    Entry(
        K.PLACEMENT_STARTED,
        C.RETURN,
        (
            Particular(
                "setting_name",
                Type.SETTING,
                "Say which setting the child is at, or choose why it is none.",
                unless="setting_code",
            ),
            code("setting_code", NO_SCHOOL),
            code("rank", RANKS, "Choose whether it is the main place."),
            yes_no("sen_unit"),
            yes_no("resourced_provision"),
        ),
    ),
    Entry(
        K.PLACEMENT_ENDED,
        C.RETURN,
        (
            Particular(
                "placement",
                Type.EARLIER,
                "Choose which placement ended.",
                of=K.PLACEMENT_STARTED,
            ),
        ),
    ),
)
