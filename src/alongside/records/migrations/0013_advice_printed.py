"""Advice that was given in a structured form has a paper of its own, for Section K of the plan."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0012_certificate_awaited")]  # noqa: RUF012
    operations = [  # noqa: RUF012
        migrations.AddField(
            model_name="advice",
            name="printed",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.document",
            ),
        ),
    ]
