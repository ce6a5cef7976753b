"""Messages that must leave: written in the same transaction as the deed, sent afterwards, never lost."""

from typing import ClassVar

from django.db import models

from alongside.records.models import columns
from alongside.records.models.cases import Case


class OutboxMessage(models.Model):
    """One message to one recipient. It carries a link and a reference, never a child's name or a document.

    `next_attempt_at` is when it may be tried next; None is at once. `withdrawn_at` says that it will never be
    sent, because the child has died or because it was replaced; the row stays, so that this can be seen.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="+")
    kind = columns.code()
    to_email = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "outbox_message"
        indexes: ClassVar = [
            models.Index(fields=["created_at"], condition=models.Q(sent_at=None), name="outbox_waiting")
        ]
