"""What families say, ask and correct, and what they were promised."""

from typing import ClassVar

from django.db import models

from alongside.records.models import columns
from alongside.records.models.accounts import Account
from alongside.records.models.cases import Case, CaseEvent, CaseParty


class Message(models.Model):
    """One message between the family (or an adviser) and the people working on the case.

    `party` is the family member in whose thread it stands: another parent never sees it. `reply_due` is the
    promised day; a promise that was not kept stays visible as not kept.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="messages")
    party = models.ForeignKey(CaseParty, null=True, on_delete=models.PROTECT)
    from_family = models.BooleanField()
    author = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    author_name = models.CharField(max_length=120)
    channel = columns.code(default="ONLINE")
    text = models.TextField()
    sent_at = models.DateTimeField()
    answers = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replies"
    )
    reply_due = models.DateField(null=True)
    replied_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "message"
        indexes: ClassVar = [
            models.Index(fields=["case", "sent_at"], name="message_by_case"),
            models.Index(
                fields=["authority", "reply_due"],
                condition=models.Q(replied_at=None) & ~models.Q(reply_due=None),
                name="message_unanswered",
            ),
        ]


class CorrectionRequest(models.Model):
    """ "This is wrong": a fact that somebody asks to have corrected, and what was decided about it."""

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="correction_requests")
    party = models.ForeignKey(CaseParty, null=True, on_delete=models.PROTECT)
    asked_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    asked_by_name = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    field = columns.code()
    event = models.ForeignKey(
        CaseEvent,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="for field ENTRY",
    )
    stands = models.TextField(blank=True)
    should_be = models.TextField()
    why = models.TextField(blank=True)
    decision = columns.code(blank=True)  # CORRECTED, NOT_CORRECTED
    decision_reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "correction_request"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(decision="", decided_at=None)
                | (~models.Q(decision="") & ~models.Q(decided_at=None)),
                name="correction_decision_is_whole",
            )
        ]
