"""Check characters of UPN, ULN and NHS number. Each reader gives the number, or a ValueError that says why not."""

import re
from operator import mul
from typing import Final

UPN_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"  # no I, O, S
_UPN = re.compile(rf"[{UPN_LETTERS}]\d{{11}}[\d{UPN_LETTERS}]", re.ASCII)
_TEN_DIGITS = re.compile(r"\d{10}", re.ASCII)
_VALUE: Final = {letter: at for at, letter in enumerate(UPN_LETTERS)} | {
    str(digit): digit for digit in range(10)
}
_WEIGHTS: Final = tuple(range(2, 14))


def upn_letter(rest: str) -> str:
    """The check letter of a unique pupil number from its characters 2 to 13.

    Weights 2 to 13, modulo 23; a letter in the last place counts as its position in the alphabet without I, O
    and S, A being 0. Source: DfE children in need census, rule 1510.
    """
    return UPN_LETTERS[sum(map(mul, _WEIGHTS, map(_VALUE.__getitem__, rest))) % 23]


def upn(text: str) -> str:
    """The UPN in capitals. Raises ValueError with the reason where it is not one."""
    number = text if text.isalnum() else text.replace(" ", "")
    number = number.upper()
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
    if _TEN_DIGITS.fullmatch(number) is None or number[0] == "0":
        raise ValueError("a ULN is ten digits, the first not 0")
    remainder = _weighed(number) % 11
    if remainder == 0 or 10 - remainder != int(number[9]):
        raise ValueError("the check digit of this ULN is wrong")
    return number


def nhs_number(text: str) -> str:
    """The NHS number without spaces or dashes. Raises ValueError with the reason where it is not one.

    Weights 10 to 2 over nine digits; the tenth digit is 11 less the remainder modulo 11, where 11 counts as 0 and
    10 is never issued. Source: NHS Data Dictionary, as restated in docs/explain/sen2-validation.md.
    """
    number = text.replace(" ", "").replace("-", "")
    if _TEN_DIGITS.fullmatch(number) is None:
        raise ValueError("an NHS number is ten digits")
    check = 11 - _weighed(number) % 11
    if check == 10 or check % 11 != int(number[9]):
        raise ValueError("the check digit of this NHS number is wrong")
    return number


def _weighed(number: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), number, strict=False))
