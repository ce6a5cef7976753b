"""Inspectors find the cases of their sample, from its first day to its last, and no other."""

import json
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from alongside.app import scope
from alongside.app.actions import handovers, requests, retention
from alongside.app.actions import samples as actions
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.requests import NewRequest
from alongside.app.actions.samples import LinesRefused, Terms
from alongside.app.actor import Actor
from alongside.app.queries import advice, cases, chronology, documents, ledger, looks, oversight, parties
from alongside.app.queries import samples as queries
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import Channel, RequestSource
from alongside.core.refusal import Refused
from alongside.records.models import (
    Account,
    Case,
    CaseParty,
    InspectionSample,
    Inspector,
    LedgerEntry,
    Position,
    SampledCase,
)
from cast import ELSEWHERE, HERE, Cast, officer

FIRST, LAST = date(2026, 11, 23), date(2026, 11, 27)


@pytest.fixture
def inspector(cast: Cast) -> Actor:
    with scope.opened_to_all(HERE):
        return officer(HERE, "Ines Inspector", RoleCode.INSPECTOR, cast.at)


def terms(*who: Actor, name: str = "Area inspection", first: date = FIRST, last: date = LAST) -> Terms:
    return Terms(name, first, last, frozenset(each.account for each in who if each.account))


def made(cast: Cast, *who: Actor, references: str = "", **other: date) -> UUID:
    sample = actions.make(terms(*who, **other), by=cast.data_officer, at=cast.at)  # type: ignore[arg-type]
    actions.put_in(sample, references or cast.case.reference, by=cast.manager, at=cast.at)
    return sample


def another_case(cast: Cast, surname: str = "Marsh") -> Case:
    case = requests.register(
        NewChild("Sol", surname, date(2019, 3, 1)),
        [NewParty("PARENT", "Ada Marsh", "mother")],
        NewRequest(cast.at.date(), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.PHONE, "Ada Marsh"),
        by=cast.officer,
        at=cast.at,
    ).case_id
    with scope.opened_to_all(HERE):
        return Case.objects.get(id=case)


def at_noon(day: date, cast: Cast) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=cast.at.tzinfo)


def finds(case_id: UUID, by: Actor, at: datetime) -> bool:
    try:
        cases.head(case_id, by=by, at=at)
    except NotFound:
        return False
    return True


