"""What the advice says and the plan does not; Section K; and what was cut since last year."""

import pytest

from alongside.core.plan.checks import facts, statements
from alongside.core.plan.checks.facts import Advice
from alongside.core.plan.checks.finding import Finding, Severity
from alongside.core.plan.checks.statements import Kind
from alongside.core.refusal import Refused
from plan_check_cast import advice, case, found, kinds, of_kind, plan, table

ADVISERS = """
[[advisers]]
role = "speech and language therapist"
name = "Ann Lee"
report_date = 2026-03-01
file = "advice_slt"
"""
CASE = facts.from_toml(
    """
status = "draft"
as_of = 2026-06-01
[child]
first_name = "Jo"
last_name = "Brook"
pronouns = ["she", "her"]
date_of_birth = 2015-04-10
[dates]
plan_dated = 2026-05-20
"""
    + ADVISERS
)
NEEDS = ("B1. Jo understands sentences of four words.", "B2. Jo reads at the level of a child of six.")
THERAPY = "1. Direct speech and language therapy on sentences by a therapist, {dose}."
K = ("Ann Lee, speech and language therapist, 1 March 2026",)


def check(
    *lines: str, dose: str = "45 minutes every week", needs: tuple[str, ...] = NEEDS, **more: tuple[str, ...]
) -> tuple[Finding, ...]:
    sections = {
        "B": needs,
        "F": (THERAPY.format(dose=dose), "2. The teacher reads with Jo for 15 minutes each day."),
        "K": K,
        **more,
    }
    return found(sections, facts_of=CASE, given=[advice("advice_slt", *lines)])


def test_need_of_another_subject_is_not_carried() -> None:
    (finding,) = of_kind(
        check("# Findings", "Jo coughs and chokes when she swallows thin drinks."), "NEED_NOT_CARRIED"
    )
    assert (finding.doc, finding.severity, finding.section) == ("advice_slt", Severity.BLOCKER, "B")
    assert finding.ask == "Ann Lee (speech and language therapist)"


def test_need_in_other_words_is_carried() -> None:
    assert "NEED_NOT_CARRIED" not in kinds(
        check("# Findings", "Sentences of more than four words are not understood by Jo.")
    )


def test_need_of_which_few_words_stand_is_asked_about() -> None:
    (finding,) = of_kind(
        check("# Findings", "Jo cannot point to share what interests her with grown-ups nearby."),
        "NEED_NOT_CARRIED",
    )
    assert finding.severity is Severity.WARNING


def test_need_of_too_few_words_is_passed_over() -> None:
    assert "NEED_NOT_CARRIED" not in kinds(check("# Findings", "This is not what we should do."))


def test_provision_that_is_nowhere_is_found() -> None:
    (finding,) = of_kind(
        check("# Provision", "- A communication passport with film clips, made by the class teacher."),
        "PROVISION_NOT_CARRIED",
    )
    assert finding.severity is Severity.BLOCKER


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        ("30 minutes once a fortnight", "15 minutes a week here, 45"),
        ("in a group", "for how long and the plan does not"),
        ("45 minutes a week where possible", "hangs on a condition"),
    ],
)
def test_provision_that_gives_less_is_found(dose: str, words: str) -> None:
    said = "- Direct therapy by me on sentences, 45 minutes every week."
    (finding,) = of_kind(check("# Provision", said, dose=dose), "PROVISION_THINNED")
    assert words in finding.why
    assert finding.doc == "plan_x"


@pytest.mark.parametrize("dose", ["45 minutes every week", "one hour every week", "45 minutes, twice a week"])
def test_provision_that_gives_as_much_is_carried(dose: str) -> None:
    said = "- Direct therapy by me on sentences, 45 minutes every week."
    assert not kinds(check("# Provision", said, dose=dose)) & {"PROVISION_THINNED", "PROVISION_NOT_CARRIED"}


