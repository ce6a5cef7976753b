"""What was read from other systems, what could not be used, and where two sources disagree."""

from typing import ClassVar

from django.db import models

from alongside.records.models import columns
from alongside.records.models.cases import Case


class ImportRun(models.Model):
    """One reading of one file. `content` is there only while the file waits to be taken in."""

    id = columns.identity()
    authority = columns.kept_by()
    source = models.CharField(max_length=40, blank=True)  # "SEN2 2025"
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    year = models.PositiveSmallIntegerField(
        null=True, help_text="the return's year, where it was told by hand"
    )
    as_at = models.DateField(null=True)
    state = columns.code(default="DONE")  # WAITING, DONE, REFUSED
    refusal = models.TextField(blank=True)
    content = models.BinaryField(null=True)
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=40, blank=True)
    started_by_name = models.CharField(max_length=120, blank=True)
    finished_at = models.DateTimeField(null=True)
    persons_read = models.PositiveIntegerField(default=0)
    cases_created = models.PositiveIntegerField(default=0)
    cases_changed = models.PositiveIntegerField(default=0)
    events_created = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    found_again = models.JSONField(default=dict)  # {"UPN": 12, "ULN": 0, "NAME": 1}

    class Meta:
        db_table = "import_run"
        indexes: ClassVar = [
            models.Index(
                fields=["authority", "started_at"], name="run_waiting", condition=models.Q(state="WAITING")
            )
        ]


class ImportRejection(models.Model):
    """A row or value that could not be used, with the reason."""

    id = columns.identity()
    authority = columns.kept_by()
    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rejections")
    number = models.PositiveIntegerField(default=0, help_text="its place in the list of its run")
    table = models.CharField(max_length=40, blank=True)
    row = models.CharField(max_length=60)
    person_key = models.CharField(max_length=120, blank=True)
    column = models.CharField(max_length=80, blank=True)
    value = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300)

    class Meta:
        db_table = "import_rejection"
        indexes: ClassVar = [models.Index(fields=["run", "number"], name="rejection_in_order")]


class ImportConflict(models.Model):
    """Two sources say different things. Nothing was overwritten; a person decides.

    `about`: FACT (an event told otherwise), REQUEST (a request that may be one that is held), ITEM (of the person),
    PERSON (perhaps the same child). `offers` is what is recorded if the source is believed, as JSON.
    """

    id = columns.identity()
    authority = columns.kept_by()
    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="conflicts")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="import_conflicts")
    what = models.CharField(max_length=160)
    held = models.CharField(max_length=300)
    offered = models.CharField(max_length=300)
    about = columns.code(default="FACT")
    offers = models.JSONField(default=dict)
    decision = columns.code(blank=True)  # KEPT, TAKEN
    reason = models.CharField(max_length=500, blank=True)
    decided_by = models.CharField(max_length=40, blank=True)
    decided_by_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "import_conflict"
        indexes: ClassVar = [
            models.Index(fields=["authority", "case"], condition=models.Q(decision=""), name="conflict_open")
        ]
