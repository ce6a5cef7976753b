"""What the return and the inspection's lists also ask for, and the cache of what they would find wrong, with its wall."""

import django.db.models.deletion
from django.db import migrations, models

WALL = """
    alter table "mend_cache" enable row level security;
    alter table "mend_cache" force row level security;
    create policy one_authority on "mend_cache" using ({test}) with check ({test});
"""
NO_WALL = """
    drop policy one_authority on "mend_cache";
    alter table "mend_cache" no force row level security;
    alter table "mend_cache" disable row level security;
"""
TEST = """authority_id = (select current_setting('alongside.authority')) and (
    (select current_setting('alongside.cases')) = '*'
    or case_id = any (string_to_array(nullif((select current_setting('alongside.cases')), '*'), ',')::uuid[])
)"""


class Migration(migrations.Migration):
    dependencies = [("records", "0017_advice_lines")]
    operations = [
        migrations.AddField("person", "disability", models.CharField(blank=True, default="", max_length=1), preserve_default=False),
        migrations.AddField("authority", "dmo", models.CharField(blank=True, default="", max_length=1, help_text="SEN2: is there a designated medical officer? Y, N, R"), preserve_default=False),
        migrations.AddField("authority", "dco", models.CharField(blank=True, default="", max_length=1, help_text="SEN2: a designated clinical officer?"), preserve_default=False),
        migrations.AddField("authority", "dsco", models.CharField(blank=True, default="", max_length=1, help_text="SEN2: a designated social care officer?"), preserve_default=False),
        migrations.AddField("authority", "mended_on", models.DateField(null=True, help_text="the day for which what is to be mended was worked out")),
        migrations.CreateModel(
            name="ToMend",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("authority", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.authority")),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="to_mend", to="records.case")),
                ("source", models.CharField(max_length=40)),
                ("rule", models.CharField(max_length=16)),
                ("severity", models.CharField(max_length=40)),
                ("item", models.CharField(blank=True, max_length=80)),
                ("value", models.CharField(blank=True, max_length=200)),
                ("message", models.TextField()),
                ("mend", models.TextField(blank=True)),
                ("page", models.CharField(blank=True, max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
            ],
            options={
                "db_table": "mend_cache",
                "indexes": [models.Index(fields=["authority", "rule"], name="mend_by_rule")],
                "constraints": [models.UniqueConstraint(fields=("case", "position"), name="mend_position_once")],
            },
        ),
        migrations.RunSQL(WALL.format(test=TEST), NO_WALL),
    ]