class TestOpening:
    def test_case_of_the_sample_opens_and_no_other(self, cast: Cast, inspector: Actor) -> None:
        other = another_case(cast)
        assert not finds(cast.case.case_id, inspector, cast.at)
        made(cast, inspector)
        assert finds(cast.case.case_id, inspector, cast.at)
        assert not finds(other.id, inspector, cast.at)

    def test_sample_opens_on_its_first_day_and_ends_with_its_last(self, cast: Cast, inspector: Actor) -> None:
        made(cast, inspector, first=date(2026, 11, 24))
        case_id = cast.case.case_id
        days = [FIRST + timedelta(n) for n in range(6)]
        assert [finds(case_id, inspector, at_noon(day, cast)) for day in days] == [
            False, True, True, True, True, False,
        ]  # fmt: skip
        last_moment = datetime(2026, 11, 27, 23, 59, 59, tzinfo=cast.at.tzinfo)
        assert finds(case_id, inspector, last_moment)
        assert not finds(case_id, inspector, last_moment + timedelta(seconds=1))

    def test_inspector_who_is_not_of_the_sample_finds_nothing(self, cast: Cast, inspector: Actor) -> None:
        with scope.opened_to_all(HERE):
            colleague = officer(HERE, "Ivor Inspector", RoleCode.INSPECTOR, cast.at)
        made(cast, inspector)
        assert not finds(cast.case.case_id, colleague, cast.at)
        assert queries.own(by=colleague, at=cast.at) == ()

    def test_inspector_reads_every_page_and_may_do_nothing(self, cast: Cast, inspector: Actor) -> None:
        made(cast, inspector)
        case_id = cast.case.case_id
        for page in (
            cases.overview, chronology.chronology, parties.people, documents.of_case, looks.looks, advice.of_case,
        ):  # fmt: skip
            page(case_id, by=inspector, at=cast.at)  # type: ignore[operator]
        may = cases.head(case_id, by=inspector, at=cast.at).may
        assert {p for p in may if p.needs_case and not p.startswith("SEE_")} == set()
        assert Permission.SEE_WITHHELD_ADDRESS not in may

    def test_inspector_whose_post_has_ended_finds_nothing(self, cast: Cast, inspector: Actor) -> None:
        made(cast, inspector)
        with scope.opened_to_all(HERE):
            post = Position.objects.get(account=inspector.account)
        handovers.end_position(post.id, FIRST, by=cast.data_officer, at=cast.at)
        tomorrow = cast.at + timedelta(1)
        assert inspector.account is not None
        from alongside.app.queries import accounts

        gone = accounts.actor_for(inspector.account, HERE, at=tomorrow)
        assert not finds(cast.case.case_id, gone, tomorrow)

    def test_inspector_who_is_family_to_a_case_does_not_read_it_as_inspector(
        self, cast: Cast, inspector: Actor
    ) -> None:
        with scope.opened_to_all(HERE):
            CaseParty.objects.create(
                authority_id=HERE, case_id=cast.case.case_id, account_id=inspector.account, relation="PARENT",
                name="Ines Inspector", parental_responsibility=False, starts_on=FIRST,
            )  # fmt: skip
        made(cast, inspector)
        again = cast.again(inspector)
        assert not finds(cast.case.case_id, again, cast.at)
        assert queries.own(by=again, at=cast.at)[0].cases == ()

    def test_each_look_is_in_the_ledger(self, cast: Cast, inspector: Actor) -> None:
        made(cast, inspector)
        cases.overview(cast.case.case_id, by=inspector, at=cast.at)
        found = looks.looks(cast.case.case_id, by=cast.manager, at=cast.at)
        assert ("Ines Inspector", "SEE_DEADLINES") in {(each.who, each.deed) for each in found.entries}

    def test_figures_of_the_area_are_the_same_with_and_without_a_sample(
        self, cast: Cast, inspector: Actor
    ) -> None:
        before = oversight.figures(by=inspector, at=cast.at)
        assert before.truth.open_cases == 1
        another_case(cast)
        made(cast, inspector)
        after = oversight.figures(by=cast.again(inspector), at=cast.at)
        assert after.truth.open_cases == 2
        assert after.truth.longest is not None
        assert after.truth.longest.reference == ""


class TestOwnList:
    def test_list_has_the_cases_of_each_open_sample(self, cast: Cast, inspector: Actor) -> None:
        other = another_case(cast)
        made(cast, inspector, references=f"{cast.case.reference}\n{other.reference}")
        made(cast, inspector, first=date(2026, 12, 1), last=date(2026, 12, 4))
        (found,) = queries.own(by=inspector, at=cast.at)
        assert (found.name, found.last_day) == ("Area inspection", LAST)
        assert [case.name for case in found.cases] == ["Ivy Fielding", "Sol Marsh"]
        assert queries.own(by=inspector, at=at_noon(date(2026, 11, 28), cast)) == ()

    def test_list_is_for_inspectors(self, cast: Cast) -> None:
        with pytest.raises(NotAllowed):
            queries.own(by=cast.manager, at=cast.at)


