"""The cache of plans behind the lists of reviews and phase transfers, with its wall; room for longer rule names."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

WALL = """
    alter table "plan_cache" enable row level security;
    alter table "plan_cache" force row level security;
    create policy one_authority on "plan_cache" using ({test}) with check ({test});
"""
NO_WALL = """
    drop policy one_authority on "plan_cache";
    alter table "plan_cache" no force row level security;
    alter table "plan_cache" disable row level security;
"""
TEST = """authority_id = (select current_setting('alongside.authority')) and (
    (select current_setting('alongside.cases')) = '*'
    or case_id = any (string_to_array(nullif((select current_setting('alongside.cases')), '*'), ',')::uuid[])
)"""
DAYS = (
    "made_on", "known_from", "meeting_on", "held_on", "reported_on", "decided_on", "notice_on", "amended_on", "moves_on",
    "transfer_due", "settled_on", "told_due_on", "told_final_on", "told_until",
)  # fmt: skip
CODES = ("outcome", "transfer", "settled_by")


class Migration(migrations.Migration):
    dependencies = [("records", "0010_every_event")]
    operations = [
        migrations.AlterField("due", "rule", models.CharField(max_length=16)),
        migrations.CreateModel(
            name="HeldPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("authority", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.authority")),
                ("case", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="held_plan", to="records.case")),
                ("owner", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                *[(name, models.DateField(null=True)) for name in DAYS],
                *[(name, models.CharField(blank=True, max_length=40)) for name in CODES],
                ("from_a_return", models.BooleanField(default=False)),
                ("transfer_year", models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                "db_table": "plan_cache",
                "indexes": [models.Index(fields=["authority", "owner"], name="plan_by_owner")],
            },
        ),
        migrations.RunSQL(WALL.format(test=TEST), NO_WALL),
    ]
