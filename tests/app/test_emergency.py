"""An emergency opens one case to one person for an hour, to read, and somebody else is told and looks at it again."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.app import doing, openings, scope, seeing
from alongside.app.actions import emergencies as actions
from alongside.app.actions import owners, requests, retention
from alongside.app.actions import parties as party_actions
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.emergencies import Opened
from alongside.app.actions.requests import NewRequest
from alongside.app.actor import Actor
from alongside.app.queries import cases, documents, looks, parties, permitted
from alongside.app.queries import emergencies as queries
from alongside.core.access.break_glass import MOST_A_DAY
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import Channel, RequestSource
from alongside.core.refusal import Refused
from alongside.records.models import (
    Account,
    Authority,
    Case,
    CaseParty,
    Document,
    EmergencyOpening,
    LedgerEntry,
    OutboxMessage,
    Position,
)
from area_cast import whole
from cast import ELSEWHERE, HERE, Cast, officer

WHY = "Police on the line: the child has not come home."
HOUR = timedelta(hours=1)
MOMENT = timedelta(seconds=1)
CLOSED = (
    Permission.SEE_PSYCHOLOGICAL_ADVICE,
    Permission.SEE_HEALTH_DETAIL,
    Permission.SEE_SOCIAL_CARE_DETAIL,
    Permission.SEE_AGENCY_PAPERS,
    Permission.SEE_WITHHELD_ADDRESS,
)


def broken(cast: Cast, by: Actor | None = None, at: datetime | None = None) -> Opened:
    return actions.open_case(cast.case.case_id, WHY, by=by or cast.other_officer, at=at or cast.at)


def may(cast: Cast, permission: Permission, by: Actor, at: datetime) -> bool:
    with seeing.case(cast.case.case_id, Permission.SEE_CASE, by=by, at=at) as view:
        return view.may(permission)


def rows(**wanted: object) -> list[EmergencyOpening]:
    with scope.opened_to_all(HERE):
        return list(EmergencyOpening.objects.filter(**wanted))


def messages() -> list[OutboxMessage]:
    with scope.opened_to_all(HERE):
        return list(OutboxMessage.objects.filter(kind="EMERGENCY_OPENED").order_by("to_email"))


def family(cast: Cast, who: Actor, *, responsible: bool = True) -> None:
    """From today `who` is a parent in Ivy's case."""
    with scope.opened_to_all(HERE):
        CaseParty.objects.create(
            authority_id=HERE, case_id=cast.case.case_id, account_id=who.account, relation="PARENT", name=who.name,
            parental_responsibility=responsible, starts_on=cast.at.date(),
        )  # fmt: skip


def another_case(cast: Cast, number: int) -> UUID:
    """One more child of the officer's."""
    case_id = requests.register(
        NewChild(f"Child{number}", "Marsh", date(2019, 3, 1)),
        [NewParty("PARENT", "Ada Marsh", "mother")],
        NewRequest(cast.at.date(), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.PHONE, "Ada Marsh"),
        by=cast.officer,
        at=cast.at,
    ).case_id
    with doing.on_case(case_id, Permission.ASSIGN_CASE, by=cast.manager, at=cast.at) as deed:
        assert cast.officer.account is not None
        owners.give(deed, cast.officer.account)
    return case_id


@pytest.fixture
def asked(cast: Cast) -> Cast:
    """The same case once every body has been asked for advice."""
    whole(cast)
    return cast