class TestPuttingIn:
    def test_each_wrong_line_is_explained_and_none_is_put_in(self, cast: Cast, inspector: Actor) -> None:
        sample = made(cast, inspector)
        new = another_case(cast)
        lines = f"{new.reference}\n\nE99-1\n {cast.case.reference.lower()} \n{new.reference}\n<b>"
        with pytest.raises(LinesRefused, match="4 lines are wrong, so no case was put in yet") as refusal:
            actions.put_in(sample, lines, by=cast.manager, at=cast.at)
        assert refusal.value.lines == (
            "Line 2, “E99-1”: there is no such case here. Check the reference: it looks like E26-00042.",
            f"Line 3, “{cast.case.reference}”: this case is in the sample already. Remove the line.",
            f"Line 4, “{new.reference}”: the same as line 1. Remove one of them.",
            "Line 5, “<B>”: there is no such case here. Check the reference: it looks like E26-00042.",
        )
        assert queries.sample(sample, by=cast.manager, at=cast.at).line.cases == 1

    def test_one_wrong_line_is_said_in_the_singular(self, cast: Cast, inspector: Actor) -> None:
        sample = made(cast, inspector)
        with pytest.raises(LinesRefused, match=r"^One line is wrong"):
            actions.put_in(sample, "E99-1", by=cast.manager, at=cast.at)

    def test_case_of_another_authority_is_no_case_here(self, cast: Cast, inspector: Actor) -> None:
        sample = made(cast, inspector)
        with scope.opened_to_all(ELSEWHERE):
            far = requests.register(
                NewChild("Finn", "Far", date(2018, 7, 1)),
                [NewParty("PARENT", "Frida Far")],
                NewRequest(FIRST, RequestSource.PARENT_OR_YOUNG_PERSON, Channel.PHONE, "Frida Far"),
                by=cast.officer_elsewhere,
                at=cast.at,
            )
            row = Case.objects.get(id=far.case_id)
            row.reference = "E26-77777"
            row.save(update_fields=["reference"])
        with pytest.raises(LinesRefused, match="One line"):
            actions.put_in(sample, "E26-77777", by=cast.manager, at=cast.at)

    def test_keeper_who_is_family_to_a_case_does_not_come_to_know_of_it(
        self, cast: Cast, inspector: Actor
    ) -> None:
        new = another_case(cast)
        with scope.opened_to_all(HERE):
            CaseParty.objects.create(
                authority_id=HERE, case=new, account_id=cast.data_officer.account, relation="PARENT",
                name="Dev Data", parental_responsibility=False, starts_on=FIRST,
            )  # fmt: skip
        sample = made(cast, inspector)
        keeper = cast.again(cast.data_officer)
        with pytest.raises(LinesRefused) as refusal:
            actions.put_in(sample, new.reference, by=keeper, at=cast.at)
        assert "there is no such case here" in refusal.value.lines[0]
        actions.put_in(sample, new.reference, by=cast.manager, at=cast.at)
        shown = queries.sample(sample, by=keeper, at=cast.at)
        assert [case.reference for case in shown.cases] == [cast.case.reference]
        with scope.opened_to_all(HERE):
            entry = SampledCase.objects.get(case=new)
        with pytest.raises(NotFound):
            queries.entry(entry.id, by=keeper, at=cast.at)

    @pytest.mark.parametrize(("lines", "said"), [(" \n\t\n", "at least one"), ("E26-1\n" * 201, "201 lines")])
    def test_nothing_and_too_much_are_refused(
        self, cast: Cast, inspector: Actor, lines: str, said: str
    ) -> None:
        sample = made(cast, inspector)
        with pytest.raises(Refused, match=said) as refusal:
            actions.put_in(sample, lines, by=cast.manager, at=cast.at)
        assert refusal.value.field == "references"

    def test_sample_that_has_ended_takes_no_more(self, cast: Cast, inspector: Actor) -> None:
        sample, new = made(cast, inspector), another_case(cast)
        with pytest.raises(Refused, match="has ended"):
            actions.put_in(sample, new.reference, by=cast.manager, at=at_noon(date(2026, 11, 28), cast))

    def test_ledger_says_who_put_which_case_in(self, cast: Cast, inspector: Actor) -> None:
        sample = made(cast, inspector)
        with scope.opened_to_all(HERE):
            own = LedgerEntry.objects.get(deed="PUT_INTO_SAMPLE", subject=str(cast.case.case_id))
            whole = LedgerEntry.objects.get(deed="CASES_PUT_INTO_SAMPLE", subject=str(sample))
            first = LedgerEntry.objects.get(deed="SAMPLE_MADE", subject=str(sample))
        assert json.loads(own.body) == {"sample": str(sample), "ends_before": "2026-11-28"}
        assert own.actor == str(cast.manager.account)
        assert json.loads(whole.body) == {"count": 1}
        assert json.loads(first.body) == {
            "starts_on": "2026-11-23", "last_day": "2026-11-27", "inspectors": [str(inspector.account)],
        }  # fmt: skip
        assert ledger.verify(None, by=cast.data_officer).whole

    def test_case_that_is_taken_out_is_not_found_from_then_on(self, cast: Cast, inspector: Actor) -> None:
        sample = made(cast, inspector)
        entry = queries.sample(sample, by=cast.manager, at=cast.at).cases[0].entry_id
        assert queries.entry(entry, by=cast.manager, at=cast.at)[0].id == sample
        assert actions.take_out(entry, by=cast.manager, at=cast.at) == sample
        assert not finds(cast.case.case_id, inspector, cast.at)
        with scope.opened_to_all(HERE):
            assert LedgerEntry.objects.filter(
                deed="TAKEN_OUT_OF_SAMPLE", subject=str(cast.case.case_id)
            ).exists()
        for act in (
            lambda: actions.take_out(entry, by=cast.manager, at=cast.at),
            lambda: queries.entry(entry, by=cast.manager, at=cast.at),
        ):
            with pytest.raises(NotFound):
                act()


