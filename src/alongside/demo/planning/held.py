"""Plans made before the three years: most of those that an area maintains, and those that have ceased since."""

from datetime import date, timedelta

from alongside.demo.chance import Chance
from alongside.demo.planning import children, places, shares, years
from alongside.demo.planning.places import Place
from alongside.demo.planning.story import HeldPlan
from alongside.demo.planning.years import DAY, Order

OLDEST, YOUNGEST_WITH_PLAN = 14, 2
TEN_YEARS_OR_MORE = 0.22
"""Of the plans older than three years: the published share of all, over the share of all that is so old."""
OTHER_AREAS = ("866", "867", "868", "825", "316", "330")
MOVED_IN, UNKNOWN_BIRTH = 0.03, 0.002
CODES = {"NEET": "NEET", "EHE": "EHE", "ELSEWHERE": "OTH"}


def plans(order: Order, schools: tuple[Place, ...], maintained: int, ceased: int) -> tuple[HeldPlan, ...]:
    """So many plans that are maintained on the day of the build, and so many that ceased in the three years."""
    found = [_plan(order, schools, number, ends=False) for number in range(1, maintained + 1)]
    found += [_plan(order, schools, maintained + number, ends=True) for number in range(1, ceased + 1)]
    return tuple(found)


def _plan(order: Order, schools: tuple[Place, ...], number: int, *, ends: bool) -> HeldPlan:
    chance = Chance(order.seed, order.size, "held", number)
    aged = chance.shared({age: n for age, n in shares.AGE_WITH_PLAN.items() if age >= YOUNGEST_WITH_PLAN + 3})
    home = children.home(chance, 100_000 + number)
    child = children.child(chance, home, aged, order.on, schools)
    if child.born_on > order.on - timedelta(days=366 * (YOUNGEST_WITH_PLAN + 3)):
        aged += 1
    made_on = _made_on(chance, order, aged)
    moved = chance.yes(MOVED_IN)
    if moved:
        made_on = order.begins + timedelta(days=chance.whole(0, (order.on - order.begins).days - 60))
    made_on = years.working_day(made_on, order.calendar)
    ceased_on = _ceased_on(chance, order, made_on) if ends else None
    last = ceased_on or order.on
    return HeldPlan(
        key=f"held-{number}",
        child=child,
        family=children.family(chance, home, child.language)[: 1 if chance.yes(0.6) else 2],
        made_on=made_on,
        entered_on=max(order.begins, made_on),
        placement=_placement(chance, schools, aged),
        reviews=_reviews(chance, order, made_on, last),
        moved_in_from=chance.one(OTHER_AREAS) if moved else "",
        ceased_on=ceased_on,
        cease_reason=chance.shared(shares.CEASE_REASON) if ends else "",
        birth_unknown=chance.yes(UNKNOWN_BIRTH) or number == 1,
    )


def _made_on(chance: Chance, order: Order, aged: int) -> date:
    oldest = min(OLDEST, aged - YOUNGEST_WITH_PLAN)
    if oldest >= 10 and chance.yes(TEN_YEARS_OR_MORE / (1 - TEN_YEARS_OR_MORE)):
        return order.on - timedelta(days=chance.whole(3650, 365 * oldest + 1))
    return order.on - timedelta(days=chance.whole(365 * 3 + 2, max(365 * 3 + 30, 365 * min(oldest, 10))))


def _ceased_on(chance: Chance, order: Order, made_on: date) -> date:
    first = max(order.begins, made_on + 30 * DAY)
    span = max(1, (order.on - first).days - 7)
    return years.working_day_before(first + timedelta(days=chance.whole(1, span)), order.calendar)


def _placement(chance: Chance, schools: tuple[Place, ...], aged: int) -> str:
    """A setting's key, or one of the codes for no setting."""
    kind = chance.shared(shares.PLACEMENT)
    if aged < 16 and kind in ("FE", "NEET"):
        kind = "MAINSTREAM"
    if aged >= 16 and kind in ("MAINSTREAM", "BASE", "EARLY_YEARS", "AP"):
        kind = "FE"
    if kind in ("UNRECORDED", *CODES):
        return CODES.get(kind, "")
    fitting = places.open_to(schools, aged, kind) or places.open_to(schools, min(aged, 15), "SPECIAL")
    return chance.one(fitting).key


def _reviews(
    chance: Chance, order: Order, made_on: date, last: date
) -> tuple[tuple[date, date | None, str], ...]:
    """The reviews of the last two years: met near the anniversary, decided in time now and then."""
    found: list[tuple[date, date | None, str]] = []
    for back in (1, 0):
        due = made_on
        while due + 365 * DAY <= last - 365 * back * DAY:
            due += 365 * DAY
        met = years.in_school(due - timedelta(days=chance.whole(0, 40)), order.calendar)
        if met <= made_on or met > last or chance.yes(shares.REVIEW_NO_MEETING):
            continue
        found.append(review(chance, order, met, last))
    return tuple(found)


def review(chance: Chance, order: Order, met_on: date, last: date) -> tuple[date, date | None, str]:
    """One review met on a day: with its decision, if that was sent by the last day."""
    in_time = chance.yes(shares.REVIEW_IN_FOUR_WEEKS)
    wait = chance.whole(10, 28) if in_time else chance.whole(30, 150)
    decided = years.working_day(met_on + timedelta(days=wait), order.calendar)
    outcome = chance.shared({"AMEND": 0.84, "MAINTAIN": 0.16})
    return (met_on, decided, outcome) if decided <= last else (met_on, None, "")
