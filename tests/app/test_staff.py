"""People come and go with a role, an invitation and a ledger entry, never with a role they gave themselves."""

import json
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from alongside.app import scope
from alongside.app.actions import accounts as account_deeds
from alongside.app.actions import handovers, organisations, owners, particulars, staff
from alongside.app.actions.areas import NewBody
from alongside.app.actions.particulars import Particulars
from alongside.app.actions.staff import Post
from alongside.app.actor import Actor
from alongside.app.queries import organisations as body_queries
from alongside.app.queries import owners as owner_queries
from alongside.app.queries import particulars as particulars_queries
from alongside.app.queries import staff as queries
from alongside.app.queries.staff import Wanted
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.access.role import RoleCode
from alongside.core.refusal import Refused
from alongside.records.models import (
    Account,
    Authority,
    Case,
    CaseEvent,
    LedgerEntry,
    Organisation,
    OutboxMessage,
    Position,
)
from cast import ELSEWHERE, HERE, Cast

DAY = date(2026, 11, 23)
NEW = ("Nia New", "nia.new@example.org")


def post(role: RoleCode = RoleCode.COORDINATOR, body: UUID | None = None, starts_on: date = DAY) -> Post:
    return Post(role, starts_on, body, "West")


def position_of(who: Actor, role: RoleCode) -> Position:
    with scope.opened_to_all(HERE):
        return Position.objects.get(account=who.account, role=role)


def sealed(code: str) -> list[LedgerEntry]:
    with scope.opened_to_all(HERE):
        return list(LedgerEntry.objects.filter(deed=code))


