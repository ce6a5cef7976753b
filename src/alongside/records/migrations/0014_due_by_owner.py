"""The list of somebody's own work is read from one index alone, case by case, without a look at the rows or a sort."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0013_advice_printed")]
    operations = [
        migrations.RemoveIndex("due", "due_by_owner"),
        migrations.AddIndex(
            "due",
            models.Index(
                fields=["authority", "owner", "case", "statutory_due", "rule"],
                include=["bearer", "operational_target", "strict_due", "state"],
                condition=models.Q(is_live=True),
                name="due_by_owner",
            ),
        ),
    ]
