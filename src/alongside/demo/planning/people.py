"""The people who work in the area. The first of each role is one that anybody trying the system can be."""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.access.role import RoleCode
from alongside.demo.chance import Chance
from alongside.demo.planning import names
from alongside.demo.planning.years import Order

R = RoleCode


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody with a post. `body` is the key of the place they work for. `about` is set for a persona."""

    key: str
    name: str
    email: str
    role: RoleCode
    body: str
    team: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A persona without a post: somebody of a family, a supporter, a stranger."""

    key: str
    name: str
    email: str
    about: str


@dataclass(frozen=True, slots=True)
class Post:
    """A role in a body: how many hold it in a county, and what its persona can try."""

    role: RoleCode
    body: str
    count: int
    name: str
    about: str


POSTS = (
    Post(R.COORDINATOR, "council", 40, "Cora Lindqvist",
         "Open My work: late cases first. Decide a request, send a draft, issue a plan."),
    Post(R.SEND_MANAGER, "council", 3, "Mina Adeyemi",
         "See the open cases by stage and lateness, and who is being waited for. Hand over a leaver’s cases."),
    Post(R.PANEL_CHAIR, "council", 3, "Priya Raman",
         "Find a child whose request waits for a decision and decide on the legal test, limb by limb."),
    Post(R.EDUCATIONAL_PSYCHOLOGIST, "psychology", 27, "Ed Marchetti",
         "See the assessments that you have taken on and those that wait in your service. Write advice."),
    Post(R.HEALTH_ADVISER, "trust", 24, "Hana Kowalczyk",
         "Give therapy advice in a short form, or say with a reason that there is nothing to add."),
    Post(R.DESIGNATED_CLINICAL_OFFICER, "trust", 2, "Dilys Okonkwo",
         "See every request to health, what is late, and pass a request on to a colleague."),
    Post(R.SOCIAL_CARE_ADVISER, "care", 9, "Sol Bergstrom",
         "Answer whether a family is known to social care, and give advice where it is."),
    Post(R.SOCIAL_CARE_ADVISER, "adulthood", 3, "", ""),
    Post(R.HEALTH_ADVISER, "sensory", 3, "", ""),
    Post(R.PLACEMENTS_OFFICER, "council", 4, "Pat Osei",
         "See which schools were consulted and who has not replied; record a reply that came by telephone."),
    Post(R.DATA_OFFICER, "council", 2, "Dev Nakamura",
         "Correct a wrong date, import a return, check the ledger."),
    Post(R.DIRECTOR, "council", 1, "Dora Villiers",
         "Figures without names: on time, how old the open cases are, and the longest wait, together."),
    Post(R.INSPECTOR, "council", 1, "Ines Faulkner",
         "Figures and the ledger’s root. A child’s file opens only where it is in the sample."),
)  # fmt: skip
TEAMS = ("North", "South", "Central", "Early years")
SENCOS = 0.12
"""The share of schools whose SENCO has an account; the others are reached by the school's own address."""


def workers(order: Order, senco_at: str, schools: tuple[str, ...]) -> tuple[Worker, ...]:
    """Everybody with a post. `senco_at` is the school of the SENCO whom anybody can be."""
    chance = Chance(order.seed, order.size, "people")
    taken: set[str] = set()
    found: list[Worker] = []
    for post in POSTS:
        for number in range(
            1, order.size.of(post.count) + (post.role is R.COORDINATOR and order.size.scale < 1) + 1
        ):
            name = post.name if number == 1 and post.name else _name(chance, taken)
            taken.add(name)
            key = f"{post.role}-{post.body}-{number}".lower()
            about = post.about if number == 1 else ""
            found.append(_worker(post.role, key, name, post.body, (len(found), about)))
    others = [key for key in schools if key != senco_at]
    for number, school in enumerate([senco_at, *chance.some(others, round(len(others) * SENCOS))], start=1):
        name = "Sena Prior" if number == 1 else _name(chance, taken)
        taken.add(name)
        about = "Give educational advice, and answer a consultation." if number == 1 else ""
        found.append(_worker(R.SENCO, f"senco-{number}", name, school, (len(found), about)))
    return tuple(sorted(found, key=lambda worker: not worker.about))


def _worker(role: RoleCode, key: str, name: str, body: str, numbered: tuple[int, str]) -> Worker:
    number, about = numbered
    team = TEAMS[number % len(TEAMS)] if role is R.COORDINATOR else ""
    return Worker(key, name, names.email(name, number + 1, "council.example.org"), role, body, team, about)


def _name(chance: Chance, taken: set[str]) -> str:
    while True:
        name = f"{names.adult(chance, woman=chance.yes(0.7))} {chance.one(names.words('surnames'))}"
        if name not in taken:
            return name


FAMILY_ABOUT: Mapping[str, str] = {
    "late-mother": "Your child’s assessment is late. See why, who is waited for, and write to your coordinator.",
    "late-father": "The other parent of the same child. You see the case, and no address and no letter of the mother.",
    "draft-parent": "The draft plan is in your hands. Read it, comment, ask for a school.",
    "young-person": "You are 17 and the rights are yours. Read your case and decide what your parents may see.",
    "supporter": "The family asked you to stand beside it. You see the case, not everybody’s details.",
    "stranger": "You have an account and no case. Begin a request; see that nobody’s case opens.",
}
