"""What the checks of a plan found and how it was answered, who writes which section, and model questions."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0014_due_by_owner'),
    ]

    operations = [
        migrations.CreateModel(
            name='ModelQuestions',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('section', models.CharField(max_length=2)),
                ('questions', models.TextField(blank=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('changed_at', models.DateTimeField()),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.authority')),
            ],
            options={
                'db_table': 'plan_model_questions',
                'constraints': [models.UniqueConstraint(fields=('authority', 'section'), name='model_questions_once'), models.CheckConstraint(condition=models.Q(('section__in', ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'])), name='model_questions_section_known')],
            },
        ),
        migrations.CreateModel(
            name='PlanFinding',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('is_final', models.BooleanField()),
                ('left_on', models.DateField()),
                ('rule', models.CharField(max_length=8)),
                ('severity', models.CharField(max_length=1)),
                ('section', models.CharField(max_length=2)),
                ('fingerprint', models.CharField(max_length=16)),
                ('answer', models.CharField(blank=True, max_length=40)),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.case')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='records.planversion')),
                ('writer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'plan_finding',
                'indexes': [models.Index(fields=['authority', 'left_on'], name='finding_by_day')],
                'constraints': [models.CheckConstraint(condition=models.Q(('severity__in', ['B', 'W', 'I'])), name='finding_severity_known')],
            },
        ),
        migrations.CreateModel(
            name='PlanFindingAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('rule', models.CharField(max_length=8)),
                ('section', models.CharField(max_length=2)),
                ('fingerprint', models.CharField(max_length=16)),
                ('words', models.TextField(help_text='what the finding showed when it was answered')),
                ('kind', models.CharField(max_length=40)),
                ('reason', models.TextField(blank=True)),
                ('made_by_name', models.CharField(max_length=120)),
                ('made_at', models.DateTimeField()),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.case')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='finding_answers', to='records.planversion')),
            ],
            options={
                'db_table': 'plan_finding_answer',
                'indexes': [models.Index(fields=['case', 'fingerprint'], name='finding_answer_by_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['PASSED', 'SET_ASIDE', 'TAKEN_BACK'])), name='finding_answer_kind_known'), models.CheckConstraint(condition=models.Q(('kind', 'TAKEN_BACK'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='finding_answer_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='PlanPassage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField()),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='records.case')),
            ],
            options={
                'db_table': 'plan_passage_cache',
            },
        ),
        migrations.CreateModel(
            name='PlanPassageMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.BigIntegerField()),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='records.case')),
                ('passage', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='records.planpassage')),
            ],
            options={
                'db_table': 'plan_passage_mark_cache',
                'indexes': [models.Index(fields=['authority', 'mark'], name='passage_by_mark')],
            },
        ),
        migrations.CreateModel(
            name='PlanSectionOwner',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('section', models.CharField(max_length=2)),
                ('asked_at', models.DateTimeField()),
                ('asked_by_name', models.CharField(max_length=120)),
                ('ready_at', models.DateTimeField(null=True)),
                ('ready_by_name', models.CharField(blank=True, max_length=120)),
                ('account', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='section_owners', to='records.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='records.organisation')),
            ],
            options={
                'db_table': 'plan_section_owner',
                'indexes': [models.Index(fields=['authority', 'organisation'], name='section_by_body')],
                'constraints': [models.UniqueConstraint(fields=('case', 'section'), name='section_has_one_owner'), models.CheckConstraint(condition=models.Q(('section__in', ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'])), name='section_owner_section_known')],
            },
        ),
    ]