class TestAdding:
    def test_somebody_new_has_an_account_a_position_and_an_invitation(self, cast: Cast) -> None:
        done = staff.add(*NEW, post(), by=cast.data_officer, at=cast.at)
        with scope.opened_to_all(HERE):
            position = Position.objects.get(id=done.position)
            told = OutboxMessage.objects.get(kind="INVITATION_TO_WORK")
        assert (done.is_new, done.name) == (True, "Nia New")
        assert (position.account_id, position.role, position.team) == (done.account, "COORDINATOR", "West")
        assert position.starts_on == DAY
        assert told.to_email == "nia.new@example.org"
        assert "/account/login/" in told.text
        assert "EHC coordinator" in told.text

    def test_who_gave_which_role_to_whom_is_in_the_ledger(self, cast: Cast) -> None:
        done = staff.add(*NEW, post(), by=cast.data_officer, at=cast.at)
        (entry,) = sealed("POSITION_GIVEN")
        assert entry.actor == cast.data_officer.code
        body = json.loads(entry.body)
        assert body["account"] == str(done.account)
        assert body["role"] == "COORDINATOR"
        assert "Nia" not in entry.body

    def test_account_that_exists_gets_one_more_position_and_keeps_its_name(self, cast: Cast) -> None:
        given = post(RoleCode.PANEL_CHAIR)
        done = staff.add("Somebody Else", "MINA.manager@example.org", given, by=cast.data_officer, at=cast.at)
        assert (done.is_new, done.account, done.name) == (False, cast.manager.account, "Mina Manager")
        assert cast.again(cast.manager).roles == {RoleCode.SEND_MANAGER, RoleCode.PANEL_CHAIR}

    def test_nobody_gives_themselves_a_role(self, cast: Cast) -> None:
        with pytest.raises(Refused, match="You cannot give yourself a role"):
            staff.add("Dev", "dev.data@example.org", post(), by=cast.data_officer, at=cast.at)
        assert cast.data_officer.account is not None
        with pytest.raises(Refused, match="You cannot give yourself a role"):
            staff.give(cast.data_officer.account, post(), by=cast.data_officer, at=cast.at)
        assert cast.again(cast.data_officer).roles == {RoleCode.DATA_OFFICER}
        assert sealed("POSITION_GIVEN") == []

    @pytest.mark.parametrize("who", ["manager", "officer", "parent", "senco", "director"])
    def test_only_whoever_keeps_accounts_adds_people(self, cast: Cast, who: str) -> None:
        with pytest.raises(NotAllowed):
            staff.add(*NEW, post(), by=getattr(cast, who), at=cast.at)
        assert not Account.objects.filter(email=NEW[1]).exists()

    def test_refused_role_leaves_no_account_behind(self, cast: Cast) -> None:
        with pytest.raises(Refused, match="SENCO"):
            staff.add(*NEW, post(RoleCode.SENCO), by=cast.data_officer, at=cast.at)
        assert not Account.objects.filter(email=NEW[1]).exists()

    @pytest.mark.parametrize("role", ["PARENT", "YOUNG_PERSON", "SUPPORTER", "SERVICE", "PUBLIC"])
    def test_part_of_a_family_or_of_the_service_is_no_role_to_give(self, cast: Cast, role: str) -> None:
        with pytest.raises(Refused, match="Choose a role from the list"):
            staff.add(*NEW, post(RoleCode(role)), by=cast.data_officer, at=cast.at)

    def test_officers_role_is_never_held_for_a_school(self, cast: Cast) -> None:
        with pytest.raises(Refused, match="not held for a school") as refused:
            staff.add(*NEW, post(body=cast.school), by=cast.data_officer, at=cast.at)
        assert refused.value.field == "organisation"

    def test_same_role_is_not_given_twice(self, cast: Cast) -> None:
        staff.add(*NEW, post(), by=cast.data_officer, at=cast.at)
        with pytest.raises(Refused, match="Nia New has this role already"):
            staff.add(*NEW, post(), by=cast.data_officer, at=cast.at)

    def test_body_of_another_authority_cannot_be_chosen(self, cast: Cast) -> None:
        with scope.opened_to_all(ELSEWHERE):
            theirs = Organisation.objects.create(authority_id=ELSEWHERE, kind="SETTING", name="Far School").id
        with pytest.raises(Refused, match="Choose an organisation from the list"):
            staff.add(*NEW, post(RoleCode.SENCO, theirs), by=cast.data_officer, at=cast.at)

    @pytest.mark.parametrize("days", [-367, 367])
    def test_first_day_more_than_a_year_away_is_a_slip(self, cast: Cast, days: int) -> None:
        with pytest.raises(Refused, match="more than a year away"):
            staff.add(*NEW, post(starts_on=DAY + timedelta(days=days)), by=cast.data_officer, at=cast.at)

    @pytest.mark.parametrize(
        ("name", "email", "words"), [("", "a@b.org", "Enter the person"), ("A", "a", "“a” is not")]
    )
    def test_name_and_address_are_needed(self, cast: Cast, name: str, email: str, words: str) -> None:
        with pytest.raises(Refused, match=words):
            staff.add(name, email, post(), by=cast.data_officer, at=cast.at)

    def test_role_that_begins_later_opens_nothing_before(self, cast: Cast) -> None:
        later = post(RoleCode.PANEL_CHAIR, starts_on=date(2026, 12, 1))
        assert cast.manager.account is not None
        staff.give(cast.manager.account, later, by=cast.data_officer, at=cast.at)
        assert cast.again(cast.manager).roles == {RoleCode.SEND_MANAGER}
        with scope.opened_to_all(HERE):
            assert "from 1 December 2026" in OutboxMessage.objects.get(kind="INVITATION_TO_WORK").text

    def test_parent_without_a_position_is_not_on_the_list_of_those_to_give_to(self, cast: Cast) -> None:
        assert cast.parent.account is not None
        with pytest.raises(Refused, match="works here"):
            staff.give(cast.parent.account, post(), by=cast.data_officer, at=cast.at)


class TestEnding:
    def test_position_ends_after_its_last_day(self, cast: Cast) -> None:
        row = position_of(cast.other_officer, RoleCode.COORDINATOR)
        handovers.end_position(row.id, DAY - timedelta(days=1), by=cast.data_officer, at=cast.at)
        assert cast.again(cast.other_officer).roles == {RoleCode.PUBLIC}
        with pytest.raises(Refused, match="has ended already"):
            handovers.end_position(row.id, DAY, by=cast.data_officer, at=cast.at)

    def test_position_does_not_end_while_cases_hang_on_it(self, cast: Cast) -> None:
        row = position_of(cast.officer, RoleCode.COORDINATOR)
        with pytest.raises(Refused, match=r"This person has 1 case. Hand them over first"):
            handovers.end_position(row.id, DAY, by=cast.data_officer, at=cast.at)
        assert position_of(cast.officer, RoleCode.COORDINATOR).ends_before is None

    def test_last_one_who_keeps_accounts_stays(self, cast: Cast) -> None:
        row = position_of(cast.data_officer, RoleCode.DATA_OFFICER)
        with pytest.raises(Refused, match="Nobody else keeps the accounts here"):
            handovers.end_position(row.id, DAY, by=cast.data_officer, at=cast.at)
        staff.add(*NEW, post(RoleCode.DATA_OFFICER), by=cast.data_officer, at=cast.at)
        handovers.end_position(row.id, DAY, by=cast.data_officer, at=cast.at)
        assert position_of(cast.data_officer, RoleCode.DATA_OFFICER).ends_before == DAY + timedelta(days=1)


