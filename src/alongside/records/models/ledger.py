"""The evidence: one hash chain per authority of everything done and of every child's file read."""

from typing import ClassVar

from django.db import models

from alongside.records.models import columns


class LedgerEntry(models.Model):
    """One entry. Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE. Never drives the application."""

    authority = columns.kept_by()
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=40)
    deed = columns.code()
    subject = models.CharField(max_length=80)
    body = models.TextField()  # canonical JSON, exactly as hashed
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "ledger_entry"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "sequence"], name="ledger_sequence_once")
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "subject"], name="ledger_by_subject")]
