"""What a return, or a list for an inspection, would find wrong in a case today."""

from typing import ClassVar

from django.db import models

from alongside.records.models import columns
from alongside.records.models.cases import Case


class ToMend(models.Model):
    """Cache: one finding of the rules of the return (SEN2) or of the inspection's lists (ANNEX_A) on one case.

    Rebuilt with the other caches from the chronology and the child's details; never edited by hand.
    """

    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="to_mend")
    source = columns.code()  # SEN2, ANNEX_A
    rule = models.CharField(max_length=16)
    severity = columns.code()  # error, query
    item = models.CharField(max_length=80, blank=True)
    value = models.CharField(max_length=200, blank=True)
    message = models.TextField()
    mend = models.TextField(blank=True)
    page = columns.code(blank=True)  # the door where it is mended
    position = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "mend_cache"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "position"], name="mend_position_once")
        ]
        indexes: ClassVar = [models.Index(fields=["authority", "rule"], name="mend_by_rule")]
