"""Who can sign in, for whom they work, and what they may do from when to when."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from alongside.records.models import columns


class Authority(models.Model):
    """A local authority in England, by its three-digit LA number. Authorities split and merge: dated."""

    code = models.CharField(primary_key=True, max_length=3)
    name = models.CharField(max_length=100)
    region = models.CharField(max_length=40, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_before = models.DateField(null=True, blank=True)
    successor = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)
    team_name = models.CharField(max_length=100, default="SEND casework team")
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.TextField(blank=True)
    advice_service = models.TextField(blank=True, help_text="SEND information, advice and support service")
    mediation_adviser = models.TextField(blank=True, help_text="mediation adviser's name and contact")
    dispute_resolution = models.TextField(blank=True, help_text="disagreement resolution service")
    dmo = models.CharField(
        max_length=1, blank=True, help_text="SEN2: is there a designated medical officer? Y, N, R"
    )
    dco = models.CharField(max_length=1, blank=True, help_text="SEN2: a designated clinical officer?")
    dsco = models.CharField(max_length=1, blank=True, help_text="SEN2: a designated social care officer?")
    mended_on = models.DateField(null=True, help_text="the day for which what is to be mended was worked out")
    reply_days = models.PositiveSmallIntegerField(
        default=5,
        help_text="working days within which a family's message is answered, as the authority promises",
    )

    class Meta:
        db_table = "authority"

    def __str__(self) -> str:
        return self.code


class Accounts(BaseUserManager["Account"]):
    """How accounts are found at sign-in."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(email=self.normalize_email(email), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """One person who can sign in. What they may do is in their positions and in their relations to cases."""

    id = columns.identity()
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    is_active = models.BooleanField(default=True)
    is_persona = models.BooleanField(default=False, help_text="a made-up person of a demo")
    about = models.CharField(max_length=300, blank=True, help_text="what to try as this made-up person")
    created_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = Accounts()
    standing: Any = None  # not kept: app.queries.accounts.signed_in reads it with the account

    class Meta:
        db_table = "account"
        constraints: ClassVar = [models.UniqueConstraint(Lower("email"), name="account_email_once")]

    def __str__(self) -> str:
        return str(self.id)

    def has_usable_password(self) -> bool:
        """Never: signing in is by a mailed code or a passkey, and nothing may ask for a password again."""
        return False


class Organisation(models.Model):
    """A body that takes part: council service, ICB, NHS trust, school, college, nursery, other."""

    id = columns.identity()
    authority = columns.kept_by()
    kind = columns.code()  # COUNCIL, ICB, NHS_TRUST, SETTING, OTHER
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    address = models.TextField(blank=True)
    urn = models.CharField(max_length=6, blank=True)
    phase = columns.code(blank=True)  # EARLY_YEARS, PRIMARY, SECONDARY, ALL_THROUGH, POST_16
    provides = columns.code(blank=True)  # AdviceKind that this body is asked for by default
    setting_type = columns.code(blank=True)  # MAINSTREAM, SPECIAL, INDEPENDENT_SPECIAL, FE, AP, EARLY_YEARS
    closes_for_summer = models.BooleanField(default=False)

    class Meta:
        db_table = "organisation"
        indexes: ClassVar = [models.Index(fields=["authority", "kind", "name"], name="organisation_by_kind")]

    def __str__(self) -> str:
        return self.name


class Position(models.Model):
    """What an account may do in one authority, for one organisation, from one day to another."""

    id = columns.identity()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="positions")
    authority = columns.kept_by()
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT)
    role = columns.code()
    team = models.CharField(max_length=80, blank=True)
    starts_on = models.DateField()
    ends_before = models.DateField(null=True, blank=True)
    hours_per_week = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)

    class Meta:
        db_table = "position"
        indexes: ClassVar = [models.Index(fields=["account"], name="position_by_account")]