class TestTheHour:
    @pytest.mark.parametrize("permission", CLOSED)
    def test_colleague_reads_what_was_closed_for_an_hour_and_not_a_moment_longer(
        self, cast: Cast, permission: Permission
    ) -> None:
        by = cast.other_officer
        assert not may(cast, permission, by, cast.at)
        done = broken(cast)
        assert done.ends_at == cast.at + HOUR
        assert may(cast, permission, by, cast.at)
        assert may(cast, permission, by, cast.at + HOUR - MOMENT)
        assert not may(cast, permission, by, cast.at + HOUR)

    def test_agency_paper_is_found_in_the_hour_and_not_found_after_it(self, cast: Cast) -> None:
        with scope.opened_to_all(HERE):
            paper = Document.objects.create(
                authority_id=HERE, case_id=cast.case.case_id, kind="PAPER", title="A report", part=Part.AGENCY_PAPERS,
                file_name="report.pdf", media_type="application/pdf", content=b"%PDF", size=4, sha256="0" * 64,
                dated_on=cast.at.date(), created_at=cast.at,
            ).id  # fmt: skip
        by = cast.other_officer
        with pytest.raises(NotFound):
            documents.one(paper, by=by, at=cast.at)
        broken(cast)
        assert documents.one(paper, by=by, at=cast.at + MOMENT).content == b"%PDF"
        with pytest.raises(NotFound):
            documents.one(paper, by=by, at=cast.at + HOUR)

    def test_it_opens_that_case_and_no_other_and_to_nobody_else(self, cast: Cast) -> None:
        other = another_case(cast, 1)
        broken(cast)
        with seeing.case(other, Permission.SEE_CASE, by=cast.other_officer, at=cast.at) as view:
            assert not view.may(Permission.SEE_HEALTH_DETAIL)
        assert not may(cast, Permission.SEE_WITHHELD_ADDRESS, cast.manager, cast.at)

    def test_it_opens_no_deed(self, cast: Cast) -> None:
        broken(cast)
        by, case_id = cast.other_officer, cast.case.case_id
        with scope.opened_to_all(HERE):
            party = CaseParty.objects.get(case=case_id, address_withheld=True)
        with pytest.raises(NotAllowed):
            party_actions.stop_withholding_address(case_id, party.id, by=by, at=cast.at)
        with pytest.raises(NotAllowed):
            permitted.check(case_id, Permission.SEE_WITHHELD_ADDRESS, by=by, at=cast.at)
        party.refresh_from_db()
        assert party.address_withheld

    def test_withheld_address_is_read_in_the_hour(self, cast: Cast) -> None:
        broken(cast)
        found = parties.people(cast.case.case_id, by=cast.other_officer, at=cast.at)
        shown = [party.contact.address for party in found.parties if party.contact]
        assert "1 Mill Lane" in shown

    def test_health_adviser_of_the_body_that_was_asked_reads_health_detail(self, asked: Cast) -> None:
        adviser = asked.again(asked.health_adviser)
        assert not may(asked, Permission.SEE_HEALTH_DETAIL, adviser, asked.at)
        broken(asked, adviser)
        assert may(asked, Permission.SEE_HEALTH_DETAIL, adviser, asked.at)
        assert not may(asked, Permission.SEE_SOCIAL_CARE_DETAIL, adviser, asked.at)


