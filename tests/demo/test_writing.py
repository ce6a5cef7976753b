"""Phrases become sentences: every brace is filled, and no pronoun is left hanging."""

from datetime import date

import pytest

from alongside.app.queries.under_way import AdviceGiven
from alongside.core.case import advice_forms
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.core.plan import content as contents
from alongside.core.plan import quotation, thread
from alongside.core.plan.checks import check, copy_index, kept
from alongside.core.plan.checks.copy_index import Other
from alongside.core.plan.checks.facts import Adviser, CaseFacts
from alongside.core.plan.checks.finding import Finding, Severity
from alongside.core.plan.content import Cited, PlanContent
from alongside.demo.chance import Chance
from alongside.demo.planning import children, names
from alongside.demo.planning.story import Child
from alongside.demo.writing import advice, items, plans, profile
from alongside.demo.writing.grammar import Writer

NEEDS = [*profile.PROFILES]


def child(need: str, sex: str = "F") -> Child:
    chance = Chance("writing", need)
    made = children.child(chance, children.home(chance, 1), 9, date(2026, 1, 5), ())
    from dataclasses import replace

    return replace(made, needs=(need,) if need else (), sex=sex, forename="Ivy", known_as="")


KINDS = (AdviceKind.PARENT_OR_YOUNG_PERSON, AdviceKind.EDUCATIONAL, AdviceKind.MEDICAL, AdviceKind.PSYCHOLOGICAL,
         AdviceKind.SOCIAL_CARE)  # fmt: skip
ON = date(2026, 6, 1)


def given(need: str, seed: int, of: Child | None = None) -> tuple[AdviceGiven, ...]:
    """What everybody who had to be asked says of the child; social care, every other time, has nothing to add."""
    found = []
    who = of or child(need)
    for kind in KINDS:
        chance = Chance("given", need, seed, kind)
        form = advice.form_of(chance, who, kind, young=False)
        nothing = kind is AdviceKind.SOCIAL_CARE and seed % 2 == 0
        said = {} if nothing else advice.answers(chance, who, form, date(2026, 5, 1))
        post = "" if kind is AdviceKind.PARENT_OR_YOUNG_PERSON else said.get("post", "Adviser")
        found.append(AdviceGiven(kind, f"Ann {kind.title()}", post, date(2026, 5, 1), said, nothing))
    return tuple(found)


@pytest.mark.parametrize("need", NEEDS)
def test_every_need_has_words_for_every_section_but_i(need: str) -> None:
    for advised in ((), given(need, 1)):
        texts = plans.sections(Chance(1, need), child(need), advised, ON)
        assert set(texts) == set(PlanSection) - {PlanSection.I}
        for section, text in texts.items():
            assert text.strip(), section
            assert "{" not in text, text
            assert "}" not in text, text
            assert " | " not in text, text


def checked(need: str, seed: int) -> tuple[Finding, ...]:
    """What the checks find in a plan written from this advice."""
    advised = given(need, seed)
    texts = plans.sections(Chance(seed, need), child(need), advised, ON)
    who = child(need)
    names = [f"{each.author}, {each.post}" for each in advised]
    case = CaseFacts(
        first_name=who.forename, last_name=who.surname, pronouns=("she", "her", "hers", "herself"),
        date_of_birth=who.born_on, status="draft", as_of=ON, dates=(("plan_dated", ON),),
        advisers=tuple(
            Adviser(f"{each.kind.lower().replace('_', ' ')} ({each.post})", each.author, file=name)
            for each, name in zip(advised, names, strict=True)
        ),
    )  # fmt: skip
    read = [
        kept.advice(
            name,
            advice.form_of(Chance("given", need, seed, each.kind), who, each.kind, young=False),
            each.answers,
        )
        for each, name in zip(advised, names, strict=True)
        if not each.nothing_to_add
    ]
    return check.check(kept.plan("plan", texts), case, read)


@pytest.mark.parametrize("need", NEEDS)
def test_plan_written_from_its_advice_holds_nothing_that_stops_it(need: str) -> None:
    found = [one for seed in (1, 2) for one in checked(need, seed)]
    assert [one for one in found if one.severity is Severity.BLOCKER] == []
    assert sum(one.severity is Severity.WARNING for one in found) <= 12


@pytest.mark.parametrize("need", NEEDS)
def test_no_line_is_long_enough_to_be_taken_for_a_copy(need: str) -> None:
    """Several processes play at once: what one finds must not hang on which plans the others have written already."""
    for seed in range(4):
        texts = plans.sections(Chance(seed, need), child(need), given(need, seed), ON)
        index = copy_index.index_of([Other(kept.plan("plan", texts), ("Ivy", child(need).surname))])
        assert index.passages == [], index.passages


