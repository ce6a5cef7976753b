"""Settings are consulted side by side; they answer on the grounds that the law allows, or not at all."""

from datetime import date

import pytest

from alongside.app import involvement, scope
from alongside.app.actions import consultations, representations
from alongside.app.actions.consultations import Received, Reply
from alongside.app.actor import Actor
from alongside.app.placing import Setting, asked_for
from alongside.app.queries import consultations as queries
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import Channel
from alongside.core.plan.placement import Answer, Ground
from alongside.core.refusal import Refused
from alongside.records.models import Case, Consultation, Document, OutboxMessage, Person
from cast import HERE, Cast, officer, organisation
from plan_cast import drafting, later, served

WHEN = "From September 2027, in year 4."
WHY = "The building has stairs only, and Ivy uses a wheelchair for most of the day."
DECLINED = Reply(Answer.CANNOT_MEET, (Ground.UNSUITABLE,), WHY)


def _consult(cast: Cast, *settings: Setting) -> list[str]:
    case = cast.case.case_id
    asked = settings or (Setting(str(cast.special_school), ""),)
    return [each.id for each in consultations.consult(case, asked, WHEN, by=cast.officer, at=cast.at)]


def _senco_of(cast: Cast, school: object) -> Actor:
    with scope.opened_to_all(HERE):
        return officer(HERE, "Orla Orchard", RoleCode.SENCO, cast.at, school)  # type: ignore[arg-type]


def test_three_settings_are_consulted_at_once_each_with_its_fifteen_days(cast: Cast) -> None:
    case = served(cast)
    with scope.opened_to_all(HERE):
        other = organisation(HERE, "SETTING", "Brook School", email="office@brook.example.org")
    settings = (
        Setting(str(cast.special_school), ""),
        Setting(str(other), ""),
        Setting("", "Far Away College"),
    )
    result = consultations.consult(case, settings, WHEN, by=cast.officer, at=cast.at)
    assert [(each.setting_name, each.reply_by, each.is_told) for each in result] == [
        ("The Orchard School", date(2026, 12, 8), False),
        ("Brook School", date(2026, 12, 8), True),
        ("Far Away College", date(2026, 12, 8), False),
    ]
    with scope.opened(cast.officer):
        assert Consultation.objects.filter(case=case, is_open=True).count() == 3
        letters = Document.objects.filter(kind="CONSULTATION_LETTER")
        assert letters.count() == 6
        told = OutboxMessage.objects.get(kind="SETTING_CONSULTED")
    assert told.to_email == "office@brook.example.org"
    assert "Ivy" not in told.text + told.subject


def test_one_setting_that_cannot_be_consulted_stops_all(cast: Cast) -> None:
    case = served(cast)
    _consult(cast)
    with pytest.raises(Refused, match="The Orchard School was consulted on 23 November 2026"):
        _consult(cast, Setting("", "Far Away College"), Setting(str(cast.special_school), ""))
    with scope.opened(cast.officer):
        assert Consultation.objects.filter(case=case).count() == 1


def test_setting_is_not_consulted_without_a_draft_to_read(cast: Cast) -> None:
    drafting(cast)
    with pytest.raises(Refused, match="No draft plan is with the family"):
        _consult(cast)


@pytest.mark.parametrize(
    ("settings", "when", "field"), [((), WHEN, "settings"), ((Setting("", "Brook"),), " ", "place_wanted")]
)
def test_what_the_letter_needs_is_asked_for(
    cast: Cast, settings: tuple[Setting, ...], when: str, field: str
) -> None:
    case = served(cast)
    with pytest.raises(Refused) as refusal:
        consultations.consult(case, settings, when, by=cast.officer, at=cast.at)
    assert refusal.value.field == field


def test_setting_replies_for_itself(cast: Cast) -> None:
    case = served(cast)
    [consultation] = _consult(cast)
    senco = _senco_of(cast, cast.special_school)
    consultations.reply(case, consultation, DECLINED, by=senco, at=later(cast, 3))
    with scope.opened(cast.officer):
        row = Consultation.objects.get(id=consultation)
    assert (row.answer, row.grounds, row.replied_on) == ("CANNOT_MEET", ["UNSUITABLE"], date(2026, 11, 26))
    assert not row.is_open


def test_decline_without_a_lawful_ground_is_refused_with_the_grounds(cast: Cast) -> None:
    case = served(cast)
    [consultation] = _consult(cast)
    senco = _senco_of(cast, cast.special_school)
    full = Reply(Answer.CANNOT_MEET, (), "We are full and cannot take any more children this year.")
    with pytest.raises(Refused, match="must rely on a ground that the law allows"):
        consultations.reply(case, consultation, full, by=senco, at=cast.at)
    with scope.opened(cast.officer):
        assert Consultation.objects.get(id=consultation).is_open


def test_officer_records_a_decline_on_no_ground_as_just_that(cast: Cast) -> None:
    case = served(cast)
    [consultation] = _consult(cast)
    received = Received(date(2026, 11, 25), Channel.PHONE, "Mr Orchard, head", on_no_ground=True)
    full = Reply(Answer.CANNOT_MEET, (Ground.UNSUITABLE,), "They are full.")
    consultations.record_reply(case, consultation, full, received, by=cast.other_officer, at=later(cast, 2))
    with scope.opened(cast.officer):
        row = Consultation.objects.get(id=consultation)
    assert (row.answer, row.grounds, row.reasons) == ("CANNOT_MEET", [], "They are full.")


