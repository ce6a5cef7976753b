"""Settings consulted about a child."""

from typing import ClassVar

from django.db import models

from alongside.records.models import columns
from alongside.records.models.accounts import Organisation
from alongside.records.models.cases import Case


class Consultation(models.Model):
    """Cache: one SETTING_CONSULTED event with its reply, for the settings' and officers' lists."""

    id = models.UUIDField(primary_key=True)  # the id of the event
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consultations")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT)
    setting_name = models.CharField(max_length=200)
    consulted_on = models.DateField()
    reply_due = models.DateField(null=True)
    replied_on = models.DateField(null=True)
    answer = columns.code(blank=True)  # CAN_MEET, CANNOT_MEET
    grounds = models.JSONField(default=list)
    reasons = models.TextField(blank=True)
    is_open = models.BooleanField()

    class Meta:
        db_table = "consultation_cache"
        indexes: ClassVar = [
            models.Index(
                fields=["authority", "organisation"],
                condition=models.Q(is_open=True),
                name="consultation_open",
            )
        ]