class TestWhoMayNot:
    @pytest.mark.parametrize(
        "who", ["parent", "stranger", "senco", "psychologist", "panel_chair", "data_officer", "director"]
    )
    def test_whoever_has_no_such_right_is_refused(self, cast: Cast, who: str) -> None:
        with pytest.raises((NotFound, NotAllowed)):
            broken(cast, getattr(cast, who))
        assert not rows()

    @pytest.mark.parametrize("who", ["health_adviser", "social_care", "officer_elsewhere"])
    def test_whoever_may_not_know_of_the_case_does_not_find_it(self, cast: Cast, who: str) -> None:
        with pytest.raises(NotFound):
            broken(cast, getattr(cast, who))

    def test_officer_who_is_the_childs_parent_never_gets_it(self, cast: Cast) -> None:
        family(cast, cast.other_officer)
        by = cast.again(cast.other_officer)
        with pytest.raises(NotAllowed, match="On this case you are family"):
            broken(cast, by)

    def test_parent_without_sight_does_not_find_it_at_work(self, cast: Cast) -> None:
        family(cast, cast.other_officer, responsible=False)
        by = cast.again(cast.other_officer)
        with pytest.raises(NotFound):
            broken(cast, by)
        assert queries.find(cast.case.reference, "", None, by=by, at=cast.at) == ()

    def test_who_becomes_family_within_the_hour_loses_it(self, cast: Cast) -> None:
        broken(cast)
        family(cast, cast.other_officer)
        by = cast.again(cast.other_officer)
        assert not may(cast, Permission.SEE_WITHHELD_ADDRESS, by, cast.at)

    def test_owner_is_told_that_it_would_open_nothing(self, cast: Cast) -> None:
        with pytest.raises(Refused, match="You can see already"):
            broken(cast, cast.officer)

    def test_case_that_is_open_is_not_opened_twice(self, cast: Cast) -> None:
        broken(cast)
        with pytest.raises(Refused, match=r"until 11:00 already"):
            broken(cast, at=cast.at + MOMENT)
        broken(cast, at=cast.at + HOUR)
        assert len(rows()) == 2

    def test_reason_that_is_none_opens_nothing_and_tells_nobody(self, cast: Cast) -> None:
        with pytest.raises(Refused, match="is too short"):
            actions.open_case(cast.case.case_id, "urgent", by=cast.other_officer, at=cast.at)
        assert not rows()
        assert not messages()

    def test_sixth_case_within_a_day_is_refused_and_the_next_day_is_not(self, cast: Cast) -> None:
        by = cast.other_officer
        for number in range(MOST_A_DAY):
            actions.open_case(another_case(cast, number), WHY, by=by, at=cast.at + number * MOMENT)
        with pytest.raises(Refused, match=r"You have opened 5 cases .* Telephone a SEND manager"):
            broken(cast, at=cast.at + HOUR)
        broken(cast, at=cast.at + 24 * HOUR)
        assert len(rows()) == MOST_A_DAY + 1


class TestWhoIsTold:
    def test_every_manager_is_told_with_a_reference_and_a_link_and_no_name_or_reason(
        self, cast: Cast
    ) -> None:
        with scope.opened_to_all(HERE):
            officer(HERE, "Max Manager", RoleCode.SEND_MANAGER, cast.at)
        done = broken(cast)
        sent = messages()
        assert [m.to_email for m in sent] == ["max.manager@example.org", "mina.manager@example.org"]
        assert done.told == 2
        assert cast.case.reference in sent[0].subject
        assert f"/emergencies/{done.opening_id}" in sent[0].text
        assert "Omar Officer opened case" in sent[0].text
        assert not {"Ivy", "Fielding", "Police"} & set(sent[0].text.replace(".", " ").split())

    def test_directors_are_told_of_a_managers_own(self, cast: Cast) -> None:
        broken(cast, cast.manager)
        assert [m.to_email for m in messages()] == ["dora.director@example.org"]
        assert rows()[0].told == "DIRECTOR"

    def test_manager_who_is_family_to_the_case_is_not_told(self, cast: Cast) -> None:
        family(cast, cast.manager)
        broken(cast)
        assert [m.to_email for m in messages()] == ["dora.director@example.org"]

    def test_team_is_told_where_nobody_holds_either_role(self, cast: Cast) -> None:
        with scope.opened_to_all(HERE):
            Position.objects.filter(role__in=["SEND_MANAGER", "DIRECTOR"]).update(ends_before=cast.at.date())
        assert broken(cast).told == 1
        assert [m.to_email for m in messages()] == ["send@example.org"]

    def test_emergency_is_not_held_up_where_nobody_can_be_told(self, cast: Cast) -> None:
        with scope.opened_to_all(HERE):
            Position.objects.filter(role__in=["SEND_MANAGER", "DIRECTOR"]).update(ends_before=cast.at.date())
            Authority.objects.filter(code=HERE).update(email="")
        assert broken(cast).told == 0
        assert rows()[0].told_count == 0


