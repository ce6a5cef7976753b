"""The code with which somebody without an account comes back to a request that they have begun.

Twelve characters that cannot be mistaken for one another: 59 bits. It is shown once; only a slow hash of it is
kept, so that a copy of the database opens nothing.
"""

import hashlib
import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"
LENGTH = 12
GROUP = 4


def new() -> str:
    """A new code, in groups to be read aloud: `7HK2-QWMN-4RTX`."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(letters[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def plain(typed: str) -> str:
    """What was typed, without spaces, dashes and case."""
    return "".join(c for c in typed.upper() if c.isalnum())


def hashed(typed: str, authority: str) -> str:
    """The hash that is kept (scrypt). The same code of another authority has another hash."""
    salt = f"alongside return code {authority}".encode()
    return hashlib.scrypt(plain(typed).encode(), salt=salt, n=2**14, r=8, p=1, dklen=32).hex()
