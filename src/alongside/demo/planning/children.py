"""Children and their families, drawn one at a time from a stream of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from alongside.demo.chance import Chance
from alongside.demo.planning import names, places, shares
from alongside.demo.planning.places import Place
from alongside.demo.planning.story import Child, Relative
from alongside.demo.planning.years import same_day

FURTHER_NEEDS = ("SLCN", "SEMH", "MLD", "SPLD", "ASD", "PD")
SPEECH = ("speech", "speech, a few words at a time", "speech and Makaton signs", "pictures and gestures",
          "a communication book", "an electronic talker")  # fmt: skip
UNSEEN_SPEECH = 0.6
SAME_HOME, TWO_PARENTS = 0.55, 0.72


@dataclass(frozen=True, slots=True)
class Home:
    """Where a family lives, and the number that makes its e-mail addresses its own."""

    surname: str
    address: str
    postcode: str
    number: int


def child(chance: Chance, home: Home, aged: int, on: date, schools: Sequence[Place]) -> Child:
    """A child of this age on a day, living in this home and going to one of these schools."""
    sex = "M" if chance.yes(shares.MALE) else "F"
    born_on = same_day(on, aged) - timedelta(days=chance.whole(0, 364))
    need = chance.shared(shares.NEED)
    return Child(
        forename=chance.one(names.words("boys" if sex == "M" else "girls")),
        surname=home.surname,
        known_as="",
        born_on=born_on,
        sex=sex,
        ethnicity=chance.shared(shares.ETHNICITY),
        address=home.address,
        postcode=home.postcode,
        upn=names.upn(chance, places.AUTHORITY) if aged >= 4 else "",
        nhs_number=names.nhs_number(chance) if chance.yes(0.8) else "",
        language=chance.one(names.words("languages")) if chance.yes(0.13) else "English",
        communicates_by=_speech(chance, need),
        school=_school(chance, schools, aged),
        needs=_needs(chance, need),
    )


def home(chance: Chance, number: int) -> Home:
    """A home of its own."""
    surname = chance.one(names.words("surnames"))
    if chance.yes(0.06):
        surname = f"{surname}-{chance.one(names.words('surnames'))}"
    return Home(surname, names.street(chance), names.postcode(chance), number)


def family(chance: Chance, home: Home, language: str = "") -> tuple[Relative, ...]:
    """The parents or carers: one or two, in one home or two, the address of one withheld now and then."""
    mother = chance.yes(0.9)
    first = _relative(
        chance, home, woman=mother, relationship="mother" if mother else "father", language=language
    )
    if not chance.yes(TWO_PARENTS):
        return (first,)
    second = _relative(chance, home, woman=False, relationship="father", language=language)
    while second.name == first.name:
        second = _relative(chance, home, woman=False, relationship="father", language=language)
    if chance.yes(SAME_HOME) and not chance.yes(shares.LIVE_APART):
        return first, replace(second, address=first.address)
    second = replace(second, address=f"{names.street(chance)}\n{names.postcode(chance)}")
    withheld = chance.yes(shares.ADDRESS_WITHHELD / shares.LIVE_APART)
    return replace(first, address_withheld=withheld), second


def _relative(chance: Chance, home: Home, *, woman: bool, relationship: str, language: str) -> Relative:
    surname = home.surname if chance.yes(0.8) else chance.one(names.words("surnames"))
    name = f"{names.adult(chance, woman=woman)} {surname}"
    by_email = chance.yes(shares.AGREES_TO_EMAIL)
    return Relative(
        relation="PARENT",
        relationship=relationship,
        name=name,
        email=names.email(name, home.number) if by_email or chance.yes(0.5) else "",
        phone=names.phone(chance),
        address=f"{home.address}\n{home.postcode}",
        agreed_to_email=by_email,
        language="" if language == "English" else language,
    )


def _needs(chance: Chance, primary: str) -> tuple[str, ...]:
    if not primary:
        return ()
    further = [need for need in FURTHER_NEEDS if need != primary]
    return (primary, *chance.some(further, chance.shared({0: 0.4, 1: 0.45, 2: 0.15})))


def _speech(chance: Chance, need: str) -> str:
    if need in ("SLD", "PMLD"):
        return chance.one(SPEECH[2:])
    return SPEECH[0] if chance.yes(UNSEEN_SPEECH) else chance.one(SPEECH[:3])


def _school(chance: Chance, schools: Sequence[Place], aged: int) -> str:
    if aged >= 16:
        kind = chance.shared({"FE": 0.75, "": 0.25})
    else:
        kind = chance.shared({"EARLY_YEARS" if aged < 4 else "MAINSTREAM": 0.93, "AP": 0.01, "": 0.06})
    fitting = places.open_to(tuple(schools), aged, kind) if kind else []
    return chance.one(fitting).key if fitting else ""