class TestWhatIsKept:
    def test_ledger_has_who_and_until_when_and_no_reason(self, cast: Cast) -> None:
        done = broken(cast)
        with scope.opened_to_all(HERE):
            sealed = LedgerEntry.objects.get(deed="EMERGENCY_OPENED", subject=str(cast.case.case_id))
        assert sealed.actor == str(cast.other_officer.account)
        body = json.loads(sealed.body)
        assert body["opening"] == str(done.opening_id)
        assert body["ends_at"] == "2026-11-23T11:00:00+00:00"
        assert "Police" not in sealed.body

    def test_who_has_looked_says_that_it_was_in_an_emergency(self, cast: Cast) -> None:
        by, case_id = cast.other_officer, cast.case.case_id
        cases.overview(case_id, by=by, at=cast.at)
        broken(cast)
        cases.overview(case_id, by=by, at=cast.at + MOMENT)
        found = looks.looks(case_id, by=cast.manager, at=cast.at + HOUR)
        theirs = [(e.deed, e.in_emergency) for e in reversed(found.entries) if e.who == "Omar Officer"]
        assert theirs == [
            ("SEE_DEADLINES", False), ("BREAK_GLASS", False), ("EMERGENCY_OPENED", False), ("SEE_DEADLINES", True),
        ]  # fmt: skip

    def test_owner_sees_it_on_the_case_for_four_weeks(self, cast: Cast) -> None:
        broken(cast)
        case_id = cast.case.case_id
        (seen,) = cases.overview(case_id, by=cast.officer, at=cast.at + MOMENT).emergencies
        assert (seen.who, seen.reason, seen.is_own, seen.is_open) == ("Omar Officer", WHY, False, True)
        later = cast.at + openings.SHOWN_FOR
        assert cases.overview(case_id, by=cast.manager, at=later - MOMENT).emergencies[0].is_open is False
        assert cases.overview(case_id, by=cast.officer, at=later).emergencies == ()

    def test_whoever_opened_it_sees_their_own_while_it_is_open_and_colleagues_see_none(
        self, cast: Cast
    ) -> None:
        broken(cast)
        case_id, at = cast.case.case_id, cast.at + MOMENT
        assert cases.overview(case_id, by=cast.other_officer, at=at).emergencies[0].is_own
        assert cases.overview(case_id, by=cast.other_officer, at=cast.at + HOUR).emergencies == ()
        assert cases.overview(case_id, by=cast.placements_officer, at=at).emergencies == ()

    def test_case_offers_an_emergency_to_whom_it_would_open_something(self, cast: Cast) -> None:
        case_id = cast.case.case_id
        offered = cases.overview(case_id, by=cast.other_officer, at=cast.at).emergency_opens
        assert {Part.MEDICAL_ADVICE, Part.WITHHELD_ADDRESS} <= offered
        assert cases.overview(case_id, by=cast.manager, at=cast.at).emergency_opens == {Part.WITHHELD_ADDRESS}
        assert not cases.overview(case_id, by=cast.officer, at=cast.at).emergency_opens
        broken(cast)
        assert not cases.overview(case_id, by=cast.other_officer, at=cast.at).emergency_opens

    @pytest.mark.parametrize(
        "statement",
        [
            "update emergency_opening set reason = 'another reason altogether'",
            "update emergency_opening set ends_at = ends_at + interval '1 day'",
            "delete from emergency_opening",
        ],
    )
    def test_row_keeps_what_it_says(self, cast: Cast, statement: str) -> None:
        broken(cast)
        with (
            scope.opened(cast.manager),
            connection.cursor() as cursor,
            pytest.raises(DatabaseError, match="keeps what it says"),
            transaction.atomic(),
        ):
            cursor.execute(statement)

    def test_second_wall_stands_around_it(self, cast: Cast) -> None:
        broken(cast)
        for who, seen in ((cast.manager, 1), (cast.officer_elsewhere, 0), (cast.stranger, 0)):
            with scope.opened(who):
                assert EmergencyOpening.objects.count() == seen

    def test_it_is_erased_with_the_case(self, cast: Cast) -> None:
        broken(cast)
        retention.erase_cases(by=cast.service, at=datetime(2049, 5, 5, 10, 0, tzinfo=cast.at.tzinfo))
        with scope.opened_to_all(HERE):
            assert not Case.objects.filter(id=cast.case.case_id).exists()
        assert not rows()


