"""Sections that a service writes: asked for by the coordinator, written by its people, and by nobody else."""

from uuid import UUID

import pytest

from advice_cast import asked
from alongside.app import scope
from alongside.app.actions import plans, section_owners
from alongside.app.actions.plans import SectionChanged
from alongside.app.queries import plans as reading
from alongside.app.queries import section_owners as queries
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import PlanSection
from alongside.core.refusal import Refused
from alongside.records.models import OutboxMessage, PlanSectionText
from cast import Cast

C, D, G = PlanSection.C, PlanSection.D, PlanSection.G
TEXT = "Ivy has asthma, well controlled. Seen by the community paediatrician on 20 November 2026."


def trust(cast: Cast) -> UUID:
    return next(iter(cast.health_adviser.organisations))


def care(cast: Cast) -> UUID:
    return next(iter(cast.social_care.organisations))


def writing(cast: Cast) -> UUID:
    case = asked(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    return case


def given(cast: Cast) -> UUID:
    case = writing(cast)
    section_owners.give(case, C, trust(cast), by=cast.officer, at=cast.at)
    return case


def text_of(cast: Cast, case: UUID, section: PlanSection) -> str:
    with scope.opened(cast.officer):
        return PlanSectionText.objects.get(version__case=case, section=section).text


def test_health_adviser_writes_the_section_that_their_trust_was_asked_to(cast: Cast) -> None:
    case = given(cast)
    assert section_owners.save(case, C, TEXT, 0, by=cast.health_adviser, at=cast.at) == 1
    assert text_of(cast, case, C) == TEXT
    owner = reading.outline(case, by=cast.officer, at=cast.at).sections[2].owner
    assert owner is not None
    assert (owner.body, owner.person) == ("Northshire Community Health", "Hana Therapist")


def test_section_waits_on_the_list_of_the_service_until_it_is_ready(cast: Cast) -> None:
    case = given(cast)
    line = queries.asked_of_me(by=cast.health_adviser)[0]
    assert (line.case_id, line.section, line.ready_at, line.mine) == (case, C, None, False)
    section_owners.save(case, C, TEXT, 0, by=cast.health_adviser, at=cast.at)
    section_owners.say_ready(case, C, by=cast.health_adviser, at=cast.at)
    line = queries.asked_of_me(by=cast.health_adviser)[0]
    assert (line.ready_at, line.mine) == (cast.at, True)


def test_service_and_coordinator_are_told_without_the_childs_name(cast: Cast) -> None:
    case = given(cast)
    section_owners.save(case, C, TEXT, 0, by=cast.health_adviser, at=cast.at)
    section_owners.say_ready(case, C, by=cast.health_adviser, at=cast.at)
    with scope.opened(cast.officer):
        rows = list(OutboxMessage.objects.filter(kind__in=["SECTION_ASKED", "SECTION_READY"]))
    assert {row.kind for row in rows} == {"SECTION_ASKED", "SECTION_READY"}
    assert not any("Ivy" in row.subject + row.text for row in rows)


@pytest.mark.parametrize("who", ["social_care", "psychologist", "senco", "parent", "other_officer"])
def test_nobody_else_writes_it(cast: Cast, who: str) -> None:
    case = given(cast)
    with pytest.raises((NotAllowed, NotFound, Refused)):
        section_owners.save(case, C, TEXT, 0, by=getattr(cast, who), at=cast.at)
    assert text_of(cast, case, C) == ""


def test_health_adviser_does_not_write_a_section_of_social_care_or_one_that_was_not_given(cast: Cast) -> None:
    case = given(cast)
    with pytest.raises(Refused, match="not your service’s part"):
        section_owners.save(case, D, TEXT, 0, by=cast.health_adviser, at=cast.at)
    with pytest.raises(Refused, match="has not been asked to write Section G"):
        section_owners.save(case, G, TEXT, 0, by=cast.health_adviser, at=cast.at)


def test_section_is_given_only_to_a_body_that_was_asked_for_that_advice(cast: Cast) -> None:
    case = writing(cast)
    with pytest.raises(Refused, match="asked for this advice"):
        section_owners.give(case, C, care(cast), by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="Section B is written by the coordinator"):
        section_owners.give(case, PlanSection.B, trust(cast), by=cast.officer, at=cast.at)
    assert [name for _, name in queries.to_give(case, C, by=cast.officer, at=cast.at).bodies] == [
        "Northshire Community Health"
    ]
    assert queries.to_give(case, PlanSection.B, by=cast.officer, at=cast.at).bodies == ()


def test_social_care_writes_d_and_its_provision(cast: Cast) -> None:
    case = writing(cast)
    for section in (D, PlanSection.H1, PlanSection.H2):
        section_owners.give(case, section, care(cast), by=cast.officer, at=cast.at)
        section_owners.save(case, section, "No need was identified.", 0, by=cast.social_care, at=cast.at)
    assert text_of(cast, case, PlanSection.H1) == "No need was identified."


def test_coordinator_still_writes_every_section_and_neither_text_is_lost(cast: Cast) -> None:
    case = given(cast)
    plans.save_section(case, C, "The coordinator’s words.", 0, by=cast.officer, at=cast.at)
    with pytest.raises(SectionChanged) as changed:
        section_owners.save(case, C, TEXT, 0, by=cast.health_adviser, at=cast.at)
    assert (changed.value.collision.theirs, changed.value.collision.mine) == (
        "The coordinator’s words.",
        TEXT,
    )
    assert text_of(cast, case, C) == "The coordinator’s words."


def test_blank_section_is_not_ready(cast: Cast) -> None:
    case = given(cast)
    with pytest.raises(Refused, match="Section C is blank"):
        section_owners.say_ready(case, C, by=cast.health_adviser, at=cast.at)


def test_section_taken_back_is_no_longer_theirs_and_what_they_wrote_stays(cast: Cast) -> None:
    case = given(cast)
    section_owners.save(case, C, TEXT, 0, by=cast.health_adviser, at=cast.at)
    section_owners.take_back(case, C, by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="has not been asked"):
        section_owners.save(case, C, "More.", 1, by=cast.health_adviser, at=cast.at)
    assert text_of(cast, case, C) == TEXT
    with pytest.raises(Refused, match="coordinator’s already"):
        section_owners.take_back(case, C, by=cast.officer, at=cast.at)


def test_asking_again_clears_ready(cast: Cast) -> None:
    case = given(cast)
    section_owners.save(case, C, TEXT, 0, by=cast.health_adviser, at=cast.at)
    section_owners.say_ready(case, C, by=cast.health_adviser, at=cast.at)
    section_owners.give(case, C, trust(cast), by=cast.officer, at=cast.at)
    assert queries.asked_of_me(by=cast.health_adviser)[0].ready_at is None


def test_page_of_the_service_shows_its_own_part_and_nothing_of_the_rest_of_the_draft(cast: Cast) -> None:
    case = given(cast)
    plans.save_section(
        case, PlanSection.F, "Ivy has access to a secret room.", 0, by=cast.officer, at=cast.at
    )
    page = reading.own_editor(case, C, by=cast.health_adviser, at=cast.at)
    assert page.section is C
    assert page.comments == ()
    assert "secret" not in str(page)
    assert page.questions
    assert {line.section for line in page.findings} == {"C"}
    with pytest.raises(Refused):
        reading.own_editor(case, G, by=cast.health_adviser, at=cast.at)


def test_those_without_a_section_have_an_empty_list(cast: Cast) -> None:
    given(cast)
    for who in (cast.psychologist, cast.social_care, cast.parent, cast.officer):
        assert queries.asked_of_me(by=who) == ()
