"""Requests made by anyone without an account, before there is a case."""

from typing import ClassVar

from django.db import models

from alongside.records.models import columns
from alongside.records.models.cases import Case


class Intake(models.Model):
    """A request for an EHC needs assessment as it is being written or as it was sent.

    Nobody reads it before it is sent but the person who holds the return code, of which only a hash is kept.
    """

    id = columns.identity()
    authority = columns.kept_by()
    code_hash = models.CharField(max_length=64)
    answers = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    received_on = models.DateField(null=True)
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT)
    registered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "intake"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "code_hash"], name="intake_code_once")
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["authority", "sent_at"],
                condition=models.Q(registered_at=None) & ~models.Q(sent_at=None),
                name="intake_waiting",
            )
        ]


class IntakeFile(models.Model):
    """A photo or file of a letter that came with a request."""

    id = columns.identity()
    authority = columns.kept_by()
    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="files")
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    added_at = models.DateTimeField()

    class Meta:
        db_table = "intake_file"
