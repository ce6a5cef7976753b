"""The plan as data: items, their history, links and sources; and a section's written text beside its printed one.

Walls like those of 0002. What was written in a section so far is all of its text, so each `written` begins as that.
"""

import django.db.models.constraints
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

PROTECT = django.db.models.deletion.PROTECT
TABLES = ("plan_item", "plan_item_revision", "plan_item_link", "plan_item_source")
KINDS = ["VIEW", "INTEREST", "ASPIRATION", "NEED", "OUTCOME", "PROVISION"]
LINKS = ["LEADS_TO", "ADDRESSED_BY", "MET_BY"]
TEST = """authority_id = (select current_setting('alongside.authority')) and (
    (select current_setting('alongside.cases')) = '*'
    or case_id = any (string_to_array(nullif((select current_setting('alongside.cases')), '*'), ',')::uuid[])
)"""

WRITTEN = """
    alter table plan_section no force row level security;
    alter table plan_section_revision no force row level security;
    alter table plan_section_revision disable trigger append_only;
    update plan_section set written = text;
    update plan_section_revision set written = text;
    alter table plan_section_revision enable trigger append_only;
    alter table plan_section_revision force row level security;
    alter table plan_section force row level security;
"""

GUARD = """
create function refuse_change_of_item() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.case_id::text = coalesce(current_setting('alongside.erasing', true), '') then
        return old;
    end if;
    raise exception '% is append-only: % is refused. Save the item again instead.', tg_table_name, tg_op
        using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on plan_item_revision
    for each row execute function refuse_change_of_item();
create trigger never_emptied before truncate on plan_item_revision
    for each statement execute function refuse_truncate();
"""
NO_GUARD = """
drop trigger append_only on plan_item_revision;
drop trigger never_emptied on plan_item_revision;
drop function refuse_change_of_item();
"""


def wall(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"""
        alter table "{table}" enable row level security;
        alter table "{table}" force row level security;
        create policy one_authority on "{table}" using ({TEST}) with check ({TEST});
        """,
        f"""
        drop policy one_authority on "{table}";
        alter table "{table}" no force row level security;
        alter table "{table}" disable row level security;
        """,
    )


def kept() -> list[tuple[str, models.Field]]:
    """The first columns of every table here."""
    return [
        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
        ("authority", models.ForeignKey(db_index=False, on_delete=PROTECT, related_name="+", to="records.authority")),
        ("case", models.ForeignKey(on_delete=PROTECT, related_name="+", to="records.case")),
    ]


def account() -> models.ForeignKey:
    return models.ForeignKey(null=True, on_delete=PROTECT, to=settings.AUTH_USER_MODEL)


class Migration(migrations.Migration):
    dependencies = [("records", "0018_data_to_mend")]
    operations = [
        *[
            migrations.AddField(name, "written", models.TextField(blank=True, default=""))
            for name in ("plansectiontext", "plansectionrevision")
        ],
        migrations.RunSQL(WRITTEN, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="PlanItem",
            fields=[
                *kept(),
                ("thread", models.UUIDField()),
                ("section", models.CharField(max_length=2)),
                ("kind", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField(null=True)),
                ("parts", models.JSONField(default=dict)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", account()),
                ("version", models.ForeignKey(on_delete=PROTECT, related_name="items", to="records.planversion")),
            ],
            options={
                "db_table": "plan_item",
                "constraints": [
                    models.UniqueConstraint(fields=["version", "thread"], name="plan_item_once"),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=["version", "section", "number"],
                        name="plan_item_number_once",
                    ),
                    models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="plan_item_kind_known"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanItemRevision",
            fields=[
                *kept(),
                ("revision", models.PositiveIntegerField()),
                ("change", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField(null=True)),
                ("parts", models.JSONField(default=dict)),
                ("links", models.JSONField(default=list)),
                ("sources", models.JSONField(default=list)),
                ("saved_at", models.DateTimeField()),
                ("is_aside", models.BooleanField(default=False)),
                ("item", models.ForeignKey(on_delete=PROTECT, related_name="revisions", to="records.planitem")),
                ("saved_by", account()),
            ],
            options={
                "db_table": "plan_item_revision",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(is_aside=False), fields=["item", "revision"], name="plan_item_revision_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanItemLink",
            fields=[
                *kept(),
                ("kind", models.CharField(max_length=40)),
                ("start", models.ForeignKey(on_delete=PROTECT, related_name="+", to="records.planitem")),
                ("to", models.ForeignKey(on_delete=PROTECT, related_name="+", to="records.planitem")),
                ("version", models.ForeignKey(on_delete=PROTECT, related_name="item_links", to="records.planversion")),
            ],
            options={
                "db_table": "plan_item_link",
                "constraints": [
                    models.UniqueConstraint(fields=["start", "to"], name="plan_item_link_once"),
                    models.CheckConstraint(condition=models.Q(kind__in=LINKS), name="plan_item_link_known"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanItemSource",
            fields=[
                *kept(),
                ("position", models.PositiveSmallIntegerField()),
                ("advice_kind", models.CharField(max_length=40)),
                ("author_name", models.CharField(max_length=120)),
                ("author_post", models.CharField(blank=True, max_length=120)),
                ("written_on", models.DateField(null=True)),
                ("question", models.CharField(blank=True, max_length=60)),
                ("page", models.PositiveSmallIntegerField(null=True)),
                ("paragraph", models.PositiveSmallIntegerField(null=True)),
                ("quotation", models.TextField()),
                ("advice", models.ForeignKey(null=True, on_delete=PROTECT, related_name="+", to="records.advice")),
                ("item", models.ForeignKey(on_delete=PROTECT, related_name="sources", to="records.planitem")),
            ],
            options={"db_table": "plan_item_source"},
        ),
        *[wall(table) for table in TABLES],
        migrations.RunSQL(GUARD, NO_GUARD),
    ]
