"""Append-only rows of one case may be deleted when that case is erased at the end of its time, and never else.

`alongside.erasing` holds the id of the case for the length of one transaction (`app/actions/retention.py`). The
ledger has no such way out: it holds references only.
"""

from django.db import migrations

SAYS_NO = """
    raise exception '% is append-only: % is refused. Record a correction instead.', tg_table_name, tg_op
        using errcode = 'restrict_violation';
"""

WITH_A_WAY_OUT = f"""
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_table_name in ('case_event', 'plan_section_revision') then
        if old.case_id::text = coalesce(current_setting('alongside.erasing', true), '') then
            return old;
        end if;
    end if;
    {SAYS_NO}
end $$;
"""

WITHOUT = f"""
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    {SAYS_NO}
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("records", "0006_family_promise_and_entry")]
    operations = [migrations.RunSQL(WITH_A_WAY_OUT, WITHOUT)]
