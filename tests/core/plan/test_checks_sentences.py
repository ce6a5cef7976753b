"""What each rule finds and what it leaves alone, a sentence at a time."""

import pytest

from alongside.core.plan.checks.finding import Severity
from plan_check_cast import BASE, found, kinds

FOUND = [
    ("A", "Jo will have 20 hours of one-to-one support in school.", "PROVISION_IN_A"),
    ("A", "The council will provide a teaching assistant for Jo every morning.", "PROVISION_IN_A"),
    ("A", "Jo is to receive weekly music therapy.", "PROVISION_IN_A"),
    ("A", "Jo is a lovely girl but she hits other children.", "NEGATIVE_STRENGTH"),
    ("A", "Jo is kind and funny, although she can be very disruptive in assembly.", "NEGATIVE_STRENGTH"),
    ("A", "Jo's father is in prison for assault.", "THIRD_PARTY"),
    ("A", "Her dad has bipolar disorder and does not work.", "THIRD_PARTY"),
    ("A", "Jo would love to learn to ride a horse.", "ASPIRATION_LOST"),
    ("A", '"I want to go to the theatre with my nan."', "ASPIRATION_LOST"),
    ("A", "Her brother Sam has ADHD.", "THIRD_PARTY"),
    ("B", "B1. Jo finds it hard to wait. He hits out when he has to queue.", "WRONG_PRONOUN"),
    ("B", "B2. Oliver needs instructions to be repeated.", "WRONG_NAME"),
    ("B", "B3. Dyslexia.", "DIAGNOSIS_ONLY"),
    ("B", "B3. Jo has ADHD and dyspraxia.", "DIAGNOSIS_ONLY"),
    ("B", "B4. Jo would benefit from a writing slope.", "PROVISION_IN_B"),
    ("B", "B5. Jo needs 1:1 support at all times.", "PROVISION_IN_B"),
    ("B", "B5. Jo should be taught in a small class.", "PROVISION_IN_B"),
    ("B", "B5. Jo requires weekly speech and language therapy.", "PROVISION_IN_B"),
    (
        "B",
        "B6. Jo has poor handwriting, difficulty making friends, anxiety and weak number skills.",
        "COMPOUND_NEED",
    ),
    ("B", "B7. The WISC and the BPVS were low.", "ACRONYM"),
    ("C", "Jo takes methylphenidate 10 mg each morning.", "MEDICATION"),
    ("C", "Jo has Ritalin at lunch.", "MEDICATION"),
    ("D", "Her mother was treated for alcohol misuse in 2020.", "THIRD_PARTY"),
    ("D", "Her sister Ada is on a child protection plan.", "THIRD_PARTY"),
    ("E", "1. Jo will improve her reading by July 2027.", "OUTCOME_NOT_SMART"),
    ("E", "1. By July 2027 Jo will be more independent in the classroom.", "OUTCOME_NOT_SMART"),
    ("E", "1. Jo will make progress in line with her peers by the end of Year 7.", "OUTCOME_NOT_SMART"),
    ("E", "1. By July 2027 Jo will understand her emotions and use strategies to cope.", "OUTCOME_NOT_SMART"),
    ("E", "1. By July 2028 Jo will receive speech therapy every week.", "OUTCOME_IS_PROVISION"),
    (
        "E",
        "1. By July 2028 Jo will be supported by a teaching assistant in all lessons.",
        "OUTCOME_IS_PROVISION",
    ),
    ("E", "1. By July 2028 staff will use visual timetables with Jo.", "OUTCOME_IS_PROVISION"),
    ("E", "1. By July 2028 Jo will access the school counsellor.", "OUTCOME_IS_PROVISION"),
    ("E", "1. Jo will write three sentences without help on four days out of five.", "OUTCOME_NO_DATE"),
    ("F", "1. [Name] will have a visual timetable in each lesson.", "TEMPLATE_LEFTOVER"),
    ("F", "1. XXX will read with the teacher for 10 minutes a day.", "TEMPLATE_LEFTOVER"),
    ("F", "1. <insert provision here>", "TEMPLATE_LEFTOVER"),
    ("F", "1. Jo's mentor (name to be added) meets her for 20 minutes every Monday.", "TEMPLATE_LEFTOVER"),
    ("F", "1. Insulin is given by the teaching assistant before lunch each day at 12.", "MISPLACED_F_G"),
    ("F", "1. A nurse will change her catheter twice a day for ten minutes.", "MISPLACED_F_G"),
    (
        "G",
        "1. The speech and language therapist will work with Jo on sounds for 30 minutes a week.",
        "MISPLACED_F_G",
    ),
    (
        "G",
        "1. The physiotherapist will train school staff to run a daily programme of exercises.",
        "MISPLACED_F_G",
    ),
    (
        "G",
        "1. A psychologist will teach Jo ways to manage worry in eight sessions of 45 minutes.",
        "MISPLACED_F_G",
    ),
    ("H1", "1. A residential short break of two nights a month at The Hollies.", "MISPLACED_H"),
    ("H1", "1. The social worker will visit every six weeks for an hour.", "MISPLACED_H"),
    ("H1", "1. A parenting course of ten weekly sessions of two hours for her parents.", "MISPLACED_H"),
    ("H2", "1. A stairlift and a level access shower, fitted by 1 August 2026.", "MISPLACED_H"),
    (
        "H2",
        "1. A personal assistant to help Jo wash and dress at home for one hour each morning.",
        "MISPLACED_H",
    ),
    (
        "H2",
        "1. A place at the Saturday club for disabled children from 10am to 2pm each week.",
        "MISPLACED_H",
    ),
    ("I", "Elm Lane Primary School, mainstream.", "SECTION_I_IN_DRAFT"),
    ("I", "A special school for children with autism.", "SECTION_I_IN_DRAFT"),
    (
        "J",
        "A direct payment of £20 an hour for 3 hours a week over 40 weeks comes to £2,000.",
        "SECTION_J_INCONSISTENT",
    ),
    ("J", "Direct payment of £50 a week for 40 weeks, total £2,500.", "SECTION_J_INCONSISTENT"),
    ("K", "Dr Ann Lee, paediatrician, 3 March 2023", "STALE_ADVICE"),
    ("K", "The meeting is on 30 February 2027.", "DATE_IMPOSSIBLE"),
    ("K", "The plan will be reviewed by 1 May 2025.", "DATE_IMPOSSIBLE"),
    ("A", "Jo was assessed at the clinic on 4 November 2027.", "DATE_IMPOSSIBLE"),
    (
        "B",
        (
            "B9. The psychometric instantiation of her phonological processing deficits "
            "corroborates hypothesised neurocognitive discontinuities necessitating individualised remediation."
        ),
        "READABILITY",
    ),
]
LEFT_ALONE = [
    ("A", '"I want to be better at football and have some friends."', "OUTCOME_NOT_SMART VAGUE_2"),
    ("A", "Ruth said that she would like regular news from school.", "VAGUE_2"),
    (
        "A",
        "Jo has a brother, Sam, and a dog, Pepper. He sleeps on her bed.",
        "WRONG_PRONOUN WRONG_NAME THIRD_PARTY",
    ),
    ("A", "Her teacher, Mr Hale, says he likes how she helps.", "WRONG_PRONOUN WRONG_NAME"),
    ("A", "Jo likes to play with her friend Ella.", "WRONG_NAME"),
    ("A", "Ruth and Colin live with Jo. Colin works nights.", "WRONG_NAME THIRD_PARTY"),
    ("A", "Jo's grandmother lives with the family and speaks Igbo with her.", "THIRD_PARTY"),
    ("A", "Jo drew a picture [see page 3] of her class.", "TEMPLATE_LEFTOVER"),
    (
        "B",
        "B1. Jo has ADHD, which means that she loses her place in a task after about three minutes.",
        "DIAGNOSIS_ONLY COMPOUND_NEED",
    ),
    ("B", "B2. Jo's teacher reports that he repeats each instruction twice.", "WRONG_PRONOUN"),
    ("B", "B3. Jo needs things to be the same each day and is upset by change.", "PROVISION_IN_B"),
    ("B", "B4. Jo cannot yet tell the time.", "PROVISION_IN_B"),
    ("C", "Jo has an inhaler (salbutamol) for asthma.", "MEDICATION"),
    ("C", "No health needs were identified.", "SECTION_BLANK"),
    (
        "D",
        "No social care needs have been identified. Early Help replied on 2 April 2026.",
        "SECTION_BLANK THIRD_PARTY",
    ),
    (
        "E",
        "1. By July 2027 Jo will read 80 words a minute from a book at her own level.",
        "OUTCOME_NOT_SMART OUTCOME_NO_DATE OUTCOME_IS_PROVISION",
    ),
    (
        "E",
        (
            "1. By the end of Key Stage 2 Jo will put on her own coat and "
            "shoes without help on nine days out of ten."
        ),
        "OUTCOME_NOT_SMART OUTCOME_NO_DATE OUTCOME_IS_PROVISION",
    ),
    (
        "E",
        "1. By July 2027 Jo will ask for a break with a card on four occasions out of five.",
        "OUTCOME_NOT_SMART OUTCOME_NO_DATE OUTCOME_IS_PROVISION",
    ),
    (
        "F",
        "1. The teacher shows Jo the ingredients (flour, eggs, milk) for cooking, for 40 minutes every Friday.",
        "TEMPLATE_LEFTOVER",
    ),
    (
        "F",
        "1. A teaching assistant trained in epilepsy first aid by the nurse sits with Jo in all lessons.",
        "MISPLACED_F_G",
    ),
    (
        "F",
        (
            "1. The occupational therapist will teach Jo to manage her own "
            "inhaler in two sessions of 30 minutes by July 2026."
        ),
        "MISPLACED_F_G",
    ),
    ("G", "1. Six-monthly review by the paediatrician, 30 minutes.", "MISPLACED_F_G"),
    (
        "G",
        "1. The epilepsy nurse will train six school staff in rescue medicine every September for two hours.",
        "MISPLACED_F_G",
    ),
    (
        "H1",
        "1. Eight hours a month of a personal assistant to go swimming and to the cinema with Jo.",
        "MISPLACED_H",
    ),
    ("H2", "1. One overnight stay each month at The Hollies, Friday 4pm to Saturday 4pm.", "MISPLACED_H"),
    ("H1", "None required.", "SECTION_BLANK"),
    ("I", "Left blank at draft stage.", "SECTION_I_IN_DRAFT"),
    ("I", "Section I is blank because this is a draft plan.", "SECTION_I_IN_DRAFT"),
    ("J", "No personal budget has been requested.", "SECTION_BLANK SECTION_J_INCONSISTENT"),
    (
        "J",
        "A direct payment of £50 a week for 40 weeks, total £2,000, pays for a personal assistant.",
        "SECTION_J_INCONSISTENT",
    ),
    ("K", "Dr Ann Lee, paediatrician, 3 March 2025", "STALE_ADVICE"),
    (
        "K",
        (
            "Dr Ann Lee, paediatrician, 3 March 2023 (author, council and parents "
            "agreed on 2 April 2026 that it is still sufficient)"
        ),
        "STALE_ADVICE",
    ),
    ("K", "This plan will be reviewed by 19 May 2027.", "DATE_IMPOSSIBLE"),
    ("0", "Year group: Year 5 (educated one year below)", "DATE_IMPOSSIBLE"),
]
ALONE = ("C", "D", "E", "F", "G", "H1", "H2", "I", "J")
"""Sections in which the sentence stands by itself; in the others it stands after what is there."""


def sections(section: str, sentence: str) -> dict[str, list[str]]:
    return {section: [sentence] if section in ALONE else [*BASE[section], sentence]}


@pytest.mark.parametrize(("section", "sentence", "kind"), FOUND)
def test_sentence_is_found(section: str, sentence: str, kind: str) -> None:
    assert kind in kinds(found(sections(section, sentence)))


@pytest.mark.parametrize(("section", "sentence", "wrong"), LEFT_ALONE)
def test_sentence_is_left_alone(section: str, sentence: str, wrong: str) -> None:
    assert not kinds(found(sections(section, sentence))) & set(wrong.split())


def test_the_plan_that_is_in_order_has_nothing_that_stops_it() -> None:
    assert [f for f in found() if f.severity is not Severity.INFORMATION] == []
