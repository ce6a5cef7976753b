"""One request told as a story: from the day it came to the plan, the refusal or the withdrawal, and what followed."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from alongside.core.access.relations import rights_pass_on
from alongside.core.calendar import Calendar
from alongside.core.case.codes import Channel, EventKind, ExceptionGround, RequestSource
from alongside.demo.chance import Chance
from alongside.demo.planning import advice, children, drafting, later, shares, years
from alongside.demo.planning.places import Place
from alongside.demo.planning.requests import Asked
from alongside.demo.planning.story import (
    AskAllAdvice,
    Child,
    CorrectReceived,
    DecideToAssess,
    DecideToIssue,
    Issue,
    News,
    Reconsider,
    RecordException,
    Register,
    Relative,
    Step,
    Story,
    Withdraw,
)
from alongside.demo.planning.years import DAY, Order

K = EventKind
CHANNELS = {"ONLINE": 0.45, "EMAIL": 0.38, "LETTER": 0.11, "PHONE": 0.06}
LATE_REASONS = (
    "It lay in the shared mailbox over the holiday.",
    "The letter went to the school admissions team first.",
    "It was sent to an officer who was away.",
    "It was mentioned in a longer e-mail about transport and was not seen at once.",
)
TWENTY_WEEKS = timedelta(weeks=20)
MAY_STILL_RUN = timedelta(days=730)
"""Where the rights pass before the day of the build, or not long after, the young person is a party of their own."""
WRITES_FOR = timedelta(days=120)
"""For how long a family goes on writing where no decision on a plan is made."""
RECONSIDERED = 0.3
"""How often the authority goes back on a refusal after mediation, before an appeal is heard."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What every story is told from."""

    order: Order
    schools: tuple[Place, ...]


def story(plan: Plan, asked: Asked, taken_on: date | None) -> Story:
    """The story of one request, to its end."""
    chance = Chance(plan.order.seed, plan.order.size, "story", asked.number)
    home = children.home(chance, asked.number)
    child = children.child(chance, home, asked.age, asked.received_on, plan.schools)
    family = children.family(chance, home, child.language)
    if rights_pass_on(child.born_on) <= plan.order.on + MAY_STILL_RUN:
        family = (*family, _themself(child))
    teller = Teller(plan, chance, asked, child, family)
    registered = teller.registered()
    steps, drafted = teller.told(taken_on)
    decided = [step.on for step in steps if isinstance(step, Issue | DecideToIssue)]
    last = max(decided, default=registered.on + WRITES_FOR)
    steps = [step for step in steps if step.on > registered.on or not isinstance(step, News)]
    order = plan.order
    steps += later.come_of_age(chance.stream("of age"), order, child, family, registered.on)
    steps += later.written(chance.stream("messages"), order, family, registered.on, last)
    return Story(
        key=f"request-{asked.number}",
        child=child,
        family=family,
        steps=tuple(sorted([registered, *steps], key=lambda step: step.on)),
        setting_asked=drafted.asked if drafted else "",
        placement=drafted.placement if drafted else "",
    )


