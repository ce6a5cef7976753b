"""Reading modes: where the law can be read in more than one way, which way is taken.

Each has a default, chosen to protect the family unless usage is settled (law.md 2.1). A mode never changes
what is stored, only what is computed.
"""

from dataclasses import dataclass, fields, replace


class UnknownReading(ValueError):
    """A reading mode, or one of its values, that does not exist."""


VALUES: dict[str, tuple[str, ...]] = {
    "receipt_mode": ("actual_date", "next_working_day"),
    "week_mode": ("exclude_trigger", "day_of_receipt_is_day_1"),
    "nonworking_due": ("no_roll", "roll_forward"),
    "service_mode": (
        "channel_rule",
        "posting_day",
        "second_day_else_next_working_day",
        "next_delivery_day",
    ),
    "review_cycle_anchor": ("decision_notice", "meeting"),
    "phase_before_mode": ("by_date", "before_date"),
    "notice_mode": ("minus_14", "clear_14"),
    "late_notice_mode": ("min", "8w_notice"),
    "month_end_mode": ("last_day", "clip_then_minus_one", "next_day"),
    "same_setting_mode": ("human_check", "treat_as_transfer"),
    "letter_vs_sent": ("sent_date", "letter_date"),
    "duplicate_request": ("first_open_episode", "separate"),
    "known_day_mode": ("counted", "not_counted"),
    "age_25_mode": ("by_setting", "course_end_or_day_before_26"),
}


@dataclass(frozen=True, slots=True)
class Modes:
    """One value for each reading.

    - `receipt_mode`: a request that comes on a day that is not a working day is received that day, or on the
      next working day.
    - `week_mode`: the day of receipt is not counted, or is day one.
    - `nonworking_due`: a limit that ends on such a day stays, or rolls forward. The Regulations do not roll.
    - `service_mode`: when something posted is served.
    - `review_cycle_anchor`: a review is complete with the decision notice, or with the meeting.
    - `phase_before_mode`: before 15 February (31 March) means by that day, as the Code says, or by the day before.
    - `notice_mode`: two weeks' notice of a review meeting are fourteen days before it, or fourteen clear days.
    - `late_notice_mode`: a late amendment notice leaves the twelve weeks from the meeting, or gives its own eight.
    - `month_end_mode`: a year that starts on a leap day ends on 28 February, a day before that, or on 1 March.
    - `same_setting_mode`: whether a child who stays in a setting transfers between phases is for a person to judge,
      or is treated as a transfer.
    - `letter_vs_sent`: appeal time runs from the day the notice was sent, or from the date on the letter.
    - `duplicate_request`: a second request while one is open joins it, or runs its own clock.
    - `known_day_mode`: the year to complain to the Ombudsman counts the day of knowing, or begins after it.
    - `age_25_mode`: the last day of a plan at 25 depends on the setting, or is the same for every setting.
    """

    receipt_mode: str = "actual_date"
    week_mode: str = "exclude_trigger"
    nonworking_due: str = "no_roll"
    service_mode: str = "channel_rule"
    review_cycle_anchor: str = "decision_notice"
    phase_before_mode: str = "by_date"
    notice_mode: str = "minus_14"
    late_notice_mode: str = "min"
    month_end_mode: str = "last_day"
    same_setting_mode: str = "human_check"
    letter_vs_sent: str = "sent_date"
    duplicate_request: str = "first_open_episode"
    known_day_mode: str = "counted"
    age_25_mode: str = "by_setting"

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if value not in VALUES[field.name]:
                raise UnknownReading(
                    f"Reading {field.name} cannot be {value!r}. It is one of {', '.join(VALUES[field.name])}."
                )

    @classmethod
    def named(cls, *settings: str) -> "Modes":
        """The readings with these settings changed, each written NAME=VALUE.

        Raises UnknownReading with the names or values that there are.
        """
        modes = cls()
        for setting in settings:
            name, equals, value = (part.strip() for part in setting.partition("="))
            if not equals or name not in VALUES:
                raise UnknownReading(
                    f"“{setting}” does not name a reading. Write NAME=VALUE; the names are "
                    f"{', '.join(VALUES)}."
                )
            modes = replace(modes, **{name: value})
        return modes
