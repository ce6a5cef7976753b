"""Plans made before the three years: most of those that an area maintains, and those that have ceased since."""

from dataclasses import replace
from datetime import date, timedelta

from alongside.core.case.codes import EventKind
from alongside.demo.chance import Chance
from alongside.demo.planning import befalling, children, places, reviewing, shares, years
from alongside.demo.planning.places import Place
from alongside.demo.planning.story import Child, Happened, HeldPlan
from alongside.demo.planning.years import DAY, Order

OLDEST, YOUNGEST_WITH_PLAN = 14, 2
TEN_YEARS_OR_MORE = 0.22
"""Of the plans older than three years: the published share of all, over the share of all that is so old."""
OTHER_AREAS = ("866", "867", "868", "825", "316", "330")
MOVED_IN = 0.03
OUT_OF_SCHOOL_FROM = 20
LEAD = timedelta(days=145)
"""Before the end of a plan only its end is told: consulting, deciding, and the time to appeal."""
CODES = {"NEET": "NEET", "EHE": "EHE", "ELSEWHERE": "OTH"}


def plans(order: Order, schools: tuple[Place, ...], maintained: int, ceased: int) -> tuple[HeldPlan, ...]:
    """So many plans that are maintained on the day of the build, and so many that ceased in the three years."""
    found = [_plan(order, schools, number, ends=False) for number in range(1, maintained + 1)]
    found += [_plan(order, schools, maintained + number, ends=True) for number in range(1, ceased + 1)]
    return _with_unknown_birth(found)


def _with_unknown_birth(found: list[HeldPlan]) -> tuple[HeldPlan, ...]:
    """Of the plan that ended first nobody knows the date of birth: the later returns are whole without it."""
    ended = [plan for plan in found if plan.ceased_on is not None]
    first = min(ended, key=lambda plan: plan.ceased_on or date.max, default=None)
    return tuple(replace(plan, birth_unknown=True) if plan is first else plan for plan in found)


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
    reason = chance.shared(shares.CEASE_REASON) if ends else ""
    return HeldPlan(
        key=f"held-{number}",
        child=child,
        family=children.family(chance, home, child.language)[: 1 if chance.yes(0.6) else 2],
        made_on=made_on,
        entered_on=max(order.begins, made_on),
        placement=_placement(chance, schools, aged),
        life=_life(chance.stream("life"), order, child, made_on, (ceased_on, reason), came=moved),
        moved_in_from=chance.one(OTHER_AREAS) if moved else "",
        ceased_on=ceased_on,
        cease_reason=reason,
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
    if kind == "UNRECORDED" or (
        kind == "ELSEWHERE" and aged < OUT_OF_SCHOOL_FROM
    ):  # where, is on record here
        kind = "AP" if aged < OUT_OF_SCHOOL_FROM else "FE"
    if (
        aged < OUT_OF_SCHOOL_FROM and kind == "NEET"
    ):  # as placed since the three years began: nobody is NEET before 16
        kind = "FE"
    if aged >= 16 and kind in ("MAINSTREAM", "BASE", "EARLY_YEARS", "AP"):
        kind = "FE"
    if kind in CODES:
        return CODES[kind]
    fitting = places.open_to(schools, aged, kind) or places.open_to(schools, min(aged, 15), "SPECIAL")
    return chance.one(fitting).key


def _life(
    chance: Chance, order: Order, child: Child, made_on: date, end: tuple[date | None, str], *, came: bool
) -> tuple[Happened, ...]:
    """What has happened to a plan in the last two years and, where it has ended, how it came to that."""
    ceased_on, reason = end
    last = order.on if ceased_on is None else ceased_on - LEAD
    told = reviewing.Life(chance, order, child.born_on, made_on, last)
    found = reviewing.reviews(told, years_back=2)
    if came:
        found += befalling.moved_in(chance.stream("in"), order, made_on)
    if ceased_on is not None:
        ended = befalling.ended(chance.stream("end"), order, ceased_on, reason, chance.one(OTHER_AREAS))
        is_whole = all(each.on > made_on for each in ended)
        return tuple(reviewing.cut(found, last) + (ended if is_whole else ended[-1:]))
    finals = [each.on for each in found if each.kind is EventKind.AMENDED_FINAL_SENT]
    if finals and chance.yes(shares.AMENDED_PLAN_DISPUTED):
        found = [each for each in found if each.on <= finals[-1]]
        found += befalling.disputed(chance.stream("dispute"), order, finals[-1])
    elif not came and chance.yes(shares.REASSESSED_IN_A_YEAR):
        found = _quiet(found, order) + befalling.reassessed(chance.stream("again"), order)
    elif not came and chance.yes(shares.ENDING_NOW):
        found = _quiet(found, order) + befalling.ending_now(chance.stream("ending"), order)
    return tuple(reviewing.cut(found, order.on))


def _quiet(found: list[Happened], order: Order) -> list[Happened]:
    """A plan whose reviews were finished more than a year ago: nothing else is under way."""
    return [each for each in found if each.on < order.on - 400 * DAY]
