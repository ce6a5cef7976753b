"""What is opened for a time: in an emergency, and for an inspection. Their walls are in 0009."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0007_retention'),
    ]

    operations = [
        migrations.CreateModel(
            name='InspectionSample',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('starts_on', models.DateField()),
                ('ends_before', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.authority')),
            ],
            options={
                'db_table': 'inspection_sample',
            },
        ),
        migrations.CreateModel(
            name='Inspector',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.authority')),
                ('sample', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inspectors', to='records.inspectionsample')),
            ],
            options={
                'db_table': 'inspector',
            },
        ),
        migrations.CreateModel(
            name='SampledCase',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('put_in_at', models.DateTimeField()),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.case')),
                ('sample', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cases', to='records.inspectionsample')),
            ],
            options={
                'db_table': 'sampled_case',
            },
        ),
        migrations.CreateModel(
            name='EmergencyOpening',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('account_name', models.CharField(max_length=120)),
                ('reason', models.TextField()),
                ('opened_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('told', models.CharField(max_length=40)),
                ('told_count', models.PositiveSmallIntegerField(help_text='to how many people a message went')),
                ('reviewed_by_name', models.CharField(blank=True, max_length=120)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('review_note', models.TextField(blank=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emergencies', to='records.case')),
                ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'emergency_opening',
                'indexes': [models.Index(fields=['account', 'opened_at'], name='emergency_by_account'), models.Index(fields=['case', 'account'], name='emergency_by_case'), models.Index(fields=['authority', 'reviewed_at'], name='emergency_by_review')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('opened_at'))), name='emergency_ends_after_it_began'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='emergency_has_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('review_note', ''), ('reviewed_at', None), ('reviewed_by', None)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False), models.Q(('review_note', ''), _negated=True)), _connector='OR'), name='emergency_review_is_whole'), models.CheckConstraint(condition=models.Q(('reviewed_by', None), models.Q(('reviewed_by', models.F('account')), _negated=True), _connector='OR'), name='emergency_reviewed_by_another')],
            },
        ),
        migrations.AddIndex(
            model_name='inspectionsample',
            index=models.Index(fields=['authority', 'ends_before'], name='sample_by_end'),
        ),
        migrations.AddConstraint(
            model_name='inspectionsample',
            constraint=models.CheckConstraint(condition=models.Q(('ends_before__gt', models.F('starts_on'))), name='sample_lasts_a_day'),
        ),
        migrations.AddConstraint(
            model_name='inspector',
            constraint=models.UniqueConstraint(fields=('account', 'sample'), name='inspector_once_in_sample'),
        ),
        migrations.AddConstraint(
            model_name='sampledcase',
            constraint=models.UniqueConstraint(fields=('sample', 'case'), name='case_once_in_sample'),
        ),
    ]
