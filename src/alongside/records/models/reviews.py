"""Plans that are held, as the lists of reviews and of moves between phases need them."""

from typing import ClassVar

from django.db import models

from alongside.records.models import columns
from alongside.records.models.accounts import Account
from alongside.records.models.cases import Case


class HeldPlan(models.Model):
    """Cache: the plan that a case holds, its latest review and the move to the next phase ahead of it.

    No row where no plan is held. The days of the review are those of the latest that was held, or is arranged;
    `transfer` and the columns after it are of the move between phases that is foreseen, or of the last one that was.
    The `told_…` columns are what a return says of a move, where nobody has recorded one. Rebuilt from the chronology.
    """

    authority = columns.kept_by()
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="held_plan")
    owner = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    made_on = models.DateField(null=True)  # None where a return does not say
    known_from = models.DateField(
        null=True
    )  # of a plan made elsewhere: its reviews before this day are not known
    meeting_on = models.DateField(null=True)  # arranged, and not held yet
    held_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    outcome = columns.code(blank=True)  # ReviewOutcome
    notice_on = models.DateField(null=True)  # of proposed amendments
    amended_on = models.DateField(null=True)
    from_a_return = models.BooleanField(
        default=False
    )  # all that is known; what no day says is then not known
    transfer = columns.code(blank=True)  # PhaseTransfer
    transfer_year = models.PositiveSmallIntegerField(null=True)
    moves_on = models.DateField(null=True)
    transfer_due = models.DateField(null=True)
    settled_on = models.DateField(null=True)
    settled_by = columns.code(blank=True)  # AMENDED_FINAL_SENT or NO_AMENDMENT_FOR_TRANSFER
    told_due_on = models.DateField(null=True)
    told_final_on = models.DateField(null=True)
    told_until = models.DateField(null=True)  # the last day of which that return tells

    class Meta:
        db_table = "plan_cache"
        indexes: ClassVar = [models.Index(fields=["authority", "owner"], name="plan_by_owner")]