def test_how_often_without_how_long_is_compared_too() -> None:
    said = "- Direct speech and language therapy on sentences every week."
    (finding,) = of_kind(check("# Provision", said, dose="as planned"), "PROVISION_THINNED")
    assert "how often and the plan does not" in finding.why


@pytest.mark.parametrize(
    "said",
    [
        "- Direct therapy by me on sentences.",
        "- Direct therapy by me on sentences, at least 40 minutes a week.",
    ],
)
def test_floor_or_advice_without_a_dose_is_not_thinned(said: str) -> None:
    assert "PROVISION_THINNED" not in kinds(
        check("# Provision", said, dose="at least 45 minutes a week, more where possible")
    )


def test_each_part_of_what_is_asked_for_is_compared() -> None:
    said = (
        "- Direct speech and language therapy by me "
        "on sentences, 45 minutes "
        "every week; and a hearing loop for the swimming pool."
    )
    assert "PROVISION_THINNED" not in kinds(check("# Provision", said))


def test_advice_without_statements_says_nothing() -> None:
    assert not kinds(check("# What I did", "I watched Jo.")) & {"NEED_NOT_CARRIED", "PROVISION_NOT_CARRIED"}


def test_letter_without_headings_is_read_too() -> None:
    said = [
        s.kind
        for s in statements.of(
            advice(
                "advice_slt", "Jo cannot chew hard food.", "She should be seen every week by a dietitian."
            ),
            CASE,
        )
    ]
    assert said == [Kind.NEED, Kind.PROVISION]


def test_lines_before_the_first_heading_of_a_report_are_passed_over() -> None:
    assert (
        statements.of(advice("advice_slt", "Jo cannot chew hard food.", "# One", "x", "# Two", "y"), CASE)
        == ()
    )


@pytest.mark.parametrize(
    ("heading", "line", "kind"),
    [
        ("Findings", "Jo hears normally and is fine in class.", None),
        ("Findings", "His hearing is normal in both ears and not a concern.", None),
        ("Strengths", "Jo never gives up when things go wrong.", None),
        ("Strengths", "Jo needs an adult with her near roads.", Kind.NEED),
        ("Outcomes", "Jo cannot yet say ten words but will.", None),
        ("Recommendations", "Melatonin is not to be listed in the plan at all.", None),
        ("Recommendations", "Ten minutes of drawing to begin each lesson.", Kind.PROVISION),
        ("Findings", "Jo looked at the five books on the table.", None),
        ("Findings", "Too short.", None),
    ],
)
def test_statement_is_known_by_its_heading_and_words(heading: str, line: str, kind: Kind | None) -> None:
    said = statements.of(advice("advice_slt", "# First", f"# {heading}", line), CASE)
    assert [s.kind for s in said] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("name", "line", "section"),
    [
        ("advice_social_care", "Jo is not safe near roads and needs watching.", "D"),
        ("advice_paediatric", "Jo is not safe near roads and needs watching.", "C"),
        ("advice_teacher", "Jo is not safe near roads and needs watching.", "B"),
        ("advice_social_care", "Jo needs two nights every month away from home.", "H2"),
        ("advice_social_care", "Jo needs two hours every week with a personal assistant.", "H1"),
        ("advice_paediatric", "Jo needs a clinic visit of 30 minutes every year.", "G"),
        ("advice_paediatric", "Jo needs to be taught to breathe for 30 minutes every week.", "F"),
    ],
)
def test_statement_belongs_to_the_section_of_its_author(name: str, line: str, section: str) -> None:
    (said,) = statements.of(advice(name, "# One", "# Needs found", line), CASE)
    assert said.section == section


