"""Hours of work in one assessment, by who does it: what an overload is measured in, since cases differ in work.

Source of the measured figures: Department for Education, survey of 859 professionals in 100 local authorities on
2,577 plans (56 to 68 local-authority hours for a new plan). It names four groups. The others are assumptions, are
marked so wherever they are shown, and are to be replaced by an area's own figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.case.codes import AdviceKind


@unique
class WorkGroup(StrEnum):
    """Those whose work an assessment waits for."""

    EDUCATIONAL_PSYCHOLOGIST = "EDUCATIONAL_PSYCHOLOGIST"
    SOCIAL_WORKER = "SOCIAL_WORKER"
    HEALTH = "HEALTH"
    SETTING = "SETTING"
    SENSORY_TEACHER = "SENSORY_TEACHER"
    PREPARING_FOR_ADULTHOOD = "PREPARING_FOR_ADULTHOOD"
    OTHER_ADVISER = "OTHER_ADVISER"
    CASE_OFFICER = "CASE_OFFICER"
    SEND_MANAGER = "SEND_MANAGER"


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours for one assessment. `assumed` is True where no survey gives the figure."""

    hours: float
    assumed: bool


HOURS: Mapping[WorkGroup, Hours] = MappingProxyType(
    {
        WorkGroup.EDUCATIONAL_PSYCHOLOGIST: Hours(17.4, assumed=False),
        WorkGroup.SOCIAL_WORKER: Hours(4.8, assumed=False),
        WorkGroup.HEALTH: Hours(4.0, assumed=True),
        WorkGroup.SETTING: Hours(5.0, assumed=True),
        WorkGroup.SENSORY_TEACHER: Hours(4.0, assumed=True),
        WorkGroup.PREPARING_FOR_ADULTHOOD: Hours(2.0, assumed=True),
        WorkGroup.OTHER_ADVISER: Hours(3.0, assumed=True),
        WorkGroup.CASE_OFFICER: Hours(11.3, assumed=False),
        WorkGroup.SEND_MANAGER: Hours(9.9, assumed=False),
    }
)

GROUP_OF: Mapping[AdviceKind, WorkGroup] = MappingProxyType(
    {
        AdviceKind.PSYCHOLOGICAL: WorkGroup.EDUCATIONAL_PSYCHOLOGIST,
        AdviceKind.SOCIAL_CARE: WorkGroup.SOCIAL_WORKER,
        AdviceKind.MEDICAL: WorkGroup.HEALTH,
        AdviceKind.EDUCATIONAL: WorkGroup.SETTING,
        AdviceKind.SENSORY: WorkGroup.SENSORY_TEACHER,
        AdviceKind.PREPARING_FOR_ADULTHOOD: WorkGroup.PREPARING_FOR_ADULTHOOD,
        AdviceKind.ARMED_FORCES: WorkGroup.OTHER_ADVISER,
        AdviceKind.REASONABLY_REQUESTED: WorkGroup.OTHER_ADVISER,
        AdviceKind.OTHER: WorkGroup.OTHER_ADVISER,
    }
)
"""Who writes each kind of advice. The family's own advice is nobody's working time."""
