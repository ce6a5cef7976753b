"""Advice that was asked for, and advice that came."""

from typing import ClassVar

from django.db import models

from alongside.core.case.codes import AdviceKind
from alongside.records.models import columns
from alongside.records.models.accounts import Account, Organisation
from alongside.records.models.cases import Case, CaseParty
from alongside.records.models.documents import Document


class AdviceRequest(models.Model):
    """Cache: one ADVICE_REQUESTED event, with what became of it, for the advisers' lists."""

    id = models.UUIDField(primary_key=True)  # the id of the event
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="advice_requests")
    kind = columns.code()
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT)
    asked = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    asked_name = models.CharField(max_length=200, blank=True)
    requested_on = models.DateField()
    body_received_on = models.DateField()
    statutory_due = models.DateField(null=True)
    received_on = models.DateField(null=True)
    nothing_to_add = models.BooleanField(default=False)
    chased = models.PositiveSmallIntegerField(default=0)
    last_chased_on = models.DateField(null=True)
    is_open = models.BooleanField()

    class Meta:
        db_table = "advice_request_cache"
        constraints: ClassVar = [columns.is_one_of("kind", AdviceKind, "advice_request_kind_known")]
        indexes: ClassVar = [
            models.Index(
                fields=["authority", "organisation", "statutory_due"],
                condition=models.Q(is_open=True),
                name="advice_open_by_body",
            ),
            models.Index(
                fields=["authority", "asked", "statutory_due"],
                condition=models.Q(is_open=True),
                name="advice_open_by_person",
            ),
        ]


class Advice(models.Model):
    """One answer to one request, as the adviser gave it. A later answer is a new row; none is overwritten.

    `form` is a code of core/case/advice_forms.py, empty where the advice came as a file only. `party` is whoever
    of the family wrote it, where the family was asked. `document` is the file that came; `printed` is what was
    answered here, as a paper for Section K. `passages` is the text of the file as it was read, or
    `unread_because` says why it was not. `gone_through_at`: somebody has marked every line of the file.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="advice")
    request_id = models.UUIDField()
    kind = columns.code()
    author = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    author_name = models.CharField(max_length=120)
    author_post = models.CharField(max_length=120, blank=True)
    written_on = models.DateField()
    submitted_at = models.DateTimeField()
    form = columns.code(blank=True)
    answers = models.JSONField(default=dict)  # question code -> text
    party = models.ForeignKey(CaseParty, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT)
    printed = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    nothing_to_add = models.BooleanField(default=False)
    nothing_to_add_reason = models.TextField(blank=True)
    passages = models.JSONField(default=list)  # core/advice/papers.py: place, text, level, listed
    unread_because = models.TextField(blank=True, default="")
    gone_through_at = models.DateTimeField(null=True)
    gone_through_by_name = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "advice"
        indexes: ClassVar = [models.Index(fields=["case", "request_id"], name="advice_by_request")]


class AdviceDraft(models.Model):
    """What an adviser has written so far and not sent. Deleted when the advice is sent.

    The people of one body write one draft together. Each of the family writes their own, which nobody else ever
    reads: `party` is whose it is. `revision` is what a writer must have seen to save.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    request_id = models.UUIDField()
    party = models.ForeignKey(CaseParty, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    form = columns.code(blank=True)
    answers = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Account, on_delete=models.PROTECT)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "advice_draft"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request_id", "party"], nulls_distinct=False, name="advice_draft_once_per_writer"
            )
        ]