def test_reply_cannot_come_before_the_question(cast: Cast) -> None:
    case = served(cast)
    [consultation] = _consult(cast)
    early = Received(date(2026, 11, 20), Channel.LETTER, "The head")
    with pytest.raises(Refused, match="cannot have come before"):
        consultations.record_reply(
            case, consultation, Reply(Answer.CAN_MEET), early, by=cast.officer, at=cast.at
        )


def test_reply_that_was_given_stands(cast: Cast) -> None:
    case = served(cast)
    [consultation] = _consult(cast)
    senco = _senco_of(cast, cast.special_school)
    consultations.reply(case, consultation, Reply(Answer.CAN_MEET), by=senco, at=cast.at)
    with pytest.raises(Refused, match="A reply was recorded on 23 November 2026"):
        consultations.reply(case, consultation, DECLINED, by=senco, at=cast.at)
    assert _consult(cast)  # and a setting that has replied may be consulted again


def test_setting_that_was_not_consulted_does_not_find_the_case(cast: Cast) -> None:
    case = served(cast)
    [consultation] = _consult(cast)
    with pytest.raises(NotFound):
        consultations.reply(case, consultation, DECLINED, by=cast.senco_elsewhere, at=cast.at)


def test_one_setting_cannot_answer_for_another(cast: Cast) -> None:
    case = served(cast)
    here, _ = _consult(cast, Setting(str(cast.special_school), ""), Setting(str(cast.school), ""))
    with pytest.raises(NotFound):
        consultations.reply(case, here, DECLINED, by=cast.senco, at=cast.at)


@pytest.mark.parametrize("who", ["other_officer", "panel_chair", "parent"])
def test_only_those_who_place_children_consult(cast: Cast, who: str) -> None:
    case = served(cast)
    with pytest.raises(NotAllowed):
        consultations.consult(case, (Setting("", "Brook"),), WHEN, by=getattr(cast, who), at=cast.at)


def test_setting_that_the_family_asked_for_counts_as_consulted_only_when_it_is(cast: Cast) -> None:
    case = served(cast)
    representations.ask_for_setting(case, cast.special_school, "", by=cast.parent, at=cast.at)
    assert [(a.setting.name, a.is_consulted) for a in _asked(cast)] == [("The Orchard School", False)]
    _consult(cast)
    assert [(a.setting.name, a.is_consulted) for a in _asked(cast)] == [("The Orchard School", True)]


def _asked(cast: Cast) -> tuple[object, ...]:
    from alongside.app import facts

    with scope.opened(cast.officer):
        return asked_for(facts.one(Case.objects.select_related("person").get(id=cast.case.case_id)))


def test_consulted_setting_stands_to_the_case_as_consulted(cast: Cast) -> None:
    served(cast)
    _consult(cast)
    senco = _senco_of(cast, cast.special_school)
    with scope.opened_to_all(HERE):
        assert cast.case.case_id in involvement.cases_of(senco)


def test_more_than_twenty_at_once_are_refused(cast: Cast) -> None:
    served(cast)
    with pytest.raises(Refused, match="21 settings are chosen; 20 is the most"):
        _consult(cast, *(Setting("", f"School {number}") for number in range(21)))


def test_body_that_is_no_setting_is_not_consulted(cast: Cast) -> None:
    served(cast)
    with pytest.raises(Refused, match="Choose the settings from the list"):
        _consult(cast, Setting(str(cast.trust), ""))


def test_child_without_a_date_of_birth_is_not_described_to_a_setting(cast: Cast) -> None:
    served(cast)
    with scope.opened(cast.officer):
        Person.objects.update(born_on=None)
    with pytest.raises(Refused, match="The date of birth is not known"):
        _consult(cast)


def test_consultation_that_does_not_exist_is_not_found(cast: Cast) -> None:
    case = served(cast)
    received = Received(date(2026, 11, 23), Channel.PHONE, "The head")
    with pytest.raises(NotFound):
        consultations.record_reply(
            case, "none", Reply(Answer.CAN_MEET), received, by=cast.officer, at=cast.at
        )
    with pytest.raises(NotFound):
        queries.to_record(case, "none", by=cast.officer, at=cast.at)


def test_reply_that_the_owner_records_is_told_to_nobody(cast: Cast) -> None:
    case = served(cast)
    [consultation] = _consult(cast)
    received = Received(date(2026, 11, 23), Channel.PHONE, "The head")
    consultations.record_reply(
        case, consultation, Reply(Answer.CAN_MEET), received, by=cast.officer, at=cast.at
    )
    with scope.opened(cast.officer):
        assert not OutboxMessage.objects.filter(kind="SETTING_REPLIED").exists()


def test_setting_asked_for_twice_is_listed_once(cast: Cast) -> None:
    case = served(cast)
    for who in (cast.parent, cast.other_parent):
        representations.ask_for_setting(case, cast.special_school, "", by=who, at=cast.at)
    assert len(_asked(cast)) == 1


def test_page_of_another_settings_consultation_is_not_found(cast: Cast) -> None:
    case = served(cast)
    orchard, own = _consult(cast, Setting(str(cast.special_school), ""), Setting(str(cast.school), ""))
    assert queries.to_reply(case, own, by=cast.senco, at=cast.at).line.id == own
    for consultation in (orchard, "none"):
        with pytest.raises(NotFound):
            queries.to_reply(case, consultation, by=cast.senco, at=cast.at)
