"""Takes away what is kept no longer, table by table as `records/retention.py` says.

Only the service itself erases, by the clock: nobody can make a child's record disappear by hand. What stays is the
ledger, which holds references: it says that a record was there and when it was erased.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q

from alongside.app import evidence, ports, scope
from alongside.app.actor import Actor
from alongside.core.access.refusals import NotAllowed
from alongside.core.access.role import RoleCode
from alongside.records.models import (
    Account,
    Authority,
    Case,
    CaseParty,
    ImportRejection,
    ImportRun,
    InspectionSample,
    OutboxMessage,
    Position,
)
from alongside.records.retention import (
    ACCOUNT_YEARS,
    BY_CASE,
    CASE_YEARS,
    IMPORT_DAYS,
    MESSAGE_DAYS,
    SAMPLE_YEARS,
)

ERASED_NAME = "Former user"


def erase_cases(*, by: Actor, at: datetime) -> int:
    """Erase every case whose time has ended, each in a transaction of its own. Returns how many."""
    _check_is_the_service(by)
    before = years_before(ports.today(at), CASE_YEARS)
    with scope.opened_to_all(by.authority):
        old = Q(person__born_on__lt=before) | Q(person__born_on=None, opened_at__date__lt=before)
        ids = list(
            Case.objects.filter(old, authority=by.authority).order_by("id").values_list("id", flat=True)
        )
    for case_id in ids:
        _erase_case(case_id, by, at)
    return len(ids)


def erase_accounts(*, by: Actor, at: datetime) -> int:
    """Take name and address from accounts that have had nothing to do here for long. Returns how many.

    The row stays without them, because events that are kept longer point at it.
    """
    _check_is_the_service(by)
    before = years_before(ports.today(at), ACCOUNT_YEARS)
    in_use = _in_use(before)
    with scope.opened_to_all(by.authority):
        known = Account.objects.filter(created_at__date__lt=before).exclude(name=ERASED_NAME)
        rows = list(known.exclude(id__in=in_use).order_by("id"))
        for row in rows:
            _take_identity(row)
        if rows:
            body = {"count": len(rows), "accounts": sorted(str(row.id) for row in rows)}
            evidence.seal(by.authority, [evidence.Note(at, by.code, "ACCOUNTS_ERASED", "", body)])
    return len(rows)


def erase_loose_messages(*, by: Actor, at: datetime) -> int:
    """Delete messages that belong to no case and are old. Returns how many."""
    _check_is_the_service(by)
    with scope.opened_to_all(by.authority):
        old = OutboxMessage.objects.filter(
            authority=by.authority, case=None, created_at__lt=at - timedelta(MESSAGE_DAYS)
        )
        count, _ = old.delete()
        _say(by, at, "MESSAGES_ERASED", count)
    return count


def erase_import_details(*, by: Actor, at: datetime) -> int:
    """Delete what old imports could not use, and who ran them. Returns how many imports were made bare."""
    _check_is_the_service(by)
    with scope.opened_to_all(by.authority):
        old = ImportRun.objects.filter(
            ~Q(started_by_name="") | Q(rejections__isnull=False),
            authority=by.authority, finished_at__lt=at - timedelta(IMPORT_DAYS),
        )  # fmt: skip
        ids = list(old.values_list("id", flat=True).distinct())
        ImportRejection.objects.filter(run__in=ids).delete()
        ImportRun.objects.filter(id__in=ids).update(started_by_name="", content=None)
        _say(by, at, "IMPORT_DETAILS_ERASED", len(ids))
    return len(ids)


def erase_samples(*, by: Actor, at: datetime) -> int:
    """Delete inspection samples that ended long ago, with who inspected and which cases. Returns how many."""
    _check_is_the_service(by)
    before = years_before(ports.today(at), SAMPLE_YEARS)
    with scope.opened_to_all(by.authority):
        old = InspectionSample.objects.filter(authority=by.authority, ends_before__lt=before)
        count = old.count()
        old.delete()
        _say(by, at, "SAMPLES_ERASED", count)
    return count


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 28 February for a 29 February that was not."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _check_is_the_service(by: Actor) -> None:
    if RoleCode.SERVICE not in by.roles:
        raise NotAllowed(
            "You may not erase records. They are erased by the clock alone, when their time ends."
        )


def _erase_case(case_id: UUID, by: Actor, at: datetime) -> None:
    """Every row of one case, or none: a table that is forgotten here makes the deletion fail as a whole."""
    with scope.opened_to_all(by.authority):
        case = Case.objects.select_for_update(of=("self",)).get(id=case_id)
        with connection.cursor() as cursor:
            cursor.execute("select set_config('alongside.erasing', %s, true)", [str(case_id)])
            cursor.execute(
                "delete from intake_file where intake_id in (select id from intake where case_id = %s)",
                [case_id],
            )
            for table in ("intake", *BY_CASE):
                cursor.execute(f'delete from "{table}" where case_id = %s', [case_id])  # noqa: S608  a fixed list
            cursor.execute('delete from "case" where id = %s', [case_id])
            cursor.execute("delete from person where id = %s", [case.person_id])
            cursor.execute("set constraints all immediate; set constraints all deferred")
            cursor.execute("select set_config('alongside.erasing', '', true)")
        note = evidence.Note(at, by.code, "CASE_ERASED", str(case_id), {"reference": case.reference})
        evidence.seal(by.authority, [note])


def _in_use(before: date) -> set[UUID]:
    """Accounts that have a part in a case, or had a position on or after `before`, in whichever authority."""
    found: set[UUID | None] = set()
    for authority in Authority.objects.values_list("code", flat=True):
        with scope.opened_to_all(authority):
            found |= set(CaseParty.objects.values_list("account", flat=True))
            lasting = Q(ends_before=None) | Q(ends_before__gt=before)
            found |= set(Position.objects.filter(lasting).values_list("account", flat=True))
    return {account for account in found if account is not None}


def _take_identity(row: Account) -> None:
    for relation in Account._meta.related_objects:  # passkeys, codes and the like of other apps
        if relation.related_model._meta.app_label != "records" and relation.one_to_many:
            relation.related_model._default_manager.filter(**{relation.field.name: row.pk}).delete()
    Position.objects.filter(account=row.id).delete()
    row.name, row.email, row.phone, row.about = ERASED_NAME, f"{row.id}@erased.invalid", "", ""
    row.is_active = False
    row.save(update_fields=["name", "email", "phone", "about", "is_active"])


def _say(by: Actor, at: datetime, deed: str, count: int) -> None:
    if count:
        evidence.seal(by.authority, [evidence.Note(at, by.code, deed, "", {"count": count})])
