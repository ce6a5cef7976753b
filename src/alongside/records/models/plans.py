"""The EHC plan as sections A to K with text, versions and comments."""

from typing import ClassVar

from django.db import models

from alongside.core.case.codes import PlanSection
from alongside.records.models import columns
from alongside.records.models.accounts import Account
from alongside.records.models.cases import Case, CaseParty


class PlanVersion(models.Model):
    """One version of a case's plan: being written, served as a draft, or final."""

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plan_versions")
    number = models.PositiveSmallIntegerField()
    state = columns.code()  # WRITING, DRAFT, FINAL, SUPERSEDED, REPLACED
    started_at = models.DateTimeField()
    served_on = models.DateField(null=True)
    final_on = models.DateField(null=True)
    signed_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    signed_by_name = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "plan_version"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="plan_version_once"),
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(state="WRITING"), name="plan_one_being_written"
            ),
        ]


class PlanSectionText(models.Model):
    """The current text of one section of one version. `revision` is what an editor must have seen to save.

    `written` is what people wrote into the section as text. `text` is the whole section as it is printed: the same,
    followed by its items in words (`core.plan.item_words`), worked out whenever either is saved.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="sections")
    section = models.CharField(max_length=2)
    text = models.TextField(blank=True)
    written = models.TextField(blank=True, default="")
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)

    class Meta:
        db_table = "plan_section"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "section"], name="plan_section_once"),
            columns.is_one_of("section", PlanSection, "plan_section_known"),
        ]


class PlanSectionRevision(models.Model):
    """Every text that a section ever had. Append-only: a trigger refuses UPDATE and DELETE.

    `is_aside` marks a text that did not become the section's: somebody else had saved meanwhile. It is kept so
    that nothing written is lost; `revision` is then the one that its writer had seen.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    section_text = models.ForeignKey(PlanSectionText, on_delete=models.PROTECT, related_name="revisions")
    revision = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    written = models.TextField(blank=True, default="")
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    is_aside = models.BooleanField(default=False)

    class Meta:
        db_table = "plan_section_revision"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["section_text", "revision"],
                condition=models.Q(is_aside=False),
                name="plan_revision_once",
            )
        ]


class PlanComment(models.Model):
    """One numbered comment of the family (or an adviser) on a draft, and its answer.

    ASKED_ADVISER is not the last word: what was asked stays in `asked_adviser_text` when the answer comes.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plan_comments")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="comments")
    number = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=2)
    text = models.TextField()
    made_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey(CaseParty, null=True, on_delete=models.PROTECT)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    channel = columns.code(default="ONLINE")
    asked_adviser_text = models.TextField(blank=True, default="")
    asked_adviser_at = models.DateTimeField(null=True)
    answer = columns.code(blank=True)  # CHANGED, NOT_CHANGED, ASKED_ADVISER
    answer_text = models.TextField(blank=True)
    answered_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "plan_comment"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "number"], name="plan_comment_number_once"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at=None)
                | (~models.Q(answer="") & ~models.Q(answered_at=None)),
                name="plan_comment_answer_is_whole",
            ),
            columns.is_one_of("section", PlanSection, "plan_comment_section_known"),
        ]