class TestTerms:
    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"name": "  "}, "name"),
            ({"last": date(2026, 11, 22)}, "last_day"),
            ({"first": date(2026, 11, 26), "last": date(2026, 11, 25)}, "last_day"),
            ({"last": date(2028, 11, 27)}, "last_day"),
            ({"first": date(2028, 11, 24), "last": date(2028, 11, 27)}, "last_day"),
        ],
    )
    def test_terms_that_cannot_be_are_refused(
        self, cast: Cast, inspector: Actor, wrong: dict[str, str], field: str
    ) -> None:
        with pytest.raises(Refused) as refusal:
            actions.make(terms(inspector, **wrong), by=cast.manager, at=cast.at)  # type: ignore[arg-type]
        assert refusal.value.field == field
        assert queries.samples(by=cast.manager, at=cast.at) == ()

    @pytest.mark.parametrize("who", ["officer", None])
    def test_only_inspectors_can_be_given_a_sample(self, cast: Cast, who: str | None) -> None:
        chosen = [getattr(cast, who)] if who else []
        with pytest.raises(Refused, match="Choose inspectors"):
            actions.make(terms(*chosen), by=cast.manager, at=cast.at)

    def test_change_moves_the_days_and_the_inspectors(self, cast: Cast, inspector: Actor) -> None:
        with scope.opened_to_all(HERE):
            second = officer(HERE, "Ivor Inspector", RoleCode.INSPECTOR, cast.at)
            third = officer(HERE, "Ina Inspector", RoleCode.INSPECTOR, cast.at)
        sample, case_id = made(cast, inspector, second), cast.case.case_id
        changed = terms(second, third, name="Renamed", last=date(2026, 12, 4))
        actions.change(sample, changed, by=cast.data_officer, at=cast.at)
        assert not finds(case_id, inspector, cast.at)
        assert finds(case_id, third, at_noon(date(2026, 12, 4), cast))
        found = queries.sample(sample, by=cast.manager, at=cast.at)
        assert found.line.inspectors == ("Ina Inspector", "Ivor Inspector")
        assert (found.line.name, found.inspectors) == ("Renamed", {second.account, third.account})

    def test_last_day_that_is_past_ends_it_at_once(self, cast: Cast, inspector: Actor) -> None:
        sample = made(cast, inspector, last=date(2026, 12, 4))
        tuesday = at_noon(date(2026, 11, 24), cast)
        actions.change(sample, terms(inspector, last=FIRST), by=cast.manager, at=tuesday)
        assert not finds(cast.case.case_id, inspector, tuesday)
        assert queries.sample(sample, by=cast.manager, at=tuesday).line.has_ended

    def test_list_says_which_are_open(
        self, cast: Cast, inspector: Actor, django_assert_max_num_queries: object
    ) -> None:
        made(cast, inspector)
        made(cast, inspector, first=date(2026, 12, 1), last=date(2026, 12, 4))
        with django_assert_max_num_queries(6):  # type: ignore[operator]  # three, in a savepoint of the test
            found = queries.samples(by=cast.manager, at=cast.at)
        assert [(line.starts_on, line.cases, line.is_open) for line in found] == [
            (date(2026, 12, 1), 1, False), (FIRST, 1, True),
        ]  # fmt: skip

    def test_who_can_be_chosen_are_inspectors_with_an_open_account(
        self, cast: Cast, inspector: Actor
    ) -> None:
        assert [each.name for each in queries.inspectors(by=cast.manager, at=cast.at)] == ["Ines Inspector"]
        Account.objects.filter(id=inspector.account).update(is_active=False)
        assert queries.inspectors(by=cast.manager, at=cast.at) == ()