class TestAccounts:
    def test_closed_account_does_nothing_until_it_is_opened_again(self, cast: Cast) -> None:
        who = cast.psychologist.account
        assert who is not None
        account_deeds.close(who, by=cast.data_officer, at=cast.at)
        assert cast.again(cast.psychologist).roles == {RoleCode.PUBLIC}
        account_deeds.reopen(who, by=cast.data_officer, at=cast.at)
        assert cast.again(cast.psychologist).roles == {RoleCode.EDUCATIONAL_PSYCHOLOGIST}
        assert [sealed(code)[0].subject for code in ("ACCOUNT_CLOSED", "ACCOUNT_REOPENED")] == [str(who)] * 2

    def test_account_is_not_closed_while_cases_hang_on_it(self, cast: Cast) -> None:
        assert cast.officer.account is not None
        with pytest.raises(Refused, match="still has 1 open case"):
            account_deeds.close(cast.officer.account, by=cast.data_officer, at=cast.at)
        assert cast.again(cast.officer).roles == {RoleCode.COORDINATOR}

    def test_open_account_is_not_opened_again(self, cast: Cast) -> None:
        assert cast.manager.account is not None
        with pytest.raises(Refused, match="The account of Mina Manager is open"):
            account_deeds.reopen(cast.manager.account, by=cast.data_officer, at=cast.at)

    @pytest.mark.parametrize("deed", [account_deeds.close, account_deeds.reopen])
    def test_account_of_another_authority_is_not_here(self, cast: Cast, deed: object) -> None:
        assert callable(deed)
        with pytest.raises(Refused, match="There is no such account"):
            deed(cast.officer_elsewhere.account, by=cast.data_officer, at=cast.at)
        assert Account.objects.get(id=cast.officer_elsewhere.account).is_active

    def test_closed_account_gets_no_new_role(self, cast: Cast) -> None:
        assert cast.psychologist.account is not None
        account_deeds.close(cast.psychologist.account, by=cast.data_officer, at=cast.at)
        with pytest.raises(Refused, match=r"was closed. Open it again first"):
            staff.add("Ed", "ed.psychologist@example.org", post(), by=cast.data_officer, at=cast.at)


class TestList:
    def test_list_is_narrowed_by_words_and_role(self, cast: Cast) -> None:
        found = queries.people(Wanted("community hana"), by=cast.manager, at=cast.at)
        assert [(line.name, line.organisation) for line in found.lines] == [
            ("Hana Therapist", "Northshire Community Health")
        ]
        found = queries.people(Wanted(role="COORDINATOR"), by=cast.manager, at=cast.at)
        assert [line.name for line in found.lines] == ["Cora Coordinator", "Omar Officer"]

    def test_nobody_of_another_authority_is_listed(self, cast: Cast) -> None:
        found = queries.people(Wanted("olu"), by=cast.data_officer, at=cast.at)
        assert (found.total, found.lines) == (0, ())
        assert cast.officer_elsewhere.account is not None
        with pytest.raises(NotFound):
            queries.member(cast.officer_elsewhere.account, by=cast.data_officer, at=cast.at)

    def test_ended_positions_are_a_list_of_their_own(self, cast: Cast) -> None:
        row = position_of(cast.other_officer, RoleCode.COORDINATOR)
        handovers.end_position(row.id, DAY - timedelta(days=1), by=cast.data_officer, at=cast.at)
        left = queries.people(Wanted(left=True), by=cast.data_officer, at=cast.at)
        here = queries.people(Wanted("omar"), by=cast.data_officer, at=cast.at)
        assert ([line.name for line in left.lines], here.total) == (["Omar Officer"], 0)

    def test_number_of_queries_does_not_grow_with_the_list(
        self, cast: Cast, django_assert_max_num_queries: pytest.FixtureRequest
    ) -> None:
        with django_assert_max_num_queries(5):  # type: ignore[operator]
            found = queries.people(Wanted(), by=cast.manager, at=cast.at)
        assert found.total > 10

    @pytest.mark.parametrize("who", ["officer", "director", "parent", "senco"])
    def test_list_is_for_managers_and_whoever_keeps_accounts(self, cast: Cast, who: str) -> None:
        with pytest.raises(NotAllowed):
            queries.people(Wanted(), by=getattr(cast, who), at=cast.at)

    def test_unknown_position_is_not_found(self, cast: Cast) -> None:
        with pytest.raises(NotFound):
            queries.holder(uuid4(), by=cast.data_officer, at=cast.at)


