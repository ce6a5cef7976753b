"""Words that stand in another child's plan, or three times in one."""

from alongside.core.plan.checks import copies, copy_index
from alongside.core.plan.checks.copy_index import Other
from plan_check_cast import found, of_kind, plan

LINE = (
    "A picture timetable of six photographs is "
    "placed at {name}'s eye level by "
    "the door, and {he} is shown the next photograph by the class "
    "teacher for two minutes before every change of lesson in the day."
)
OURS = "1. " + LINE.format(name="Jo", he="she")
THEIRS = Other(
    plan({"F": ["1. " + LINE.format(name="Harry", he="he")]}, name="plan_y"), ("Harry", "Vale-Smith")
)


def test_copy_with_the_name_changed_is_found() -> None:
    (finding,) = of_kind(found({"F": [OURS]}, others=[THEIRS]), "COPIED_TEXT")
    assert finding.text.startswith("1. A picture timetable")
    assert "plan_y" in finding.why


def test_longest_copy_is_the_one_that_is_told() -> None:
    less = Other(
        plan({"F": ["1. " + LINE.format(name="Harry", he="he").rpartition(" of lesson")[0]]}, name="plan_z"),
        ("Harry",),
    )
    for others in ([THEIRS, less], [less, THEIRS]):
        (finding,) = of_kind(found({"F": [OURS]}, others=others), "COPIED_TEXT")
        assert "plan_y" in finding.why


def test_plan_is_no_copy_of_itself() -> None:
    assert of_kind(found({"F": [OURS]}, others=[Other(plan({"F": [OURS]}), ("Jo",))]), "COPIED_TEXT") == []


def test_same_council_text_is_no_copy() -> None:
    standard = (
        "X Council must secure the special educational "
        "provision in this section. "
        "The school or setting named in Section I must admit the "
        "child and do its best to see that the "
        "provision is made from "
        "the day on which the plan is finalised by us."
    )
    other = Other(plan({"F": [standard], "0": [standard]}, name="plan_y"), ("Harry",))
    assert of_kind(found({"F": [standard], "0": [standard]}, others=[other]), "COPIED_TEXT") == []


def test_any_25_words_in_common_are_found_wherever_they_begin() -> None:
    words = [f"word{n}" for n in range(25)]
    for before in range(20):
        one = Other(
            plan(
                {"F": [" ".join(["1. One", *(f"a{n}" for n in range(before)), *words, "end"])]}, name="plan_y"
            )
        )
        line = " ".join(["1. Two", *(f"b{n}" for n in range(19 - before)), *words, "stop", "there"])
        (finding,) = of_kind(found({"F": [line]}, others=[one]), "COPIED_TEXT")
        assert finding.text.split() == words


def test_24_words_in_common_are_no_copy() -> None:
    words = " ".join(f"word{n}" for n in range(24))
    one = Other(plan({"F": [f"1. One {words} end of it"]}, name="plan_y"))
    assert of_kind(found({"F": [f"1. Two {words} stop there"]}, others=[one]), "COPIED_TEXT") == []


def test_index_keeps_the_first_places_of_each_run_only() -> None:
    index = copy_index.Index(most=1)
    for number in range(3):
        index.add(Other(plan({"F": [OURS]}, name=f"plan_{number}"), ("Jo",)))
    assert {places[0] for places in index.held.values()} == {0}
    assert all(len(places) == 1 for places in index.held.values())


def test_sentence_that_stands_three_times_is_found_once() -> None:
    line = "The teacher is kind and calm with Jo in every lesson."
    lines = [f"1. {line}", f"2. {line}", f"3. {line}", "4. The teacher reads with Jo."]
    (finding,) = of_kind(found({"F": lines}), "REPEATED_TEXT")
    assert finding.text == line


def test_distinctiveness_is_the_share_of_words_that_the_other_lacks() -> None:
    one = plan({"F": [OURS]})
    shares = copies.distinctiveness(
        one, ("Jo",), [THEIRS, Other(plan({"F": ["1. Nothing alike at all here."]}, name="plan_z"))]
    )
    assert 0 <= shares["plan_y"] < shares["plan_z"] <= 1
    assert copies.distinctiveness(plan(without=tuple("ABCDEFGK")), (), [THEIRS]) == {}
