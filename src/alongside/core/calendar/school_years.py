"""School years, which run from 1 September to 31 August, and the day on which somebody may leave school."""

from datetime import date, timedelta

SEPTEMBER, FRIDAY = 9, 4


def last_day_of_compulsory_school_age(born_on: date, age: int = 16) -> date:
    """The last Friday in June of the school year in which somebody turns this age.

    Sources: Education Act 1996 s.8; Education (School Leaving Date) Order 1997 (SI 1997/1970).
    """
    last_of_june = date(born_on.year + age + (1 if born_on.month >= SEPTEMBER else 0), 6, 30)
    return last_of_june - timedelta(days=(last_of_june.weekday() - FRIDAY) % 7)
