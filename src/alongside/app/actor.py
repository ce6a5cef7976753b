"""Who is acting: one account, in one authority, with the roles that it holds on the day."""

from dataclasses import dataclass
from uuid import UUID

from alongside.core.access.roles import RoleCode


@dataclass(frozen=True, slots=True)
class Actor:
    """The person or service in whose name something is done or seen.

    `account` is None for somebody without an account (role PUBLIC) and for jobs (role SERVICE).
    `authority` is the LA number whose records are opened. `organisations` are those the person works for.
    """

    account: UUID | None
    name: str
    authority: str
    roles: frozenset[RoleCode]
    organisations: frozenset[UUID] = frozenset()
    team: str = ""

    @property
    def code(self) -> str:
        """How the actor is written into events and ledger entries: an account id, or the role's code."""
        return str(self.account) if self.account else "".join(sorted(self.roles)[:1])
