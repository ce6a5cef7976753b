"""The case: its chronology, the people around it, and the caches of what is derived from the chronology."""

from typing import ClassVar

from django.db import models

from alongside.core.access.relations import ParentSight
from alongside.core.case.codes import EventKind, Stage, TimerState
from alongside.records.models import columns
from alongside.records.models.accounts import Account, Organisation
from alongside.records.models.people import Person


class Case(models.Model):
    """One case per person per authority.

    `stage`, `owner`, `last_event_on`, `settled_on` repeat what the chronology says: they are caches, rebuilt
    by `alongside caches rebuild` and compared with the truth every night.
    """

    id = columns.identity()
    authority = columns.kept_by()
    reference = models.CharField(max_length=20)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="case")
    opened_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=0, help_text="counts deeds; a lost update shows here")
    setting = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, help_text="attended now"
    )
    stage = columns.code(default=Stage.NONE)  # cache
    dispute_stage = columns.code(blank=True)  # cache
    owner = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT)  # cache
    last_event_on = models.DateField(null=True)  # cache
    is_open = models.BooleanField(default=False)  # cache: an assessment episode is open

    class Meta:
        db_table = "case"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["authority", "reference"], name="case_reference_once"),
            columns.is_one_of("stage", Stage, "case_stage_known"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["authority", "owner", "is_open"], name="case_by_owner"),
            models.Index(fields=["authority", "stage"], name="case_by_stage"),
        ]


class CaseParty(models.Model):
    """Somebody with a standing relation to the case: a parent, the young person, a supporter.

    `address_withheld`: nobody outside the authority may ever be shown this party's contact details, the
    other parent least of all.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parties")
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT)
    relation = columns.code()  # PARENT, YOUNG_PERSON, SUPPORTER
    relationship = models.CharField(max_length=60, blank=True)  # mother, father, grandparent, SENDIASS …
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.TextField(blank=True)
    address_withheld = models.BooleanField(default=False)
    parental_responsibility = models.BooleanField(default=True)
    sees_drafts = models.BooleanField(default=True, help_text="False where a court or a reason forbids it")
    parent_sight = columns.code(default=ParentSight.NOT_ASKED)  # once the rights have passed
    agreed_to_email = models.BooleanField(default=False)
    language = models.CharField(max_length=60, blank=True)
    added_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_before = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "case_party"
        indexes: ClassVar = [models.Index(fields=["account"], name="party_by_account")]


class CaseEvent(models.Model):
    """One line of the chronology. Append-only: a trigger refuses UPDATE and DELETE."""

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    kind = columns.code()
    occurred_on = models.DateField()
    recorded_at = models.DateTimeField()
    position = models.PositiveIntegerField(help_text="order in which it was recorded on this case")
    by = models.CharField(max_length=40, blank=True)
    by_name = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=40, blank=True)
    details = models.JSONField(default=dict)
    corrects = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT)
    natural_key = models.CharField(max_length=160, blank=True, help_text="what an import knows it by")

    class Meta:
        db_table = "case_event"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "position"], name="event_position_once"),
            models.UniqueConstraint(
                fields=["case", "natural_key"], condition=~models.Q(natural_key=""), name="event_import_once"
            ),
            columns.is_one_of("kind", EventKind, "event_kind_known"),
        ]


class Due(models.Model):
    """Cache: what one case owes, by rule. Rebuilt from the chronology; never edited by hand."""

    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="dues")
    owner = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    rule = models.CharField(max_length=16)
    subject = models.CharField(max_length=40)
    bearer = columns.code()
    statutory_due = models.DateField(null=True)
    operational_target = models.DateField(null=True)
    strict_due = models.DateField(null=True)
    state = columns.code()
    met_on = models.DateField(null=True)
    is_live = models.BooleanField()

    class Meta:
        db_table = "due_cache"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "rule", "subject"], name="due_once"),
            columns.is_one_of("state", TimerState, "due_state_known"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["authority", "owner", "case", "statutory_due", "rule"],
                include=["bearer", "operational_target", "strict_due", "state"],
                condition=models.Q(is_live=True),
                name="due_by_owner",
            ),
            models.Index(
                fields=["authority", "rule", "statutory_due"],
                condition=models.Q(is_live=True),
                name="due_by_rule",
            ),
        ]


class Episode(models.Model):
    """Cache: one assessment episode of a case, for lists and figures. Rebuilt from the chronology."""

    id = models.UUIDField(primary_key=True)  # the id of the event that started it
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="episodes")
    number = models.PositiveSmallIntegerField()
    received_on = models.DateField(null=True)  # None where an import does not know it
    source = columns.code(blank=True)
    decision = columns.code(blank=True)  # ASSESS, REFUSE or blank
    decided_on = models.DateField(null=True)
    no_plan_on = models.DateField(null=True)
    draft_on = models.DateField(null=True)
    final_on = models.DateField(null=True)
    exception = models.BooleanField(default=False)
    challenged = models.BooleanField(default=False)  # by mediation or appeal: not in the published timeliness
    closed_on = models.DateField(null=True)
    closed_as = columns.code(blank=True)
    is_open = models.BooleanField()

    class Meta:
        db_table = "episode_cache"
        indexes: ClassVar = [
            models.Index(fields=["authority", "received_on"], name="episode_by_received"),
            models.Index(fields=["authority", "final_on"], name="episode_by_final"),
            models.Index(
                fields=["authority", "received_on"], condition=models.Q(is_open=True), name="episode_open"
            ),
        ]
