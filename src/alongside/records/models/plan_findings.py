"""What the checks of a plan found, what people answered, and what writing a plan shares between people."""

from typing import ClassVar

from django.db import models

from alongside.core.case.codes import PlanSection
from alongside.core.plan.checks.finding import Severity
from alongside.core.plan.checks.standing import Kind
from alongside.records.models import columns
from alongside.records.models.accounts import Account, Organisation
from alongside.records.models.cases import Case
from alongside.records.models.plans import PlanVersion


class PlanFindingAnswer(models.Model):
    """Why a warning was passed, or why a manager set a blocker aside. Append-only: the latest answer counts.

    `fingerprint` is that of the finding (core/plan/checks/standing.py): the answer stands while the words stand.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="finding_answers")
    rule = models.CharField(max_length=8)
    section = models.CharField(max_length=2)
    fingerprint = models.CharField(max_length=16)
    words = models.TextField(help_text="what the finding showed when it was answered")
    kind = columns.code()
    reason = models.TextField(blank=True)
    made_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "plan_finding_answer"
        indexes: ClassVar = [models.Index(fields=["case", "fingerprint"], name="finding_answer_by_case")]
        constraints: ClassVar = [
            columns.is_one_of("kind", Kind, "finding_answer_kind_known"),
            models.CheckConstraint(
                condition=models.Q(kind="TAKEN_BACK") | ~models.Q(reason=""),
                name="finding_answer_has_a_reason",
            ),
        ]


class PlanFinding(models.Model):
    """One finding in a version on the day that it left. Append-only, for the figures; it holds no words.

    `writer` last saved the section; `answer` is the one that stood, empty where none did.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="findings")
    is_final = models.BooleanField()
    left_on = models.DateField()
    rule = models.CharField(max_length=8)
    severity = models.CharField(max_length=1)
    section = models.CharField(max_length=2)
    fingerprint = models.CharField(max_length=16)
    answer = columns.code(blank=True)
    writer = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)

    class Meta:
        db_table = "plan_finding"
        indexes: ClassVar = [models.Index(fields=["authority", "left_on"], name="finding_by_day")]
        constraints: ClassVar = [columns.is_one_of("severity", Severity, "finding_severity_known")]


class PlanPassage(models.Model):
    """Cache: a passage of 25 words or more of the plan that last left in a case, names and pronouns taken out."""

    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    words = models.TextField()

    class Meta:
        db_table = "plan_passage_cache"


class PlanPassageMark(models.Model):
    """Cache: the fingerprint of one kept run of a passage (core/plan/checks/copy_index.py).

    Passages that share words are found through it, without reading any other plan. It is a number in a row of its own
    because behind row-level security PostgreSQL uses an index only for operators that leak nothing, as equality is.
    """

    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    passage = models.ForeignKey(PlanPassage, on_delete=models.CASCADE, related_name="marks")
    mark = models.BigIntegerField()

    class Meta:
        db_table = "plan_passage_mark_cache"
        indexes: ClassVar = [models.Index(fields=["authority", "mark"], name="passage_by_mark")]


class PlanSectionOwner(models.Model):
    """Who is to write a section of a case's plan: a body, or one person of it. Without a row it is the coordinator."""

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="section_owners")
    section = models.CharField(max_length=2)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=120)
    ready_at = models.DateTimeField(null=True)
    ready_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "plan_section_owner"
        indexes: ClassVar = [models.Index(fields=["authority", "organisation"], name="section_by_body")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "section"], name="section_has_one_owner"),
            columns.is_one_of("section", PlanSection, "section_owner_section_known"),
        ]


class ModelQuestions(models.Model):
    """The questions that an authority puts beside a section while it is written, one to a line.

    A section without a row has those that the service comes with (core/plan/questions.py).
    """

    authority = columns.kept_by()
    section = models.CharField(max_length=2)
    questions = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "plan_model_questions"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "section"], name="model_questions_once"),
            columns.is_one_of("section", PlanSection, "model_questions_section_known"),
        ]
