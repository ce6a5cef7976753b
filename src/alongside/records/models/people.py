"""The child or young person."""

from typing import ClassVar

from django.contrib.postgres.search import SearchVectorField
from django.db import models

from alongside.records.models import columns


class Person(models.Model):
    """A child or young person, 0 to 25. One row in one authority."""

    id = columns.identity()
    authority = columns.kept_by()
    forename = models.CharField(max_length=100)
    surname = models.CharField(max_length=100)
    known_as = models.CharField(max_length=100, blank=True)
    born_on = models.DateField(null=True)
    sex = models.CharField(max_length=1, blank=True)  # SEN2: M, F, U
    ethnicity = models.CharField(max_length=4, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    address = models.TextField(blank=True)
    upn = models.CharField(max_length=13, blank=True)
    uln = models.CharField(max_length=10, blank=True)
    upn_unknown = models.CharField(max_length=4, blank=True)
    nhs_number = models.CharField(max_length=10, blank=True)
    disability = models.CharField(max_length=1, blank=True)  # Annex A: Y, N, or not known
    language = models.CharField(max_length=60, blank=True)
    communicates_by = models.CharField(max_length=200, blank=True)
    import_key = models.CharField(max_length=120, blank=True, help_text="stable key in returns, if imported")
    surname_folded = models.CharField(max_length=100, blank=True, help_text="cache: surname for matching")
    search = models.GeneratedField(
        expression=columns.SearchWords(
            "forename", "surname", "known_as", "surname_folded", "upn", "uln", "nhs_number"
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        db_table = "person"
        indexes: ClassVar = [
            models.Index(fields=["authority", "born_on"], name="person_by_birth"),
            models.Index(fields=["authority", "surname_folded"], name="person_by_surname"),
            models.Index(fields=["authority", "upn"], name="person_by_upn", condition=~models.Q(upn="")),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "import_key"],
                condition=~models.Q(import_key=""),
                name="person_import_key_once",
            ),
            models.CheckConstraint(condition=models.Q(sex__in=["", "M", "F", "U"]), name="person_sex_known"),
        ]