class TestFinding:
    def test_case_is_found_by_its_reference_in_any_case_of_letters(self, cast: Cast) -> None:
        (found,) = queries.find(
            f" {cast.case.reference.lower()} ", "", None, by=cast.other_officer, at=cast.at
        )
        assert (found.name, found.owner_name) == ("Ivy Fielding", "Cora Coordinator")

    def test_case_is_found_by_name_and_date_of_birth_together(self, cast: Cast) -> None:
        by, born_on = cast.other_officer, date(2018, 5, 4)
        assert len(queries.find("", "fielding ivy", born_on, by=by, at=cast.at)) == 1
        assert queries.find("", "fielding ivy", date(2018, 5, 5), by=by, at=cast.at) == ()
        assert queries.find("", "Marsh", born_on, by=by, at=cast.at) == ()

    @pytest.mark.parametrize(
        ("name", "born_on", "field"),
        [
            ("", None, "reference"),
            ("ivy", None, "born_on"),
            ("", date(2018, 5, 4), "name"),
            ("-", None, "reference"),
        ],
    )
    def test_half_an_answer_is_refused(self, cast: Cast, name: str, born_on: date | None, field: str) -> None:
        with pytest.raises(Refused, match="both the name and the date of birth") as refusal:
            queries.find("", name, born_on, by=cast.other_officer, at=cast.at)
        assert refusal.value.field == field

    def test_adviser_finds_cases_of_their_own_body_alone(self, asked: Cast) -> None:
        other = another_case(asked, 1)
        with scope.opened_to_all(HERE):
            reference = Case.objects.get(id=other).reference
        by = asked.again(asked.health_adviser)
        assert len(queries.find(asked.case.reference, "", None, by=by, at=asked.at)) == 1
        assert queries.find(reference, "", None, by=by, at=asked.at) == ()

    def test_nobody_else_may_look(self, cast: Cast) -> None:
        with pytest.raises(NotAllowed):
            queries.find(cast.case.reference, "", None, by=cast.senco, at=cast.at)

    def test_page_before_it_says_what_it_opens_and_breaks_nothing(self, cast: Cast) -> None:
        before = queries.before(cast.case.case_id, by=cast.other_officer, at=cast.at)
        assert Part.PSYCHOLOGICAL_ADVICE in before.opens
        assert before.told is RoleCode.SEND_MANAGER
        assert queries.before(cast.case.case_id, by=cast.manager, at=cast.at).told is RoleCode.DIRECTOR
        with scope.opened_to_all(HERE):
            assert not LedgerEntry.objects.filter(deed="BREAK_GLASS").exists()
        with pytest.raises(NotAllowed):
            queries.before(cast.case.case_id, by=cast.panel_chair, at=cast.at)


