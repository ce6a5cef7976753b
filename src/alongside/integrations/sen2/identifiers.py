"""Check characters of the numbers by which a learner is known across England."""

import re

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # no I, O, S
_UPN = re.compile(rf"[{UPN_LETTERS}]\d{{11}}[\d{UPN_LETTERS}]")
_ULN = re.compile(r"[1-9]\d{9}")


def upn_letter(rest: str) -> str:
    """The check letter of a unique pupil number from its characters 2 to 13.

    Weights 2 to 13, modulo 23; a letter in the last place counts as its position in the alphabet without I, O
    and S, A being 0. Source: DfE children in need census, rule 1510.
    """
    values = (UPN_LETTERS.index(c) if c in UPN_LETTERS else int(c) for c in rest)
    return UPN_LETTERS[sum(weight * value for weight, value in enumerate(values, start=2)) % 23]


def upn(text: str) -> str:
    """The UPN in capitals. Raises ValueError with the reason where it is not one."""
    number = text.replace(" ", "").upper()
    if _UPN.fullmatch(number) is None:
        raise ValueError(
            "a UPN is a letter and 12 digits, or a letter, 11 digits and a letter (never I, O or S)"
        )
    right = upn_letter(number[1:])
    if number[0] != right:
        raise ValueError(f"the check letter of this UPN should be {right}")
    return number


def uln(text: str) -> str:
    """The ULN. Raises ValueError with the reason where it is not one.

    Weights 10 to 2 over nine digits, modulo 11; the tenth digit is 10 less the remainder; remainder 0 is not
    issued. From general knowledge, not checked against the issuing service's specification.
    """
    number = text.replace(" ", "")
    if _ULN.fullmatch(number) is None:
        raise ValueError("a ULN is ten digits, the first not 0")
    remainder = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), number, strict=False)) % 11
    if remainder == 0 or 10 - remainder != int(number[9]):
        raise ValueError("the check digit of this ULN is wrong")
    return number
