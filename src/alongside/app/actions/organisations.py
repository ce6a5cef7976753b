"""The bodies of an area come and change one at a time. None is ever deleted: letters and cases refer to them."""

from datetime import datetime
from uuid import UUID

from alongside.app import doing
from alongside.app.actions.areas import NewBody
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission
from alongside.core.case import bodies
from alongside.core.case.bodies import Described
from alongside.core.refusal import Refused
from alongside.records.models import Authority, Organisation


def add(body: NewBody, *, by: Actor, at: datetime) -> UUID:
    """Enter a body. Raises `Refused` where it is described wrongly or is on the list already."""
    with doing.deed("BODY_ADDED", Permission.MANAGE_ACCOUNTS, by=by, at=at) as sealed:
        _check(body, by)
        row = Organisation.objects.create(authority_id=by.authority, **_columns(body))
        sealed["body"] = str(row.id)
        return row.id


def change(organisation: UUID, body: NewBody, *, by: Actor, at: datetime) -> None:
    """Change what is held about a body. Its kind stays: people hold roles for it because of what it is."""
    subject = str(organisation)
    with doing.deed("BODY_CHANGED", Permission.MANAGE_ACCOUNTS, by=by, at=at, subject=subject) as sealed:
        row = Organisation.objects.select_for_update().filter(id=organisation, authority=by.authority).first()
        if row is None:
            raise Refused("There is no such organisation. Look at the list again.")
        if body.kind != row.kind:
            raise Refused(
                "What an organisation is cannot be changed, because people have roles in it. Add a new one.",
                field="kind",
            )
        _check(body, by, but=row.id)
        given = _columns(body)
        changed = sorted(name for name, value in given.items() if getattr(row, name) != value)
        for name in changed:
            setattr(row, name, given[name])
        if changed:
            row.save(update_fields=changed)
            Authority.objects.filter(code=by.authority).update(
                mended_on=None
            )  # what is to be mended may be another
        sealed["changed"] = changed


def _columns(body: NewBody) -> dict[str, str | bool]:
    values = {name: getattr(body, name) for name in NewBody.__slots__}
    return {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}


def _check(body: NewBody, by: Actor, but: UUID | None = None) -> None:
    described = Described(body.kind, body.name, body.urn, body.phase, body.setting_type, body.provides)
    bodies.check_described(described)
    others = Organisation.objects.filter(authority=by.authority)
    if but is not None:
        others = others.exclude(id=but)
    twin = others.filter(kind=body.kind, name__iexact=body.name.strip()).first()
    if twin is not None and (not body.urn or not twin.urn or body.urn == twin.urn):
        raise Refused(f"{twin.name} is on the list already. Change that one.", field="name")
    if body.urn:
        same = others.filter(urn=body.urn).first()
        if same is not None:
            raise Refused(
                f"The unique reference number {body.urn} is that of {same.name}. Check it.", field="urn"
            )
    if body.provides:
        asked = others.filter(provides=body.provides).first()
        if asked is not None:
            raise Refused(
                f"{asked.name} is asked for this advice. Only one can be asked by default: change {asked.name} first.",
                field="provides",
            )
