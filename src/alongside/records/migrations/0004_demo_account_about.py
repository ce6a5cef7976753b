from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0003_advice_forms_and_allocation")]
    operations = [
        migrations.AddField(
            model_name="account",
            name="about",
            field=models.CharField(blank=True, help_text="what to try as this made-up person", max_length=300),
        ),
    ]
