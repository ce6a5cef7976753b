"""Lines of advice, what became of each, objections of authors, and advice sent back; with walls and guards.

Lines, uses and returns are append-only; an objection is settled once. Their rows go only when the case is erased at
the end of its time (`alongside.erasing`, see 0007).
"""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

LINES, USES, OBJECTIONS, RETURNS = "advice_line", "line_use", "advice_objection", "advice_return"
TEST = """authority_id = (select current_setting('alongside.authority')) and (
    (select current_setting('alongside.cases')) = '*'
    or case_id = any (string_to_array(nullif((select current_setting('alongside.cases')), '*'), ',')::uuid[])
)"""

GUARD = """
create function refuse_change_of_advice_lines() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.case_id::text = coalesce(current_setting('alongside.erasing', true), '') then
        return old;
    end if;
    if tg_op = 'UPDATE' and tg_table_name = 'advice_objection' then
        if old.settled_at is null
            and (to_jsonb(new) - 'settled' - 'settled_because' - 'settled_at' - 'settled_by_id' - 'settled_by_name')
              = (to_jsonb(old) - 'settled' - 'settled_because' - 'settled_at' - 'settled_by_id' - 'settled_by_name')
        then
            return new;
        end if;
        raise exception 'advice_objection keeps what it says: it is settled once and never changed.'
            using errcode = 'restrict_violation';
    end if;
    raise exception '% is append-only: % is refused. Record another decision instead.', tg_table_name, tg_op
        using errcode = 'restrict_violation';
end $$;
"""


def guarded(table: str) -> str:
    return f"""
    alter table "{table}" enable row level security;
    alter table "{table}" force row level security;
    create policy one_authority on "{table}" using ({TEST}) with check ({TEST});
    create trigger keeps_what_it_says before update or delete on "{table}"
        for each row execute function refuse_change_of_advice_lines();
    create trigger never_emptied before truncate on "{table}" for each statement execute function refuse_truncate();
    """


def unguarded(table: str) -> str:
    return f"""
    drop trigger keeps_what_it_says on "{table}"; drop trigger never_emptied on "{table}";
    drop policy one_authority on "{table}";
    alter table "{table}" no force row level security;
    alter table "{table}" disable row level security;
    """

SECTIONS = ["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"]


def key() -> tuple[str, models.Field]:
    return "id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


def kept_by() -> tuple[str, models.Field]:
    return "authority", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.authority")


def to(name: str, model: str, *, related: str = "+", null: bool = False) -> tuple[str, models.Field]:
    return name, models.ForeignKey(null=null, on_delete=django.db.models.deletion.PROTECT, related_name=related, to=model)


class Migration(migrations.Migration):
    dependencies = [("records", "0016_plan_findings_walls")]
    operations = [
        migrations.AddField("advice", "passages", models.JSONField(default=list)),
        migrations.AddField("advice", "unread_because", models.TextField(blank=True, default="")),
        migrations.AddField("advice", "gone_through_at", models.DateTimeField(null=True)),
        migrations.AddField("advice", "gone_through_by_name", models.CharField(blank=True, default="", max_length=120)),
        migrations.CreateModel(
            name="AdviceLine",
            fields=[
                key(),
                kept_by(),
                to("case", "records.case"),
                to("advice", "records.advice", related="lines"),
                ("number", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=40)),
                ("section", models.CharField(max_length=2)),
                ("words", models.TextField()),
                ("place", models.CharField(blank=True, max_length=120)),
                ("marked_at", models.DateTimeField()),
                ("marked_by_name", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "db_table": LINES,
                "constraints": [
                    models.UniqueConstraint(fields=["advice", "number"], name="advice_line_once"),
                    models.CheckConstraint(condition=models.Q(kind__in=["NEED", "OUTCOME", "RECOMMENDATION"]), name="advice_line_kind_known"),
                    models.CheckConstraint(condition=models.Q(section__in=SECTIONS), name="advice_line_section_known"),
                ],
            },
        ),
        migrations.CreateModel(
            name="LineUse",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                kept_by(),
                to("case", "records.case"),
                to("line", "records.adviceline", related="uses"),
                ("outcome", models.CharField(max_length=40)),
                ("section", models.CharField(blank=True, max_length=2)),
                ("quote", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("version", models.PositiveSmallIntegerField()),
                ("decided_at", models.DateTimeField()),
                to("decided_by", settings.AUTH_USER_MODEL, null=True),
                ("decided_by_name", models.CharField(max_length=120)),
            ],
            options={
                "db_table": USES,
                "constraints": [
                    models.CheckConstraint(condition=models.Q(outcome__in=["USED", "NOT_USED"]), name="line_use_outcome_known"),
                    models.CheckConstraint(
                        condition=models.Q(outcome="USED", section__gt="", quote__gt="")
                        | models.Q(outcome="NOT_USED", section="", reason__gt=""),
                        name="line_use_is_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdviceObjection",
            fields=[
                key(),
                kept_by(),
                to("case", "records.case"),
                to("advice", "records.advice", related="objections"),
                to("line", "records.adviceline", null=True),
                ("version", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("made_at", models.DateTimeField()),
                to("made_by", settings.AUTH_USER_MODEL, null=True),
                ("made_by_name", models.CharField(max_length=120)),
                ("settled", models.CharField(blank=True, max_length=40)),
                ("settled_because", models.TextField(blank=True)),
                ("settled_at", models.DateTimeField(null=True)),
                to("settled_by", settings.AUTH_USER_MODEL, null=True),
                ("settled_by_name", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "db_table": OBJECTIONS,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(settled="", settled_at=None)
                        | models.Q(settled__in=["WITHDRAWN", "OVERRIDDEN"], settled_at__isnull=False, settled_by_name__gt=""),
                        name="advice_objection_settled_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdviceReturn",
            fields=[
                key(),
                kept_by(),
                to("case", "records.case"),
                ("request_id", models.UUIDField()),
                to("advice", "records.advice", related="returns"),
                ("questions", models.TextField()),
                ("sent_at", models.DateTimeField()),
                to("sent_by", settings.AUTH_USER_MODEL, null=True),
                ("sent_by_name", models.CharField(max_length=120)),
            ],
            options={
                "db_table": RETURNS,
                "indexes": [models.Index(fields=["case", "request_id"], name="advice_return_by_request")],
            },
        ),
        migrations.RunSQL(GUARD, "drop function refuse_change_of_advice_lines();"),
        *(migrations.RunSQL(guarded(table), unguarded(table)) for table in (LINES, USES, OBJECTIONS, RETURNS)),
    ]