@pytest.mark.parametrize(
    ("line", "stale"),
    [
        ("Ann Lee, speech and language therapist, 1 May 2024", True),
        ("Ann Lee, speech and language therapist, 1 June 2024", False),
        (
            (
                "Ann Lee, speech and language therapist, 1 "
                "May 2024: the author, the "
                "council and the family agreed that it is sufficient"
            ),
            False,
        ),
        ("Ann Lee, speech and language therapist, 1 May 2024: no record that anybody agreed", True),
    ],
)
def test_advice_is_stale_after_two_years_unless_agreed(line: str, stale: bool) -> None:
    assert ("STALE_ADVICE" in kinds(found({"K": (line,)}, facts_of=CASE))) is stale


def test_figure_that_only_stale_advice_gives_is_old() -> None:
    old = facts.from_toml("""
as_of = 2026-06-01
[child]
first_name = "Jo"
[[advisers]]
role = "psychologist"
name = "Ann Lee"
report_date = 2023-06-01
file = "old"
""")
    given = [
        advice("old", "# Found", "Jo reads at five years and two months, which is not much."),
        advice("new", "# Found", "Jo is well."),
    ]
    needs = ("B1. Jo reads at the level of five years and two months.",)
    stale = of_kind(
        found({"B": needs, "K": ("Ann Lee, psychologist, 1 June 2023",)}, facts_of=old, given=given),
        "STALE_ADVICE",
    )
    assert [finding.section for finding in stale] == ["B", "K"] or [finding.section for finding in stale] == [
        "K",
        "B",
    ]


@pytest.mark.parametrize(
    ("adviser", "line", "missing"),
    [
        ('role = "occupational therapist"\nname = "Bea Sorley"', "Bea Sorley, therapist, 1 May 2026", False),
        ('role = "occupational therapist"\nname = "Bea Sorley"', "Occupational therapist, 1 May 2026", False),
        (
            'role = "occupational therapist"\nname = "Bea Sorley"',
            "Cy Hall, physiotherapist, 1 May 2026",
            True,
        ),
        ('role = "occupational therapist"\nname = "not asked"', "Cy Hall, physiotherapist, 1 May 2026", True),
        ('role = "careers"\nname = "not asked"', "Cy Hall, careers adviser, 1 May 2026", False),
        ('role = "parents"\nname = "Ruth Vale"', "Parents' form, 1 May 2026", False),
        ('role = "parents"\nname = "Ruth Vale"', "Cy Hall, physiotherapist, 1 May 2026", True),
        ('role = "dance movement specialist"\nname = "Eve Orr"', "Dance movement report, 1 May 2026", False),
        (
            'role = "social care"\nname = "Duty team"',
            "Asked 1 May 2026: no reply from the advice line.",
            True,
        ),
    ],
)
def test_adviser_is_in_section_k_by_name_or_role(adviser: str, line: str, missing: bool) -> None:
    asked = facts.from_toml(f'as_of = 2026-06-01\n[child]\nfirst_name = "Jo"\n[[advisers]]\n{adviser}\n')
    assert (
        any(f.rule == "K.1" and "Section K" in f.text for f in found({"K": (line,)}, facts_of=asked))
        is missing
    )


def test_line_of_another_adviser_does_not_answer_for_the_missing_one() -> None:
    asked = facts.from_toml(
        "as_of = 2026-06-01\n[child]\nfirst_name = "
        '"Jo"\n[[advisers]]\nrole = '
        '"medical"\nname = "Dr Penn"\n[[advisers]]\nrole = "social care"\n'
        'name = "Yusuf Brand"\n[[advisers]]\nrole = "other: camhs health"\nname = "Lowri Voss"\n'
    )
    lines = table(
        ("From", "Role", "Date"),
        ("Lowri Voss", "Consultant, CAMHS health", "1 May 2026"),
        ("Yusuf Brand", "Social worker", "1 May 2026"),
    )
    missing = of_kind(found({"K": (lines,)}, facts_of=asked), "ADVICE_MISSING")
    assert ["Dr Penn" in finding.why for finding in missing] == [True]


