"""Names of people, places and addresses, drawn so that no two children of an area share theirs by design."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from alongside.demo.chance import Chance

PHRASES = "alongside.demo.phrases"


@cache
def table(name: str) -> Mapping[str, Any]:
    """One file of phrases, read once."""
    text = (resources.files(PHRASES) / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(name: str) -> tuple[str, ...]:
    """One list of names, for example `girls` or `surnames`."""
    return tuple(table("names")[name].split())


def saints() -> tuple[str, ...]:
    """Dedications of church schools."""
    return tuple(table("names")["saints"].split("|"))


def hard_names() -> tuple[tuple[str, str, str], ...]:
    """Names that try a system: forename, surname, known as."""
    return tuple((forename, surname, known_as) for forename, surname, known_as in table("names")["hard"])


def adult(chance: Chance, *, woman: bool) -> str:
    """A forename of a grown-up."""
    return chance.one(words("adults_f" if woman else "adults_m"))


def street(chance: Chance) -> str:
    """A house and a street."""
    return f"{chance.whole(1, 180)} {chance.one(words('streets'))} {chance.one(words('ways'))}"


def postcode(chance: Chance) -> str:
    """A postcode of an area that does not exist: ZN."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return f"ZN{chance.whole(1, 29)} {chance.whole(1, 9)}{chance.one(letters)}{chance.one(letters)}"


def email(name: str, number: int, domain: str = "example.org") -> str:
    """An address at a domain that no mail can reach (RFC 2606)."""
    plain = "".join(c if c.isascii() and c.isalnum() else "." for c in name.lower())
    return f"{'.'.join(part for part in plain.split('.') if part) or 'person'}.{number}@{domain}"


def phone(chance: Chance) -> str:
    """One of the numbers that Ofcom keeps free for invented people."""
    return f"01632 960{chance.digits(3)}"


UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def upn(chance: Chance, authority: str) -> str:
    """A unique pupil number with a right check letter (DfE: weights 2 to 13, modulo 23)."""
    digits = authority + chance.digits(9)
    total = sum(weight * int(digit) for weight, digit in enumerate(digits, start=2))
    return UPN_LETTERS[total % 23] + digits


def nhs_number(chance: Chance) -> str:
    """A number of the range that the NHS keeps for testing (999), with a right check digit (modulo 11)."""
    while True:
        digits = "999" + chance.digits(6)
        check = (
            11 - sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11
        )
        if check != 10:
            return digits + str(check % 11)
