"""The check of advice, before it is sent and when it has come: it names what is worth a second look, and no more."""

from datetime import date

import pytest

from alongside.core.advice import arrival
from alongside.core.advice.arrival import Asks, Child
from alongside.core.advice.papers import Passage
from alongside.core.case.advice_forms import FORMS, Question

TODAY = date(2026, 11, 23)
PSYCHOLOGY = FORMS["PSYCHOLOGY"]
IVY = Child("Ivy", "Fielding", date(2018, 5, 4), ("Petra Parent", "Ed Psychologist"))
WHOLE = {
    **{item.code: "Something" for item in PSYCHOLOGY.items if isinstance(item, Question)},
    "seen_on": "2026-11-01",
    "need_1_what": "Reads single words",
    "need_1_evidence": "Test of 3 March 2026",
    "outcome_1_what": "Reads a page",
    "outcome_1_by": "July 2027",
    "provision_1_what": "Reading teaching one to one",
    "provision_1_who": "A specialist teacher",
    "provision_1_how_often": "Three times a week",
    "provision_1_how_long": "30 minutes, for a year",
}


def test_whole_advice_brings_no_remark() -> None:
    assert arrival.remarks(PSYCHOLOGY, WHOLE, on=TODAY) == ()


@pytest.mark.parametrize("key", [k for k in WHOLE if k not in ("language", "independence")])
def test_each_expected_answer_that_is_missing_is_named(key: str) -> None:
    optional = {item.code for item in PSYCHOLOGY.items if isinstance(item, Question) and not item.expected}
    found = arrival.remarks(PSYCHOLOGY, {**WHOLE, key: " "}, on=TODAY)
    assert [remark.key for remark in found] == ([] if key in optional else [key])


@pytest.mark.parametrize("key", ["language", "independence"])
def test_question_that_need_not_be_answered_is_not_named(key: str) -> None:
    assert arrival.remarks(PSYCHOLOGY, {**WHOLE, key: ""}, on=TODAY) == ()


@pytest.mark.parametrize("group", ["need", "outcome", "provision"])
def test_group_that_was_left_empty_is_named_once(group: str) -> None:
    less = {key: text for key, text in WHOLE.items() if not key.startswith(f"{group}_")}
    found = arrival.remarks(PSYCHOLOGY, less, on=TODAY)
    assert len(found) == 1
    assert found[0].key == f"{group}_1_what"


@pytest.mark.parametrize(("seen", "old"), [("2025-11-23", False), ("2025-11-22", True)])
def test_child_last_seen_more_than_a_year_ago_is_remarked(seen: str, old: bool) -> None:
    found = arrival.remarks(PSYCHOLOGY, {**WHOLE, "seen_on": seen}, on=TODAY)
    assert bool(found) is old


def test_day_that_is_none_is_remarked() -> None:
    found = arrival.remarks(PSYCHOLOGY, {**WHOLE, "seen_on": "last spring"}, on=TODAY)
    assert found[0].sentence == "“The day you last saw the child or young person” is not a date."


@pytest.mark.parametrize(
    "words",
    [
        "Access to a quiet room",
        "regular breaks",
        "Support as required",
        "opportunities to rest",
        "UP TO an hour",
    ],
)
def test_provision_without_an_amount_is_asked_about(words: str) -> None:
    found = arrival.remarks(PSYCHOLOGY, {**WHOLE, "provision_1_what": words}, on=TODAY)
    assert [remark.key for remark in found] == ["provision_1_what"]
    assert "How much is that, who does it, and how often?" in found[0].sentence


def test_same_words_outside_provision_are_left_alone() -> None:
    assert arrival.remarks(PSYCHOLOGY, {**WHOLE, "strengths": "Regularly helps others"}, on=TODAY) == ()


def test_missing_view_of_the_child_is_said_apart() -> None:
    found = arrival.remarks(PSYCHOLOGY, {**WHOLE, "own_views": ""}, on=TODAY)
    assert [remark.about for remark in found] == [Asks.VIEWS]


def test_name_of_another_child_is_remarked_once() -> None:
    other = "Oliver finds reading hard and needs help to read. Oliver needs an adult."
    found = arrival.remarks(PSYCHOLOGY, {**WHOLE, "learning": other, "social": other}, on=TODAY, child=IVY)
    assert [(remark.about, "“Oliver”" in remark.sentence) for remark in found] == [(Asks.CHILD, True)]


def test_names_of_the_child_and_those_around_are_no_remark() -> None:
    own = "Ivy finds reading hard. Petra says that Ivy likes stories. Ivy needs help to read."
    assert arrival.remarks(PSYCHOLOGY, {**WHOLE, "learning": own}, on=TODAY, child=IVY) == ()


def paper(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage(f"page 1, paragraph {n}", text) for n, text in enumerate(texts, start=1))


