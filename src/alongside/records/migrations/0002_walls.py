"""Row-level security on every table of an area, and triggers that keep append-only tables append-only.

The policies compare each row with two settings that exist for one transaction only (`app/scope.py`). With no
authority set a read is an error or empty, never a row: it fails closed. FORCE binds the tables' owner too.
"""

from django.db import migrations

OF_AN_AUTHORITY = ["organisation", "position", "intake", "intake_file", "ledger_entry", "import_run", "import_rejection"]
OF_A_CASE = [
    "case_party", "case_event", "due_cache", "episode_cache", "advice_request_cache", "advice", "advice_draft",
    "document", "plan_version", "plan_section", "plan_section_revision", "plan_comment", "consultation_cache",
    "message", "correction_request", "import_conflict",
]
APPEND_ONLY = ["case_event", "plan_section_revision", "ledger_entry"]

THIS_AUTHORITY = "authority_id = (select current_setting('alongside.authority'))"
THESE_CASES = """(
    (select current_setting('alongside.cases')) = '*'
    or {column} = any (string_to_array(nullif((select current_setting('alongside.cases')), '*'), ',')::uuid[])
)"""


def wall(table: str, test: str) -> str:
    return f"""
    alter table "{table}" enable row level security;
    alter table "{table}" force row level security;
    create policy one_authority on "{table}" using ({test}) with check ({test});
    """


def no_wall(table: str) -> str:
    return f"""
    drop policy one_authority on "{table}";
    alter table "{table}" no force row level security;
    alter table "{table}" disable row level security;
    """


def walls() -> dict[str, str]:
    found = {table: THIS_AUTHORITY for table in OF_AN_AUTHORITY}
    for table in OF_A_CASE:
        found[table] = f"{THIS_AUTHORITY} and {THESE_CASES.format(column='case_id')}"
    found["case"] = f"{THIS_AUTHORITY} and {THESE_CASES.format(column='id')}"
    # A person is seen through the case; the policy on "case" is applied inside the sub-select.
    found["person"] = (
        f"{THIS_AUTHORITY} and ((select current_setting('alongside.cases')) = '*' or exists "
        '(select 1 from "case" where "case".person_id = person.id))'
    )
    # A message may belong to no case (an invitation to sign in).
    found["outbox_message"] = f"{THIS_AUTHORITY} and (case_id is null or {THESE_CASES.format(column='case_id')})"
    return found


REFUSE = """
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % is refused. Record a correction instead.', tg_table_name, tg_op
        using errcode = 'restrict_violation';
end $$;
create function refuse_truncate() returns trigger language plpgsql as $$
begin
    -- only a test run's connection carries this option
    if coalesce(current_setting('alongside.test_run', true), '') <> 'yes' then
        raise exception '% is append-only: TRUNCATE is refused.', tg_table_name using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
"""


def guard(table: str) -> str:
    return f"""
    create trigger append_only before update or delete on "{table}" for each row execute function refuse_change();
    create trigger never_emptied before truncate on "{table}" for each statement execute function refuse_truncate();
    """


def no_guard(table: str) -> str:
    return f'drop trigger append_only on "{table}"; drop trigger never_emptied on "{table}";'


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [
        *(migrations.RunSQL(wall(table, test), no_wall(table)) for table, test in walls().items()),
        migrations.RunSQL(REFUSE, "drop function refuse_change(); drop function refuse_truncate();"),
        *(migrations.RunSQL(guard(table), no_guard(table)) for table in APPEND_ONLY),
    ]
