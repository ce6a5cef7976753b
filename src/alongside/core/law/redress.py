"""Until when a family may complain to the Ombudsman (L01) or go to court (L02). These run from what they knew."""

from datetime import date

from alongside.core.calendar import counting
from alongside.core.law.lawbook import Law, Limit
from alongside.core.law.reckoning import working_day_before


def complain_to_ombudsman_by(knew_on: date, law: Law) -> Limit | None:
    """The last day to complain to the Ombudsman: twelve months beginning with the day on which the matter was known.

    The Ombudsman may take a later complaint, and normally cannot look at what could be appealed to the Tribunal.
    In the reading `not_counted` the twelve months begin after the day of knowing. None before the rule was law.
    """
    limit = law.limits["L01", knew_on]
    if limit is None or law.modes.known_day_mode == "counted":
        return limit
    due = counting.months_after(knew_on, limit.parameter.number)
    return Limit(limit.parameter, due, working_day_before(due, law.calendar), limit.strict)


def ask_for_judicial_review_by(arose_on: date, law: Law) -> Limit | None:
    """The outer limit to ask the High Court for judicial review: three months after the grounds arose.

    A claim must be made promptly, so this is no target: waiting until then can itself be too late.
    """
    return law.limits["L02", arose_on]