SOUND = paper(
    "Report on Ivy Fielding, date of birth 4 May 2018",
    "Ivy told me that she likes stories.",
    "Ivy cannot read words of more than four letters.",
    "A specialist teacher should teach Ivy reading for 30 minutes three times a week.",
    "Ed Psychologist, 3 November 2026",
)


def asks(passages: tuple[Passage, ...], *, written_on: date = TODAY) -> list[Asks]:
    found = arrival.of_paper(passages, IVY, "Ed Psychologist", written_on=written_on, on=TODAY)
    return [remark.about for remark in found]


def test_sound_file_brings_no_remark() -> None:
    assert asks(SOUND) == []


def test_file_without_date_is_remarked() -> None:
    assert asks((*SOUND[1:4], *paper("Ivy Fielding. Ed Psychologist"))) == [Asks.NOT_SIGNED]


def test_file_without_the_name_of_its_author_is_remarked() -> None:
    assert asks((*SOUND[:4], *paper("3 November 2026"))) == [Asks.NOT_SIGNED]


def test_author_without_a_name_cannot_have_signed() -> None:
    found = arrival.of_paper(SOUND, IVY, "", written_on=TODAY, on=TODAY)
    assert [remark.sentence for remark in found] == ["The name of its author does not stand in the file."]


@pytest.mark.parametrize(("dated", "old"), [("22 November 2025", True), ("23 November 2025", False)])
def test_file_whose_latest_date_is_more_than_a_year_ago_is_remarked(dated: str, old: bool) -> None:
    passages = (*SOUND[:4], *paper(f"Ed Psychologist, {dated}"))
    assert (Asks.AGE in asks(passages)) is old


def test_date_that_was_recorded_counts_where_the_file_says_an_older_one() -> None:
    passages = (*SOUND[:4], *paper("Ed Psychologist, 3 November 2020"))
    assert asks(passages, written_on=date(2026, 10, 1)) == []


def test_file_that_names_another_child_is_remarked() -> None:
    passages = (*paper("Report on Oliver Marsh"), *SOUND[4:], *paper("Oliver told me that he likes cars."))
    assert Asks.CHILD in asks(passages)


@pytest.mark.parametrize("label", ["date of birth", "DOB:", "D.O.B. -", "born on"])
def test_another_date_of_birth_is_remarked(label: str) -> None:
    passages = (*paper(f"Ivy Fielding, {label} 5 June 2017"), *SOUND[1:])
    assert asks(passages) == [Asks.CHILD]


def test_date_of_birth_is_not_compared_where_none_is_known() -> None:
    passages = (*paper("Ivy Fielding, DOB 5 June 2017"), *SOUND[1:])
    unknown = Child("Ivy", "Fielding", None)
    assert arrival.of_paper(passages, unknown, "Ed Psychologist", written_on=TODAY, on=TODAY) == ()


def test_label_of_a_birth_without_a_date_is_passed_over() -> None:
    assert asks((*SOUND, *paper("Ivy was born in Northshire and moved here on 3 March 2020."))) == []


def test_file_that_is_silent_on_the_childs_view_is_remarked() -> None:
    assert asks((SOUND[0], *SOUND[2:])) == [Asks.VIEWS]


def test_vague_provision_in_a_file_is_asked_about_with_its_place() -> None:
    vague = Passage("page 2, paragraph 1", "Ivy will need access to a quiet room as required.")
    found = arrival.of_paper((*SOUND, Passage("page 2", "Recommendations", 2), vague), IVY, "Ed Psychologist",
                             written_on=TODAY, on=TODAY)  # fmt: skip
    assert {remark.about for remark in found} == {Asks.NOT_SPECIFIC}
    assert all("(page 2, paragraph 1)" in remark.sentence for remark in found)


def test_many_vague_statements_are_named_so_far_and_then_counted() -> None:
    rooms = (
        "kitchen",
        "library",
        "garden",
        "gym",
        "hall",
        "studio",
        "workshop",
        "pool",
        "cellar",
        "attic",
        "shed",
    )
    vague = tuple(Passage("page 2", f"Ivy should have regular breaks in the {room}.") for room in rooms)
    found = arrival.of_paper((*SOUND, Passage("page 2", "Recommendations", 2), *vague), IVY, "Ed Psychologist",
                             written_on=TODAY, on=TODAY)  # fmt: skip
    assert len(found) == arrival.MOST_VAGUE + 1
    assert found[-1].sentence.startswith("3 more statements")


def test_should_and_recommended_are_an_advisers_words_and_others_are_told_as_they_stand() -> None:
    assert (
        arrival.vague_words(["It is recommended that a therapist teaches him for 30 minutes every week."])
        == ()
    )
    assert arrival.vague_words(["Staff should provide regular breaks, as required."])[0].startswith(
        "Staff should"
    )
    assert arrival.vague_words(["Access to a self\u2011paced room"]) == ("Access to a self-paced room",)