@pytest.mark.parametrize("who", ["officer", "director", "panel_chair", "inspector"])
def test_nobody_else_keeps_samples(cast: Cast, inspector: Actor, who: str) -> None:
    by = inspector if who == "inspector" else getattr(cast, who)
    nothing = uuid4()
    for act in (
        lambda: actions.make(terms(inspector), by=by, at=cast.at),
        lambda: actions.change(nothing, terms(inspector), by=by, at=cast.at),
        lambda: actions.put_in(nothing, cast.case.reference, by=by, at=cast.at),
        lambda: actions.take_out(nothing, by=by, at=cast.at),
        lambda: queries.samples(by=by, at=cast.at),
        lambda: queries.sample(nothing, by=by, at=cast.at),
        lambda: queries.entry(nothing, by=by, at=cast.at),
        lambda: queries.inspectors(by=by, at=cast.at),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_sample_of_another_authority_is_not_found(cast: Cast, inspector: Actor) -> None:
    sample = made(cast, inspector)
    with scope.opened_to_all(ELSEWHERE):
        far = officer(ELSEWHERE, "Far Manager", RoleCode.SEND_MANAGER, cast.at)
    assert queries.samples(by=far, at=cast.at) == ()
    for act in (
        lambda: queries.sample(sample, by=far, at=cast.at),
        lambda: actions.change(sample, terms(inspector), by=far, at=cast.at),
        lambda: actions.put_in(sample, cast.case.reference, by=far, at=cast.at),
    ):
        with pytest.raises(NotFound):
            act()
    with scope.opened(far):
        for table in (InspectionSample, Inspector, SampledCase):
            assert not table.objects.exists()  # type: ignore[attr-defined]


def test_sample_goes_six_years_after_it_ended_and_a_case_in_it_with_the_case(
    cast: Cast, inspector: Actor
) -> None:
    made(cast, inspector)
    end = at_noon(LAST, cast)
    assert retention.erase_samples(by=cast.service, at=end.replace(year=2032)) == 0
    assert retention.erase_samples(by=cast.service, at=end.replace(year=2032) + timedelta(2)) == 1
    assert retention.erase_samples(by=cast.service, at=end.replace(year=2033)) == 0
    with scope.opened_to_all(HERE):
        assert not Inspector.objects.exists()
        assert not SampledCase.objects.exists()
        assert LedgerEntry.objects.filter(deed="SAMPLES_ERASED").count() == 1
    with pytest.raises(NotAllowed, match="by the clock alone"):
        retention.erase_samples(by=cast.manager, at=end)


def test_erasing_a_case_leaves_the_sample_without_it(cast: Cast, inspector: Actor) -> None:
    sample = made(cast, inspector)
    later = datetime(2049, 5, 5, 10, 0, tzinfo=cast.at.tzinfo)
    assert retention.erase_cases(by=cast.service, at=later) == 1
    assert queries.sample(sample, by=cast.manager, at=later).cases == ()