def test_advice_that_has_not_come_must_have_been_chased() -> None:
    assert "ADVICE_MISSING" in kinds(
        found(
            {"K": (table(("From", "Date"), ("Social care", "Not received"), ("Ruth Amadi", "1 May 2026")),)}
        )
    )
    chased = table(
        ("From", "Date"),
        ("Social care", "Asked 1 March. No reply. Chased 1 April."),
        ("Ruth Amadi", "1 May 2026"),
    )
    assert "ADVICE_MISSING" not in kinds(found({"K": (chased,)}))


def test_without_a_case_the_usual_advisers_are_looked_for() -> None:
    findings = of_kind(found(facts_of=facts.CaseFacts()), "ADVICE_MISSING")
    assert {finding.severity for finding in findings} == {Severity.WARNING}
    assert len(findings) == 4


@pytest.mark.parametrize(
    ("line", "unused"),
    [
        ("Tamsin Orrell, orthoptist, eye clinic letter, 3 March 2026", True),
        ("Tamsin Orrell, reading specialist, 3 March 2026", False),
        ("Ann Lee, speech and language therapist, 1 March 2026", True),
        ("Ruth Vale, mother, 1 March 2026", False),
        ("Duty team, social care: not known to the service, 1 March 2026", False),
        ("Letter, 1 March 2026", False),
    ],
)
def test_listed_advice_is_used(line: str, unused: bool) -> None:
    assert ("ADVICE_UNUSED" in kinds(found({"K": (line,)}, facts_of=CASE))) is unused


def test_advice_given_with_the_plan_is_compared_line_by_line_instead() -> None:
    assert "ADVICE_UNUSED" not in kinds(check("# Findings", "x"))


def test_social_care_is_used_where_there_is_social_care_provision() -> None:
    care = facts.from_toml(
        'as_of = 2026-06-01\n[child]\nfirst_name = "Jo"\n'
        '[[advisers]]\nrole = "social care"\nname = "Delia Amory"\n'
    )
    line = "Delia Amory, social worker, 1 May 2026"
    assert "ADVICE_UNUSED" in kinds(found({"K": (line,)}, facts_of=care))
    assert "ADVICE_UNUSED" not in kinds(
        found({"K": (line,), "H1": ("1. A hoist by 1 June 2027.",)}, facts_of=care)
    )


def test_adviser_is_used_where_the_profession_goes_by_another_name() -> None:
    case = facts.from_toml('as_of = 2026-06-01\n[[advisers]]\nrole = "psychologist"\nname = "Bo Vane"\n')
    line = "Bo Vane, psychologist, 1 March 2026"
    visit = "1. The EP visits for one hour each term."
    assert "ADVICE_UNUSED" in kinds(found({"K": (line,)}, facts_of=case))
    assert "ADVICE_UNUSED" not in kinds(found({"K": (line,), "F": (visit,)}, facts_of=case))


def test_adviser_of_the_case_is_used_where_the_profession_works() -> None:
    line = "Ann Lee, speech and language therapist, 1 March 2026"
    assert "ADVICE_UNUSED" not in kinds(
        found({"K": (line,), "F": (THERAPY.format(dose="45 minutes a week"),)}, facts_of=CASE)
    )


def test_need_that_no_advice_speaks_of_is_unsourced() -> None:
    given = ("# Findings", "Jo understands four-word sentences and reads at six.")
    assert "UNSOURCED" in kinds(
        check(*given, needs=("B1. Jo has a hearing loss and wears two aids in lessons.",))
    )
    assert "UNSOURCED" not in kinds(check(*given))


def test_need_that_the_advice_denies_is_unsourced() -> None:
    given = (
        "# Findings",
        "Her hearing was tested and is normal: she has a loss in neither ear and wears no aids in lessons.",
    )
    assert "UNSOURCED" in kinds(
        check(*given, needs=("B1. Jo has a hearing loss and wears two aids in lessons.",))
    )


