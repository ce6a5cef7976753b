"""The whole policy as a page: who may do what, and who may read which part of the record.

`python -m alongside.core.access.matrix` prints it; docs/reference/permissions.md is that print, and a test
compares the two.
"""

from collections.abc import Iterable, Iterator

from alongside.core.access.break_glass import LASTS, MOST_A_DAY, REASON_AT_LEAST, TOLD, TOLD_OF_A_MANAGER
from alongside.core.access.parts import OPENED_BY, Part
from alongside.core.access.permission import Permission
from alongside.core.access.policy import GRANTS
from alongside.core.access.relations import FAMILY, PARENT_AFTER_TRANSFER, Relation
from alongside.core.access.role import Role, RoleCode
from alongside.core.access.roles import ROLES

HEAD = """# Who may do what

Generated from `core/access` by `python -m alongside.core.access.matrix`. Do not edit: change the roles and
run it again. A test compares this page with the policy, and another tries every cell.

A person may do something on a case when one of their roles has the permission **and** they stand to the case
in one of the relations shown for it. Whoever may not see a case is told the same as if it did not exist."""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row("---" for _ in head)
    for row in rows:
        yield _row(row)
    yield ""


def _relations(relations: frozenset[Relation]) -> str:
    return ", ".join(f"`{relation}`" for relation in Relation if relation in relations)


def _relations_in_words() -> Iterator[str]:
    yield "## Relations to a case\n"
    rows = [(f"`{r}`", f"somebody who {r.phrase}", "yes" if r in FAMILY else "") for r in Relation]
    yield from _table(("Relation", "Is", "Family"), rows)
    yield "Whoever is family to a case acts on it as family only, whatever their other roles are.\n"
    yield "When the rights have passed to the young person, somebody recorded as a parent is:\n"
    yield from _table(
        ("The young person", "The parent then is"),
        [(f"`{sight}`", f"`{relation}`") for sight, relation in PARENT_AFTER_TRANSFER.items()],
    )


def _parts() -> Iterator[str]:
    yield "## Who may read which part of the record\n"
    yield "Each cell lists the relations of which any one opens the part to that role.\n"
    readers = [code for code in RoleCode if code in GRANTS[Permission.SEE_CASE]]
    for start in range(0, len(readers), 5):
        some = readers[start : start + 5]
        yield from _table(
            ("Part of the record", *(ROLES[code].name for code in some)),
            [(part.phrase, *(_cell(part, code) for code in some)) for part in Part],
        )


def _cell(part: Part, code: RoleCode) -> str:
    grant = GRANTS[OPENED_BY[part]].get(code)
    return _relations(grant.relations) if grant else ""


def _role(role: Role) -> Iterator[str]:
    yield f"### {role.name} (`{role.code}`)\n"
    yield f"{role.description}\n"
    yield from _table(
        ("May", "On cases as", "So that"),
        [
            (
                f"`{right.permission}`: {right.permission.phrase}",
                _relations(right.relations) or "–",
                right.why,
            )
            for right in role.rights
        ],
    )


def _emergency() -> Iterator[str]:
    minutes = int(LASTS.total_seconds() // 60)
    yield "## In an emergency\n"
    yield (
        f"Breaking the glass needs a reason of at least {REASON_AT_LEAST} letters, lasts {minutes} minutes "
        f"and opens reading only. It is told at once to the {ROLES[TOLD].name} (a manager's own to the "
        f"{ROLES[TOLD_OF_A_MANAGER].name}), who reviews it, and every look meanwhile is in the ledger. One person may "
        f"open at most {MOST_A_DAY} cases in 24 hours.\n"
    )


def markdown() -> str:
    """The page, as it is committed."""
    lines = [HEAD, "", *_relations_in_words(), *_parts(), *_emergency(), "## Roles, and why each may\n"]
    for role in ROLES.values():
        lines.extend(_role(role))
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    print(markdown(), end="")  # noqa: T201  printing is what this does