SCHOOL = NewBody("SETTING", "Brook School", urn="123456", phase="PRIMARY", setting_type="MAINSTREAM")


class TestOrganisations:
    def test_body_is_added_and_changed_and_the_ledger_says_which_columns(self, cast: Cast) -> None:
        made = organisations.add(SCHOOL, by=cast.data_officer, at=cast.at)
        renamed = NewBody(
            "SETTING", "Brook Academy", urn="123456", phase="PRIMARY", setting_type="MAINSTREAM"
        )
        organisations.change(made, renamed, by=cast.data_officer, at=cast.at)
        assert body_queries.entry(made, by=cast.data_officer, at=cast.at).name == "Brook Academy"
        assert json.loads(sealed("BODY_CHANGED")[0].body) == {"changed": ["name"]}

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            (NewBody("SETTING", "", phase="PRIMARY", setting_type="MAINSTREAM"), "name"),
            (NewBody("CLUB", "Brook"), "kind"),
            (NewBody("SETTING", "Brook", setting_type="MAINSTREAM"), "phase"),
            (NewBody("SETTING", "Brook", phase="PRIMARY"), "setting_type"),
            (NewBody("SETTING", "Brook", urn="12", phase="PRIMARY", setting_type="SPECIAL"), "urn"),
            (NewBody("COUNCIL", "Brook", phase="PRIMARY"), "phase"),
            (NewBody("COUNCIL", "Brook", provides="PARENT_OR_YOUNG_PERSON"), "provides"),
            (NewBody("COUNCIL", "Brook", provides="PSYCHOLOGICAL"), "provides"),
            (
                NewBody("SETTING", "millbrook primary school", phase="PRIMARY", setting_type="MAINSTREAM"),
                "name",
            ),
        ],
    )
    def test_body_described_wrongly_is_refused(self, cast: Cast, body: NewBody, field: str) -> None:
        with pytest.raises(Refused) as refused:
            organisations.add(body, by=cast.data_officer, at=cast.at)
        assert refused.value.field == field

    def test_one_reference_number_belongs_to_one_setting(self, cast: Cast) -> None:
        organisations.add(SCHOOL, by=cast.data_officer, at=cast.at)
        other = NewBody("SETTING", "Dale School", urn="123456", phase="PRIMARY", setting_type="MAINSTREAM")
        with pytest.raises(Refused, match="123456 is that of Brook School"):
            organisations.add(other, by=cast.data_officer, at=cast.at)

    def test_what_a_body_is_does_not_change(self, cast: Cast) -> None:
        with pytest.raises(Refused, match="cannot be changed"):
            organisations.change(cast.trust, NewBody("COUNCIL", "X"), by=cast.data_officer, at=cast.at)

    def test_body_of_another_authority_is_not_here(self, cast: Cast) -> None:
        with scope.opened_to_all(ELSEWHERE):
            theirs = Organisation.objects.create(authority_id=ELSEWHERE, kind="OTHER", name="Far").id
        with pytest.raises(Refused, match="no such organisation"):
            organisations.change(theirs, NewBody("OTHER", "Near"), by=cast.data_officer, at=cast.at)
        with pytest.raises(NotFound):
            body_queries.entry(theirs, by=cast.data_officer, at=cast.at)

    def test_only_whoever_keeps_accounts_keeps_bodies(self, cast: Cast) -> None:
        with pytest.raises(NotAllowed):
            organisations.add(SCHOOL, by=cast.manager, at=cast.at)
        with pytest.raises(NotAllowed):
            body_queries.entries("", "", by=cast.manager, at=cast.at)


