"""The plan as data: its items, their history, the links between them, and the places in the advice they came from."""

from typing import ClassVar

from django.db import models

from alongside.core.plan.items import ItemKind
from alongside.core.plan.thread import LinkKind
from alongside.records.models import columns
from alongside.records.models.accounts import Account
from alongside.records.models.advice import Advice
from alongside.records.models.cases import Case
from alongside.records.models.plans import PlanVersion


class PlanItem(models.Model):
    """One item of one version. `thread` is its identity over all versions of the plan.

    `number` is its place in its section, and None where it was taken out of this version. `revision` is what an
    editor must have seen to save.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="items")
    thread = models.UUIDField()
    section = models.CharField(max_length=2)
    kind = columns.code()
    number = models.PositiveSmallIntegerField(null=True)
    parts = models.JSONField(default=dict)  # code of the part (core/plan/items.py) -> text
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)

    class Meta:
        db_table = "plan_item"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "thread"], name="plan_item_once"),
            models.UniqueConstraint(
                fields=["version", "section", "number"],
                deferrable=models.Deferrable.DEFERRED,
                name="plan_item_number_once",
            ),
            columns.is_one_of("kind", ItemKind, "plan_item_kind_known"),
        ]


class PlanItemRevision(models.Model):
    """What an item said, was joined to and came from each time it was saved. Append-only: a trigger refuses more.

    `is_aside` marks what did not become the item's: somebody else had saved meanwhile. `revision` is then the one
    that its writer had seen. `links` are threads of other items, `sources` as `core.plan.content.Source` has them.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="revisions")
    revision = models.PositiveIntegerField()
    change = columns.code()  # ADDED, CARRIED, CHANGED, MOVED, TAKEN_OUT, PUT_BACK
    number = models.PositiveSmallIntegerField(null=True)
    parts = models.JSONField(default=dict)
    links = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT)
    is_aside = models.BooleanField(default=False)

    class Meta:
        db_table = "plan_item_revision"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "revision"],
                condition=models.Q(is_aside=False),
                name="plan_item_revision_once",
            )
        ]


class PlanItemLink(models.Model):
    """Two items of one version that are joined, in the direction of the thread. The kinds decide the kind of link."""

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="item_links")
    kind = columns.code()
    start = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "plan_item_link"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["start", "to"], name="plan_item_link_once"),
            columns.is_one_of("kind", LinkKind, "plan_item_link_known"),
        ]


class PlanItemSource(models.Model):
    """The place in the advice that an item came from, with the words there.

    `advice` is None where the plan came as a file from elsewhere and the advice did not: it is cited all the same.
    """

    id = columns.identity()
    authority = columns.kept_by()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="sources")
    position = models.PositiveSmallIntegerField()
    advice = models.ForeignKey(Advice, null=True, on_delete=models.PROTECT, related_name="+")
    advice_kind = columns.code()
    author_name = models.CharField(max_length=120)
    author_post = models.CharField(max_length=120, blank=True)
    written_on = models.DateField(null=True)
    question = models.CharField(max_length=60, blank=True)
    page = models.PositiveSmallIntegerField(null=True)
    paragraph = models.PositiveSmallIntegerField(null=True)
    quotation = models.TextField()

    class Meta:
        db_table = "plan_item_source"
