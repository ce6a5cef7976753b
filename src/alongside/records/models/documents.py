"""Documents of a case. The bytes live in the database, so that a document and its event commit together."""

from typing import ClassVar

from django.db import models

from alongside.records.models import columns
from alongside.records.models.accounts import Account
from alongside.records.models.cases import Case


class Document(models.Model):
    """A letter, plan, advice or upload. Never changed: a new version is a new row.

    `audience` says which record part it belongs to (a code of core/access/parts.py). `addressee`, where set,
    is the one party to whom a letter was written; no other party may see it.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    kind = columns.code()
    title = models.CharField(max_length=200)
    part = columns.code()
    addressee = models.ForeignKey("records.CaseParty", null=True, blank=True, on_delete=models.PROTECT)
    organisation = models.ForeignKey("records.Organisation", null=True, blank=True, on_delete=models.PROTECT)
    dated_on = models.DateField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    twin = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, help_text="the same letter in another format"
    )

    class Meta:
        db_table = "document"
        indexes: ClassVar = [models.Index(fields=["case", "dated_on"], name="document_by_case")]