@pytest.mark.parametrize(
    ("line", "unsourced"),
    [
        ("3. A phonics lesson of 20 minutes every week.", True),
        ("3. Therapy on sentences every week and a forest school visit every Friday afternoon.", True),
        ("3. Opportunities for forest school every Friday afternoon.", False),
        ("3. Therapy on sentences every week by the therapist.", False),
        ("3. Calm.", False),
    ],
)
def test_provision_that_no_advice_speaks_of_is_unsourced(line: str, unsourced: bool) -> None:
    given = [advice("advice_slt", "# Provision", "- Therapy on sentences every week by the therapist.")]
    findings = found(
        {"F": (THERAPY.format(dose="every week"), line), "K": K, "B": ("B1. Sentences.",)},
        facts_of=CASE,
        given=given,
    )
    assert ("UNSOURCED" in kinds(findings)) is unsourced


def test_only_special_educational_provision_is_looked_for_in_the_advice() -> None:
    assert "UNSOURCED" not in kinds(
        check(
            "# Findings", "Jo understands four-word sentences and reads.", G=("1. A nurse on site all day.",)
        )
    )


def test_without_a_case_every_line_of_section_k_is_looked_for() -> None:
    line = ("Tamsin Orrell, orthoptist, eye clinic letter, 3 March 2026",)
    assert "ADVICE_UNUSED" in kinds(found({"K": line}, facts_of=facts.CaseFacts()))


LAST = (
    "1. Direct therapy on sentences, 45 minutes every week.",
    "2. A weighted blanket for rests in the den.",
)


def test_what_was_taken_out_since_last_year_is_found() -> None:
    now = {"F": ("1. Direct therapy on sentences, 45 minutes every week.",)}
    (finding,) = (f for f in found(now, against=plan({"F": LAST}, name="last")) if f.rule == "F.7")
    assert (finding.doc, finding.kind) == ("last", "PROVISION_NOT_CARRIED")


@pytest.mark.parametrize("dose", ["20 minutes every week", "every week"])
def test_what_was_cut_down_since_last_year_is_found(dose: str) -> None:
    now = {"F": (f"1. Direct therapy on sentences, {dose}.", LAST[1])}
    assert [f.kind for f in found(now, against=plan({"F": LAST}, name="last")) if f.rule == "F.8"] == [
        "PROVISION_THINNED"
    ]


def test_plan_that_gives_what_it_gave_is_left_alone() -> None:
    assert not [
        f for f in found({"F": LAST}, against=plan({"F": LAST}, name="last")) if f.rule in ("F.7", "F.8")
    ]


def test_views_that_stand_as_they_stood_last_year_are_found() -> None:
    views = tuple(f"Jo told Mrs Hale on {day} March 2026 that she likes thing {day}." for day in range(1, 6))
    same = found({"A": views}, against=plan({"A": views}, name="last"))
    other = found(
        {"A": views}, against=plan({"A": ("Jo was too young to say anything to us then.",)}, name="last")
    )
    assert any("word for word" in f.why for f in same)
    assert not any("word for word" in f.why for f in other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("authority = ", "not TOML"),
        ("as_of = 'yesterday'", "which is not a date"),
        ("advisers = ['Ann']", "does not have the shape"),
        ("child = 'Jo'", "does not have the shape"),
    ],
)
def test_case_file_that_cannot_be_read_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        facts.from_toml(text)


def test_case_without_facts_has_none() -> None:
    nothing = facts.from_toml("as_of = ''")
    assert nothing == facts.CaseFacts()
    assert nothing.is_draft is None
    assert case().is_draft is True


def test_advice_keeps_its_headings_and_lists() -> None:
    from alongside.core.plan.checks.blocks import Line, Written

    held = facts.advice_of(
        Written("a", (Line("Findings", 2), Line("Needs", is_bold=True), Line("One\n\nTwo", is_listed=True)))
    )
    assert held == Advice(
        "a", ((2, "Findings", False), (1, "Needs", False), (0, "One", True), (0, "Two", True))
    )
    assert held.text == "Findings\nNeeds\nOne\nTwo"