def said(cast: Cast, **changes: object) -> Particulars:
    now = particulars_queries.particulars(by=cast.data_officer, at=cast.at)
    return Particulars(**{name: changes.get(name, getattr(now, name)) for name in Particulars.__slots__})


class TestParticulars:
    def test_change_is_kept_and_the_ledger_says_which(self, cast: Cast) -> None:
        done = particulars.change(said(cast, phone="01632 960 999"), by=cast.data_officer, at=cast.at)
        assert done == ("phone",)
        assert Authority.objects.get(code=HERE).phone == "01632 960 999"
        assert json.loads(sealed("PARTICULARS_CHANGED")[0].body) == {"changed": ["phone"]}

    @pytest.mark.parametrize("name", ["advice_service", "mediation_adviser", "dispute_resolution"])
    @pytest.mark.parametrize(
        ("text", "words"), [("  ", "must state it by law"), ("Fair Talk", "how families reach")]
    )
    def test_service_that_refusal_letters_state_is_never_without_a_way_to_reach_it(
        self, cast: Cast, name: str, text: str, words: str
    ) -> None:
        with pytest.raises(Refused, match=words) as refused:
            particulars.change(said(cast, **{name: text}), by=cast.data_officer, at=cast.at)
        assert refused.value.field == name
        assert getattr(Authority.objects.get(code=HERE), name).strip() not in ("", "Fair Talk")

    @pytest.mark.parametrize("name", ["name", "team_name", "email", "phone", "address"])
    def test_nothing_that_letters_carry_is_left_empty(self, cast: Cast, name: str) -> None:
        with pytest.raises(Refused) as refused:
            particulars.change(said(cast, **{name: ""}), by=cast.data_officer, at=cast.at)
        assert refused.value.field == name

    @pytest.mark.parametrize("days", [0, 21])
    def test_promise_to_answer_is_between_one_and_twenty_days(self, cast: Cast, days: int) -> None:
        with pytest.raises(Refused, match="1 to 20 working days"):
            particulars.change(said(cast, reply_days=days), by=cast.data_officer, at=cast.at)

    def test_only_whoever_keeps_accounts_changes_them(self, cast: Cast) -> None:
        with pytest.raises(NotAllowed):
            particulars.change(said(cast), by=cast.manager, at=cast.at)


class TestGivingACase:
    def test_case_passes_and_the_family_is_told(self, cast: Cast) -> None:
        to = cast.other_officer.account
        assert to is not None
        owners.assign(cast.case.case_id, to, by=cast.manager, at=cast.at)
        with scope.opened_to_all(HERE):
            case = Case.objects.get(id=cast.case.case_id)
            event = CaseEvent.objects.filter(case=case, kind="CASE_ASSIGNED").latest("position")
            told = list(OutboxMessage.objects.filter(case=case, kind="CASE_ASSIGNED"))
        assert case.owner_id == to
        assert event.details["to_name"] == "Omar Officer"
        assert [message.to_email for message in told] == ["petra.parent@example.org"]
        assert "Ivy" not in told[0].text + told[0].subject

    def test_whoever_has_it_is_not_given_it(self, cast: Cast) -> None:
        assert cast.officer.account is not None
        with pytest.raises(Refused, match="has the case already"):
            owners.assign(cast.case.case_id, cast.officer.account, by=cast.manager, at=cast.at)

    def test_least_busy_coordinator_comes_first_and_the_owner_is_not_offered(self, cast: Cast) -> None:
        staff.add(*NEW, post(starts_on=date(2026, 12, 1)), by=cast.data_officer, at=cast.at)
        found = owner_queries.giving(cast.case.case_id, by=cast.manager, at=cast.at)
        assert [taker.name for taker in found.takers] == ["Omar Officer"]

    def test_officer_may_not_give_cases_away(self, cast: Cast) -> None:
        with pytest.raises(NotAllowed):
            owner_queries.giving(cast.case.case_id, by=cast.officer, at=cast.at)