@dataclass(frozen=True, slots=True)
class Teller:
    """One request and the stream that decides what becomes of it."""

    plan: Plan
    chance: Chance
    asked: Asked
    child: Child
    family: tuple[Relative, ...]

    def registered(self) -> Register:
        """The request is typed the day it comes, or the next working day, or now and then late."""
        asked, calendar = self.asked, self.plan.order.calendar
        typed = years.working_day(asked.received_on + timedelta(days=self.chance.one((0, 0, 1))), calendar)
        latest = (asked.decided_on or asked.withdrawn_on or asked.received_on) - DAY
        if self.chance.yes(shares.LOGGED_LATE):
            typed = years.working_day(asked.received_on + timedelta(days=self.chance.whole(5, 16)), calendar)
        typed = max(asked.received_on, min(typed, years.working_day_before(latest, calendar)))
        late = (typed - asked.received_on).days > 3
        return Register(
            on=typed,
            received_on=asked.received_on,
            source=asked.source,
            channel=Channel(self.chance.shared(CHANNELS)),
            requested_by=self._who(),
            late_reason=self.chance.one(LATE_REASONS) if late else "",
        )

    def told(self, taken_on: date | None) -> tuple[list[Step], drafting.Drafted | None]:
        """Everything after the registration."""
        asked = self.asked
        if asked.withdrawn_on is not None:
            return [Withdraw(asked.withdrawn_on)], None
        assert asked.decided_on is not None
        decision = DecideToAssess(asked.decided_on, met=not asked.refused)
        if asked.refused:
            return [*self._views(), decision, *self._disputed(asked.decided_on, refused=True)], None
        assert taken_on is not None
        steps, drafted = self._assessed(asked.decided_on, taken_on)
        return [*self._views(), decision, *self._corrected(), *steps], drafted

    def _who(self) -> str:
        if self.asked.source is RequestSource.PARENT_OR_YOUNG_PERSON:
            return self.family[-1].name if self.asked.age >= 16 else self.family[0].name
        if self.asked.source is RequestSource.SETTING:
            here = next((s.name for s in self.plan.schools if s.key == self.child.school), "")
            return f"the SENCO of {here}" if here else "the early years team"
        return {
            RequestSource.HEALTH: "the community paediatrician",
            RequestSource.SOCIAL_CARE: "the social worker",
        }.get(self.asked.source, "a family friend")

    def _views(self) -> list[Step]:
        """The family is asked for its views soon after the request came, nearly always."""
        if not self.chance.yes(shares.VIEWS_INVITED):
            return []
        on = years.working_day(
            self.asked.received_on + timedelta(days=self.chance.whole(2, 9)), self.plan.order.calendar
        )
        on = min(on, self.asked.decided_on or on)
        return [News(on, K.VIEWS_INVITED, on)]

    def _corrected(self) -> list[Step]:
        """A day of receipt that was typed a few days late and is put right."""
        if not self.chance.yes(shares.CORRECTED) or self.asked.decided_on is None:
            return []
        on = years.working_day(
            self.asked.decided_on + timedelta(days=self.chance.whole(1, 9)), self.plan.order.calendar
        )
        return [CorrectReceived(on, self.asked.received_on - timedelta(days=self.chance.whole(1, 3)))]

    def _assessed(self, asked_on: date, taken_on: date) -> tuple[list[Step], drafting.Drafted | None]:
        chance, order = self.chance, self.plan.order
        answers = advice.answers(chance, order, self.child, asked_on, taken_on)
        steps = advice.steps(chance, order, answers, taken_on) + advice.reminders(
            chance, order, answers, asked_on
        )
        complete_on = max(answer.on for answer in answers.values())
        if chance.yes(shares.WITHDRAWN_LATER):
            return self._stopped(steps, asked_on, complete_on, Withdraw), None
        if chance.yes(shares.MOVED_AWAY):
            return self._stopped(steps, asked_on, complete_on, self._moves), None
        if chance.yes(shares.NO_PLAN):
            refused_on = drafting.panel_on(chance, order, complete_on)
            return [
                *steps,
                DecideToIssue(refused_on, met=False),
                *self._disputed(refused_on, refused=True),
            ], None
        late = sum(answer.on > asked_on + advice.SIX_WEEKS for answer in answers.values())
        limit_on = self.asked.received_on + TWENTY_WEEKS
        case = drafting.Case(order, self.child, limit_on, self.family, self.plan.schools, complete_on, late)
        drafted = drafting.drafted(chance, case)
        final_on = drafted.steps[-1].on
        if chance.yes(shares.EXCEPTION):
            steps += absence(asked_on, limit_on, order.calendar)
        disputed = self._disputed(final_on, refused=False)
        reviews = later.reviewed(chance.stream("reviews"), order, self.child, final_on)
        return [*steps, *drafted.steps, *disputed, *reviews], drafted

    def _moves(self, on: date) -> Step:
        return News(on, K.MOVED_TO_NEW_LA, on, {"to": self.chance.one(("866", "867", "868", "869", "870"))})

    def _stopped(
        self, steps: list[Step], first: date, last: date, step: "type[Withdraw] | object"
    ) -> list[Step]:
        day = first + timedelta(days=self.chance.whole(5, max(6, (last - first).days)))
        stopped_on = years.working_day(day, self.plan.order.calendar)
        ends = step(stopped_on)  # type: ignore[operator]
        return [*(s for s in steps if s.on < stopped_on), ends]

    def _disputed(self, sent_on: date, *, refused: bool) -> list[Step]:
        """Mediation, a certificate, an appeal, and how it ended."""
        chance, calendar = self.chance, self.plan.order.calendar
        if not chance.yes(shares.MEDIATION_PER_REFUSAL if refused else shares.MEDIATION_PER_PLAN):
            return []
        contacted = years.working_day(sent_on + timedelta(days=chance.whole(5, 30)), calendar)
        certified = years.working_day(contacted + timedelta(days=chance.whole(3, 12)), calendar)
        found: list[Step] = [
            News(contacted, K.MEDIATION_ADVISER_CONTACTED, contacted),
            News(
                certified,
                K.MEDIATION_CERTIFICATE_ISSUED,
                certified,
                {"certificate_dated_on": certified.isoformat()},
            ),
        ]
        if refused and self.asked.refused and chance.yes(RECONSIDERED):
            return [*found, *self._goes_on(certified + timedelta(days=chance.whole(3, 14)))]
        share = shares.APPEAL_PER_REFUSAL / shares.MEDIATION_PER_REFUSAL
        if not chance.yes(share if refused else shares.APPEAL_PER_PLAN / shares.MEDIATION_PER_PLAN):
            return found
        appealed = years.working_day(certified + timedelta(days=chance.whole(2, 24)), calendar)
        about = (
            "the refusal to assess"
            if self.asked.refused
            else "the refusal to issue a plan"
            if refused
            else "Sections B and F"
        )
        found.append(News(appealed, K.APPEAL_RECEIVED, appealed, {"about": about}))
        ended = years.working_day(appealed + timedelta(days=chance.whole(150, 330)), calendar)
        if refused and self.asked.refused:
            found.append(News(ended, K.ORDER_MADE, ended, {"order": "ASSESS"}))
            found.append(AskAllAdvice(ended))
            found += self._after(ended)
        return found

    def _goes_on(self, on: date) -> list[Step]:
        day = years.working_day(on, self.plan.order.calendar)
        return [Reconsider(day), *self._after(day)]

    def _after(self, asked_on: date) -> list[Step]:
        """The assessment that follows a refusal that did not stand."""
        waits = timedelta(weeks=self.chance.between(2, 14))
        taken_on = years.working_day(asked_on + waits, self.plan.order.calendar)
        teller = replace(self, asked=replace(self.asked, refused=False), chance=self.chance.stream("again"))
        return teller._assessed(asked_on, taken_on)[0]


def absence(asked_on: date, limit_on: date, calendar: Calendar) -> list[Step]:
    """A family away for nearly five weeks of the assessment; nothing where that is not within the twenty weeks."""
    away_from, away_to = asked_on + 3 * DAY, asked_on + 36 * DAY
    if away_to > limit_on:
        return []
    on = years.working_day(asked_on + 40 * DAY, calendar)
    return [RecordException(on, ExceptionGround.ABSENT_FROM_AREA, away_from, away_to)]


def _themself(child: Child) -> Relative:
    name = f"{child.forename} {child.surname}"
    return Relative(
        relation="YOUNG_PERSON", relationship="young person", name=name, email="", phone="",
        address=f"{child.address}\n{child.postcode}", agreed_to_email=False,
    )  # fmt: skip


def issued_on(story: Story) -> date | None:
    """The day of the final plan, if the story comes to one."""
    return next((step.on for step in story.steps if isinstance(step, Issue)), None)