@pytest.mark.parametrize("form", list(advice_forms.FORMS.values()), ids=lambda form: form.code)
def test_every_form_of_advice_is_answered_in_whole_words(form: advice_forms.AdviceForm) -> None:
    answers = advice.answers(Chance(1, form.code), child("ASD"), form, date(2026, 3, 2))
    assert set(answers) <= set(advice_forms.keys(form))
    assert all("{" not in text and text.strip() for text in answers.values())


def test_every_phrase_of_every_list_can_be_written() -> None:
    for sex in ("M", "F"):
        for need in NEEDS:
            write = profile.writer(Chance("all", need, sex), child(need, sex))
            for name, phrases in write._lists.items():
                for _ in phrases:
                    assert "{" not in write.write(name), name


def test_a_text_does_not_say_the_same_thing_twice() -> None:
    lines = Writer(Chance(1), child("ASD"), "common").lines("strength", 9, 9)
    assert len(set(lines)) == 9


def test_phrases_that_go_round_in_a_circle_are_refused() -> None:
    write = Writer(Chance(1), child("ASD"), "common")
    write.learn({"one": ["{two}"], "two": ["{one}"]})
    with pytest.raises(ValueError, match="circle"):
        write.write("one")


def test_a_nothing_to_add_always_gives_a_reason() -> None:
    for kind in AdviceKind:
        assert len(advice.nothing(Chance(1, kind), child("ASD"), kind).split()) > 5


def test_numbers_of_people_carry_their_check_characters() -> None:
    from alongside.integrations.identifiers import numbers

    for number in range(50):
        assert numbers.upn(names.upn(Chance(number), "931"))
        nhs = names.nhs_number(Chance(number))
        total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), nhs[:9], strict=True))
        assert (11 - total % 11) % 11 == int(nhs[9])


def of_advice(seed: int) -> list[tuple[Cited, str, dict[str, str]]]:
    """What a school, a psychologist and the parents wrote about a child."""
    given = []
    for code in ("EDUCATION", "PSYCHOLOGY", "ABOUT_MY_CHILD"):
        form = advice_forms.FORMS[code]
        answers = advice.answers(Chance(seed, code), child("ASD"), form, date(2026, 3, 2))
        given.append((Cited(code, form.kind, "An Author", "", date(2026, 3, 2)), code, answers))
    return given


def as_items(seed: int) -> PlanContent | None:
    texts = plans.sections(Chance(seed, "plan"), child("ASD"), given("ASD", seed), ON)
    return items.content(Chance(seed, "items"), f"story-{seed}", texts, of_advice(seed))


def test_plan_as_items_holds_together_and_quotes_the_advice_word_for_word() -> None:
    written = {seed: plan for seed in range(40) if (plan := as_items(seed))}
    assert 20 <= len(written) < 40  # a good share, and some stay text
    for seed, plan in written.items():
        contents.check(plan)
        answers = {cited.advice: said for cited, _, said in of_advice(seed)}
        for sources in plan.sources.values():
            for source in sources:
                assert quotation.occurs(source.quotation, answers[source.cited.advice][source.question])
        assert set(plan.texts()) == set(PlanSection) - {PlanSection.I}


def test_plans_as_items_have_a_thread_with_a_loose_end_here_and_there() -> None:
    loose = [len(thread.orphans(plan.thread)) for seed in range(40) if (plan := as_items(seed))]
    assert any(loose)
    links = [len(plan.links) for seed in range(40) if (plan := as_items(seed))]
    assert min(links) > 3


def test_same_seed_writes_the_same_items() -> None:
    assert [as_items(seed) for seed in range(5)] == [as_items(seed) for seed in range(5)]


def test_part_of_a_plan_is_joined_to_what_stands_already_and_to_nothing_else() -> None:
    plan = next(plan for seed in range(40) if (plan := as_items(seed)) and plan.links)
    needs = frozenset(item.thread for item in plan.items if item.section is PlanSection.B)
    first = items.only(plan, frozenset({PlanSection.A, PlanSection.B}), frozenset())
    assert first.links == frozenset()
    rest = items.only(plan, frozenset({PlanSection.E, PlanSection.F}), needs)
    assert rest.links
    assert all(start in needs for start, _ in rest.links)
    assert set(rest.sources) <= {item.thread for item in rest.items}
