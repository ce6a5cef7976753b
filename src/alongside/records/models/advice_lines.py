"""The lines of advice, what became of each in the plan, what its author says to that, and advice that was sent back."""

from typing import ClassVar

from django.db import models

from alongside.core.advice.lines import LineKind
from alongside.core.advice.using import Outcome
from alongside.core.case.codes import PlanSection
from alongside.records.models import columns
from alongside.records.models.accounts import Account
from alongside.records.models.advice import Advice
from alongside.records.models.cases import Case


class AdviceLine(models.Model):
    """One need, outcome or recommendation of one advice. Append-only: a trigger refuses UPDATE and DELETE.

    `place` is the group and number of the form ("need_2"), or where in the file. `marked_by_name` is empty where the
    line came from a form by itself. `section` is where it ordinarily belongs.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField()
    kind = columns.code()
    section = models.CharField(max_length=2)
    words = models.TextField()
    place = models.CharField(max_length=120, blank=True)
    marked_at = models.DateTimeField()
    marked_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "advice_line"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["advice", "number"], name="advice_line_once"),
            columns.is_one_of("kind", LineKind, "advice_line_kind_known"),
            columns.is_one_of("section", PlanSection, "advice_line_section_known"),
        ]


class LineUse(models.Model):
    """One decision about one line; the latest stands. Append-only: a trigger refuses UPDATE and DELETE.

    USED names the section and quotes its words; NOT_USED says why. `version` is the number of the plan that was being
    written.
    """

    id = models.BigAutoField(primary_key=True)
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(AdviceLine, on_delete=models.PROTECT, related_name="uses")
    outcome = columns.code()
    section = models.CharField(max_length=2, blank=True)
    quote = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    version = models.PositiveSmallIntegerField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    decided_by_name = models.CharField(max_length=120)

    class Meta:
        db_table = "line_use"
        constraints: ClassVar = [
            columns.is_one_of("outcome", Outcome, "line_use_outcome_known"),
            models.CheckConstraint(
                condition=models.Q(outcome="USED", section__gt="", quote__gt="")
                | models.Q(outcome="NOT_USED", section="", reason__gt=""),
                name="line_use_is_whole",
            ),
        ]


class AdviceObjection(models.Model):
    """An author says: this does not represent what I wrote. Withdrawn by them, or overridden by a manager.

    What was said is never changed: a trigger lets it be settled once and refuses anything else. `line` is the line
    that it is about, if it is about one; `by_name` and `settled_by_name` are names as they were.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="objections")
    line = models.ForeignKey(AdviceLine, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    made_by_name = models.CharField(max_length=120)
    settled = columns.code(blank=True)  # WITHDRAWN, OVERRIDDEN
    settled_because = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    settled_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "advice_objection"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(settled="", settled_at=None)
                | models.Q(
                    settled__in=["WITHDRAWN", "OVERRIDDEN"], settled_at__isnull=False, settled_by_name__gt=""
                ),
                name="advice_objection_settled_whole",
            ),
        ]


class AdviceReturn(models.Model):
    """Advice that was sent back to its author with questions. Append-only. The next answer to it closes it."""

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    request_id = models.UUIDField()
    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="returns")
    questions = models.TextField()
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    sent_by_name = models.CharField(max_length=120)

    class Meta:
        db_table = "advice_return"
        indexes: ClassVar = [models.Index(fields=["case", "request_id"], name="advice_return_by_request")]