class TestReview:
    def test_manager_reads_the_reason_and_what_was_looked_at_and_reviews_it_once(self, cast: Cast) -> None:
        done = broken(cast)
        case_id, later = cast.case.case_id, cast.at + HOUR
        for _ in range(2):
            parties.people(case_id, by=cast.other_officer, at=cast.at + MOMENT)
        cases.overview(case_id, by=cast.other_officer, at=later)  # after the hour: no part of it
        found = queries.review(done.opening_id, by=cast.manager, at=later)
        assert found.emergency.reason == WHY
        assert [(each.deed, each.times) for each in found.looked_at] == [("SEE_WHO_IS_INVOLVED", 2)]
        actions.review(done.opening_id, " It was one. ", by=cast.manager, at=later)
        found = queries.review(done.opening_id, by=cast.manager, at=later)
        assert (found.emergency.reviewed_by, found.emergency.review_note) == ("Mina Manager", "It was one.")
        with pytest.raises(Refused, match="Mina Manager has reviewed this already"):
            actions.review(done.opening_id, "Again", by=cast.manager, at=later)
        with scope.opened_to_all(HERE):
            sealed = LedgerEntry.objects.get(deed="EMERGENCY_REVIEWED")
        assert json.loads(sealed.body) == {"case": str(case_id)}

    def test_nobody_reviews_their_own(self, cast: Cast) -> None:
        done = broken(cast, cast.manager)
        with pytest.raises(Refused, match="your own"):
            actions.review(done.opening_id, "Fine.", by=cast.manager, at=cast.at)
        actions.review(done.opening_id, "Fine.", by=cast.director, at=cast.at)
        assert rows()[0].reviewed_by_name == "Dora Director"

    def test_review_says_something(self, cast: Cast) -> None:
        done = broken(cast)
        with pytest.raises(Refused, match="Write what you found"):
            actions.review(done.opening_id, "  ", by=cast.manager, at=cast.at)

    def test_director_finds_those_of_managers_alone_and_no_way_into_the_case(self, cast: Cast) -> None:
        theirs, managers = broken(cast), broken(cast, cast.manager)
        found = queries.emergencies(by=cast.director, at=cast.at)
        assert [(line.id, line.case_id) for line in found.lines] == [(managers.opening_id, None)]
        for act in (
            lambda: queries.review(theirs.opening_id, by=cast.director, at=cast.at),
            lambda: actions.review(theirs.opening_id, "Fine.", by=cast.director, at=cast.at),
        ):
            with pytest.raises(NotFound):
                act()

    def test_manager_does_not_find_those_of_their_own_child(self, cast: Cast) -> None:
        done = broken(cast)
        family(cast, cast.manager)
        by = cast.again(cast.manager)
        assert queries.emergencies(by=by, at=cast.at).total == 0
        with pytest.raises(NotFound):
            queries.review(done.opening_id, by=by, at=cast.at)

    def test_list_begins_with_those_that_wait_and_asks_three_things(
        self, cast: Cast, django_assert_max_num_queries: object
    ) -> None:
        first = broken(cast)
        second = actions.open_case(another_case(cast, 1), WHY, by=cast.other_officer, at=cast.at + MOMENT)
        third = actions.open_case(another_case(cast, 2), WHY, by=cast.other_officer, at=cast.at + 2 * MOMENT)
        actions.review(third.opening_id, "Fine.", by=cast.manager, at=cast.at + 3 * MOMENT)
        with django_assert_max_num_queries(6):  # type: ignore[operator]  # three, in a savepoint of the test
            found = queries.emergencies(by=cast.manager, at=cast.at + HOUR)
        assert [line.id for line in found.lines] == [second.opening_id, first.opening_id, third.opening_id]
        assert (found.total, found.waiting) == (3, 2)

    @pytest.mark.parametrize("who", ["officer", "officer_elsewhere", "data_officer", "stranger"])
    def test_nobody_else_sees_the_list(self, cast: Cast, who: str) -> None:
        done = broken(cast)
        for act in (
            lambda: queries.emergencies(by=getattr(cast, who), at=cast.at),
            lambda: queries.review(done.opening_id, by=getattr(cast, who), at=cast.at),
            lambda: actions.review(done.opening_id, "Fine.", by=getattr(cast, who), at=cast.at),
        ):
            with pytest.raises(NotAllowed):
                act()

    def test_manager_of_another_authority_does_not_find_it(self, cast: Cast) -> None:
        done = broken(cast)
        with scope.opened_to_all(ELSEWHERE):
            other = officer(ELSEWHERE, "Far Manager", RoleCode.SEND_MANAGER, cast.at)
        assert queries.emergencies(by=other, at=cast.at).total == 0
        with pytest.raises(NotFound):
            actions.review(done.opening_id, "Fine.", by=other, at=cast.at)

    def test_whoever_holds_neither_role_reviews_nothing_by_the_second_check(self, cast: Cast) -> None:
        from alongside.app.reviewing import for_reviewer

        broken(cast)
        with scope.opened(cast.officer):
            assert not for_reviewer(replace(cast.officer, roles=frozenset({RoleCode.COORDINATOR}))).exists()

    def test_emergency_that_is_not_there_is_not_found(self, cast: Cast) -> None:
        with pytest.raises(NotFound):
            queries.review(uuid4(), by=cast.manager, at=cast.at)

    def test_name_stays_on_record_when_the_account_is_gone(self, cast: Cast) -> None:
        broken(cast)
        with scope.opened_to_all(HERE):
            Account.objects.filter(id=cast.other_officer.account).update(name="Former user")
        assert queries.emergencies(by=cast.manager, at=cast.at).lines[0].who == "Omar Officer"
