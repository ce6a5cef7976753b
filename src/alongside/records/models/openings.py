"""What is opened to somebody for a time: one case in an emergency, and the cases of an inspection sample."""

from typing import ClassVar

from django.db import models

from alongside.records.models import columns
from alongside.records.models.accounts import Account
from alongside.records.models.cases import Case


class EmergencyOpening(models.Model):
    """One breaking of the glass: who opened which case, why, from when until when, and what a reviewer made of it.

    A trigger refuses any change but the review, which is written once; erasing the case is the only way out.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="emergencies")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    account_name = models.CharField(max_length=120)
    reason = models.TextField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    told = columns.code()  # the role whose holders were told, and who review it
    told_count = models.PositiveSmallIntegerField(help_text="to how many people a message went")
    reviewed_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_by_name = models.CharField(max_length=120, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    review_note = models.TextField(blank=True)

    class Meta:
        db_table = "emergency_opening"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("opened_at")), name="emergency_ends_after_it_began"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="emergency_has_a_reason"),
            models.CheckConstraint(
                condition=models.Q(reviewed_by=None, reviewed_at=None, review_note="")
                | (
                    models.Q(reviewed_by__isnull=False, reviewed_at__isnull=False) & ~models.Q(review_note="")
                ),
                name="emergency_review_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_by=None) | ~models.Q(reviewed_by=models.F("account")),
                name="emergency_reviewed_by_another",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["account", "opened_at"], name="emergency_by_account"),
            models.Index(fields=["case", "account"], name="emergency_by_case"),
            models.Index(fields=["authority", "reviewed_at"], name="emergency_by_review"),
        ]


class InspectionSample(models.Model):
    """The cases that inspectors chose to follow, under a name, open to them from one day to another."""

    id = columns.identity()
    authority = columns.kept_by()
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_before = models.DateField()
    made_at = models.DateTimeField()

    class Meta:
        db_table = "inspection_sample"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(ends_before__gt=models.F("starts_on")), name="sample_lasts_a_day"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "ends_before"], name="sample_by_end")]


class Inspector(models.Model):
    """Somebody to whom the cases of one sample are open while it lasts."""

    id = columns.identity()
    authority = columns.kept_by()
    sample = models.ForeignKey(InspectionSample, on_delete=models.CASCADE, related_name="inspectors")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "inspector"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "sample"], name="inspector_once_in_sample")
        ]


class SampledCase(models.Model):
    """One case in one sample."""

    id = columns.identity()
    authority = columns.kept_by()
    sample = models.ForeignKey(InspectionSample, on_delete=models.CASCADE, related_name="cases")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    put_in_at = models.DateTimeField()

    class Meta:
        db_table = "sampled_case"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sample", "case"], name="case_once_in_sample")
        ]
