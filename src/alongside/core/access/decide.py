"""May this person do this, on this case, to this part of the record? One answer, with its sentence.

The checks come as a pair: `check_act` raises a refusal whose sentence is fit to show, `can_act` answers yes
or no. `decide` is what both ask. Nothing here knows which case or person is meant: the caller works out roles
from the account and relations from the case, and another authority's case yields no relation, so it is not
found.
"""

from dataclasses import dataclass
from functools import lru_cache

from alongside.core.access.parts import OPENED_BY, Part
from alongside.core.access.permission import Permission
from alongside.core.access.policy import GRANTS, Grant, who_may
from alongside.core.access.refusals import NOT_FOUND, NotAllowed, NotFound
from alongside.core.access.relations import FAMILY, Relation
from alongside.core.access.role import RoleCode
from alongside.core.access.roles import ROLES


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer.

    `known` is False where the person may not even know that the case exists; `sentence` then says no more
    than it would of a case that does not exist.
    """

    allowed: bool
    sentence: str
    known: bool


_UNKNOWN = Decision(allowed=False, sentence=NOT_FOUND, known=False)


def _standing(relations: frozenset[Relation]) -> frozenset[Relation]:
    """The relations that count: whoever is family to a case is family only, whatever they do for a living."""
    as_family = relations & FAMILY
    return as_family or relations - {Relation.NONE}


def _grant(permission: Permission, roles: frozenset[RoleCode], standing: frozenset[Relation]) -> Grant | None:
    """The row of the policy that allows it, if one does."""
    for role, grant in GRANTS[permission].items():
        if role in roles and (not grant.relations or not grant.relations.isdisjoint(standing)):
            return grant
    return None


def _because(grant: Grant) -> str:
    return f"{ROLES[grant.role].name}: may {grant.permission.phrase}, so that {grant.why}."


def _refusal(permission: Permission, relations: frozenset[Relation]) -> str:
    sentence = f"You may not {permission.phrase}."
    if relations & FAMILY and relations - FAMILY - {Relation.NONE}:
        sentence += " On this case you are family, so you cannot act on it as part of your work."
    who = who_may(permission)
    return f"{sentence} Who may: {who}." if who else f"{sentence} Nobody may."


def decide(
    permission: Permission,
    *,
    roles: frozenset[RoleCode],
    relations: frozenset[Relation] = frozenset(),
    record_part: Part | None = None,
) -> Decision:
    """Whether somebody with these roles, standing in these relations to the case, may do this.

    With `record_part`, the deed is to that part of the record, and the person must also be able to read it.
    Permissions that concern no one case need no relation.
    """
    return _decided(permission, roles, relations, record_part)


@lru_cache(maxsize=16_384)
def _decided(
    permission: Permission,
    roles: frozenset[RoleCode],
    relations: frozenset[Relation],
    record_part: Part | None,
) -> Decision:
    """The answer and its sentence, worked out once: it follows from the policy and these four alone."""
    if not permission.needs_case:
        grant = _grant(permission, roles, frozenset())
        allowed = grant is not None
        return Decision(allowed, _because(grant) if grant else _refusal(permission, frozenset()), known=True)
    standing = _standing(relations)
    if _grant(Permission.SEE_CASE, roles, standing) is None:
        return _UNKNOWN
    grant = _grant(permission, roles, standing)
    if grant is None:
        return Decision(False, _refusal(permission, relations), known=True)
    if record_part is not None and _grant(OPENED_BY[record_part], roles, standing) is None:
        return Decision(False, _refusal(OPENED_BY[record_part], relations), known=True)
    return Decision(True, _because(grant), known=True)


def can_act(
    permission: Permission,
    *,
    roles: frozenset[RoleCode],
    relations: frozenset[Relation] = frozenset(),
    record_part: Part | None = None,
) -> bool:
    """Whether they may. See `decide`."""
    return decide(permission, roles=roles, relations=relations, record_part=record_part).allowed


def check_act(
    permission: Permission,
    *,
    roles: frozenset[RoleCode],
    relations: frozenset[Relation] = frozenset(),
    record_part: Part | None = None,
) -> Decision:
    """The decision that allows it; else a refusal whose sentence is fit to show.

    Raises `NotFound` where the person may not know that the case exists, `NotAllowed` otherwise.
    """
    decision = decide(permission, roles=roles, relations=relations, record_part=record_part)
    if not decision.known:
        raise NotFound
    if not decision.allowed:
        raise NotAllowed(decision.sentence)
    return decision


def readable_parts(roles: frozenset[RoleCode], relations: frozenset[Relation]) -> frozenset[Part]:
    """The parts of the record that a person may read; empty where they may not know of the case."""
    return frozenset(
        part for part, opens in OPENED_BY.items() if can_act(opens, roles=roles, relations=relations)
    )
