"""When a draft plan is served (Education Act 1996 s.572; Interpretation Act 1978 s.7)."""

from datetime import date, timedelta

from alongside.core.calendar import HolidaysUnknown, counting
from alongside.core.case.codes import Channel
from alongside.core.case.history import Draft
from alongside.core.law.lawbook import Law

DAY = timedelta(days=1)
SUNDAY = 6
POST = {
    Channel.FIRST_CLASS_POST: "SERVICE.first_class",
    Channel.SECOND_CLASS_POST: "SERVICE.second_class",
}


def served_on(draft: Draft, law: Law) -> date | None:
    """The day of service: the day sent, or for post the day in the ordinary course of post.

    Without the day of sending it is the day recorded. None where it is so long ago that no convention is
    held, or where the post needs bank holidays that are not known.
    """
    sent = draft.sent_on
    if sent is None:
        return draft.recorded_on
    if draft.channel is None or draft.channel not in POST or law.modes.service_mode == "posting_day":
        return sent
    try:
        return _by_post(sent, draft.channel, law)
    except HolidaysUnknown:
        return None


def strictly_served_on(draft: Draft) -> date:
    """The earliest day that can be argued: the day of posting."""
    return draft.sent_on or draft.recorded_on


def _by_post(sent: date, channel: Channel, law: Law) -> date | None:
    first_class, mode = channel is Channel.FIRST_CLASS_POST, law.modes.service_mode
    if first_class and mode == "second_day_else_next_working_day":
        return counting.on_or_after(sent + 2 * DAY, law.calendar)
    if first_class and mode == "next_delivery_day":
        day = sent + DAY
        while day.weekday() == SUNDAY or day in law.calendar.bank_holidays:
            day += DAY
        return day
    convention = law.parameter(POST[channel], sent)
    return counting.wd_after(sent, convention.number, law.calendar) if convention else None
