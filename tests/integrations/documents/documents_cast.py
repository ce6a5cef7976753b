"""Made-up people, services and facts for the letters. No child here exists."""

from collections.abc import Callable
from datetime import date

from alongside.integrations.documents.content import (
    Addressee,
    ChildName,
    Letter,
    LetterKind,
    Reader,
    Sender,
)
from alongside.integrations.documents.correspondence import Contact, Correspondence
from alongside.integrations.documents.letters import (
    acknowledgement,
    advice,
    after_review,
    amendment_notice,
    body_notice,
    ceasing,
    consultation,
    decision_to_assess,
    draft_plan,
    final_plan,
    handover,
    missed_deadline,
    no_plan,
    reassessment,
    refusal_to_assess,
    views,
)
from alongside.integrations.documents.reasons import Limb
from alongside.integrations.documents.rights import Rights

CHILD = ChildName("Amira", "Okafor-Lindqvist")
BORN_ON = date(2016, 5, 9)
SENDER = Sender(
    authority="Wealdshire County Council",
    team="SEND Casework, North",
    officer_name="Priya Nand",
    officer_role="SEND case officer",
    email="priya.nand@wealdshire.example",
    phone="01632 960 101",
    address_lines=("County Hall", "Mill Lane", "Wealdbridge WB1 1AA"),
)
PARENT = Addressee(
    "Ms Rosalind Okafor", Reader.PARENT, address_lines=("14 Larch Close", "Wealdbridge WB3 9QZ")
)
YOUNG_PERSON = Addressee("Amira Okafor-Lindqvist", Reader.YOUNG_PERSON)
ADVISER = Addressee(
    "Dr Tomasz Bielak",
    Reader.PROFESSIONAL,
    role="Educational psychologist",
    organisation="Psychology Service",
)
HEAD = Addressee(
    "Mrs Helen Achterberg", Reader.PROFESSIONAL, role="Headteacher", organisation="Oakfield School"
)

ADVICE_SERVICE = Contact(
    "Wealdshire SENDIASS", "01632 960 222", "help@sendiass.example", "www.sendiass.example"
)
RIGHTS = Rights(
    contact_mediation_by=date(2026, 6, 13),
    appeal_by=date(2026, 6, 15),
    tribunal=Contact(
        "SEND Tribunal", "01632 960 333", "send@tribunal.example", "www.tribunal.example/appeal"
    ),
    mediation_adviser=Contact("Weald Mediation", "01632 960 444", "advice@mediation.example"),
    disagreement_resolution=Contact("Common Ground", "01632 960 555", "hello@commonground.example"),
    advice_service=ADVICE_SERVICE,
)
NEEDS = Limb(
    met=True,
    reasons="The school’s records and Dr Bielak’s letter show that reading is very hard for her.",
    evidence=("School report of 2 March 2026", "Letter from Dr Bielak of 11 March 2026"),
)
PROVISION = Limb(
    met=False,
    reasons=(
        "The school gives three reading sessions a week. Her reading age has gone up by nine months in six "
        "months.\n\n- The school says it can go on.\n- Nobody has said that more is needed now."
    ),
    evidence=("School’s record of support, autumn and spring",),
)


def correspondence(recipient: Addressee = PARENT, dated_on: date = date(2026, 4, 13)) -> Correspondence:
    """A letter about Amira to this person."""
    return Correspondence("WLD-2026-0417", recipient, CHILD, SENDER, dated_on)


def acknowledged(to: Addressee = PARENT) -> Letter:
    return acknowledgement.letter(
        acknowledgement.Acknowledgement(
            correspondence(to),
            date(2026, 3, 2),
            "Oakfield School",
            date(2026, 4, 13),
            date(2026, 7, 20),
            ADVICE_SERVICE,
        )
    )


def views_invited(to: Addressee = PARENT) -> Letter:
    return views.letter(views.ViewsInvited(correspondence(to), date(2026, 3, 23), ADVICE_SERVICE))


def will_assess(to: Addressee = PARENT) -> Letter:
    asked = (
        decision_to_assess.AdviceAsked("Education", "Mrs Achterberg, Oakfield School", date(2026, 5, 25)),
        decision_to_assess.AdviceAsked(
            "Psychology", "Dr Bielak, educational psychologist", date(2026, 5, 25)
        ),
        decision_to_assess.AdviceAsked("Health", "Dr Ama Serwaa, community paediatrician", date(2026, 5, 25)),
        decision_to_assess.AdviceAsked("Social care", "Disabled children’s team", date(2026, 5, 25)),
    )
    return decision_to_assess.letter(
        decision_to_assess.DecisionToAssess(
            correspondence(to), date(2026, 4, 10), asked, date(2026, 6, 22), date(2026, 7, 20), ADVICE_SERVICE
        )
    )


def refused(to: Addressee = PARENT, needs: Limb = NEEDS, provision: Limb = PROVISION) -> Letter:
    return refusal_to_assess.letter(
        refusal_to_assess.RefusalToAssess(
            correspondence=correspondence(to),
            received_on=date(2026, 3, 2),
            decided_on=date(2026, 4, 10),
            needs=needs,
            provision=provision,
            support_now="The school will go on with the three reading sessions. We look again in September.",
            rights=RIGHTS,
        )
    )


def not_issued(to: Addressee = PARENT) -> Letter:
    return no_plan.letter(
        no_plan.NoPlan(
            correspondence=correspondence(to),
            decided_on=date(2026, 4, 10),
            provision=PROVISION,
            support_now="The school will go on with the three reading sessions.",
            papers=("Advice from Oakfield School", "Advice from Dr Bielak"),
            rights=RIGHTS,
        )
    )


def advice_asked() -> Letter:
    return advice.request(
        advice.AdviceRequest(
            correspondence=correspondence(ADVISER),
            advice="psychological advice",
            born_on=BORN_ON,
            questions=("How does Amira learn best?", "What support does she need, how often and from whom?"),
            papers=("Parent’s views, 5 March 2026", "School report, 2 March 2026"),
            due_on=date(2026, 5, 25),
            reply_at="www.wealdshire.example/advice/7F3K",
        )
    )


def advice_chased(dated_on: date = date(2026, 5, 11)) -> Letter:
    return advice.chaser(
        advice.AdviceChaser(
            correspondence=correspondence(ADVISER, dated_on),
            advice="psychological advice",
            born_on=BORN_ON,
            asked_on=date(2026, 4, 13),
            due_on=date(2026, 5, 25),
            next_step="If it is not here, we will tell your service lead, Jo Marchetti, that week.",
            reply_at="www.wealdshire.example/advice/7F3K",
        )
    )


def draft_served(to: Addressee = PARENT) -> Letter:
    return draft_plan.letter(
        draft_plan.DraftPlanCover(
            correspondence=correspondence(to),
            version=1,
            served_on=date(2026, 6, 15),
            comments_until=date(2026, 6, 29),
            final_by=date(2026, 7, 20),
            school_list=Contact("Wealdshire Local Offer", website="www.wealdshire.example/schools"),
            advice_service=ADVICE_SERVICE,
        )
    )


def consulted() -> Letter:
    return consultation.letter(
        consultation.Consultation(
            correspondence=correspondence(HEAD),
            setting="Oakfield School",
            born_on=BORN_ON,
            family_asked=True,
            starts_words="We are asking about a place in Year 6 from 3 September 2026.",
            reply_by=date(2026, 6, 30),
            papers=("Draft EHC plan, version 1", "Advice from Dr Bielak"),
            reply_at="www.wealdshire.example/consultation/2M9Q",
        )
    )


def finalised(to: Addressee = PARENT) -> Letter:
    return final_plan.letter(
        final_plan.FinalPlanCover(
            correspondence=correspondence(to),
            placement="Oakfield School, a maintained primary school",
            review_by=date(2027, 4, 12),
            what_changed="You asked us to add speech and language therapy. We added it to Section F.",
            rights=RIGHTS,
        )
    )


def late(to: Addressee = PARENT, exception: str = "", dated_on: date = date(2026, 7, 6)) -> Letter:
    return missed_deadline.letter(
        missed_deadline.MissedDeadline(
            correspondence=correspondence(to, dated_on),
            step="send you the final plan",
            due_on=date(2026, 7, 20),
            because="We do not have the psychologist’s advice yet. There are not enough psychologists.",
            exception=exception,
            expected_by=date(2026, 8, 10),
            next_steps=("Dr Bielak sees Amira on 9 July 2026.", "We send you a draft plan by 24 July 2026."),
            complaints=Contact("SEND complaints", "01632 960 666", "complaints@wealdshire.example"),
            ombudsman=Contact("Local Government and Social Care Ombudsman", "01632 960 777"),
            advice_service=ADVICE_SERVICE,
        )
    )


def handed_over(to: Addressee = PARENT) -> Letter:
    return handover.letter(
        handover.Handover(
            correspondence=correspondence(to),
            old_officer="Marek Dunne",
            starts_on=date(2026, 4, 20),
            known_so_far=(
                "Amira likes animals and hates loud rooms.",
                "Mornings are the best time to call you.",
            ),
            promises=(handover.OpenPromise("Call you about the school visit", date(2026, 4, 24)),),
            next_dates=(handover.NextDate("Our decision whether to make a plan", date(2026, 6, 22)),),
        )
    )


REASONS = (
    "The meeting agreed that the reading sessions work.\n\n- Her reading age went up by a year.\n- Nobody asked "
    "for more."
)


def amendments_noticed(to: Addressee = PARENT, after_review: bool = True) -> Letter:
    return amendment_notice.letter(
        amendment_notice.AmendmentNotice(
            correspondence=correspondence(to),
            plan_of=date(2025, 6, 2),
            version=3,
            placement="Oakfield School",
            because="She will need help in bigger classes at her next school.",
            sections=("Section B: Special educational needs", "Section F: Special educational provision"),
            evidence=("Report of the review meeting, 20 March 2026",),
            served_on=date(2026, 4, 13),
            comments_until=date(2026, 4, 27),
            final_by=date(2026, 6, 8),
            after_review=after_review,
            school_list=Contact("Wealdshire Local Offer", website="www.wealdshire.example/schools"),
            advice_service=ADVICE_SERVICE,
        )
    )


def amended(to: Addressee = PARENT) -> Letter:
    return final_plan.letter(
        final_plan.FinalPlanCover(
            correspondence=correspondence(to),
            placement="Hill End School, a maintained secondary school",
            review_by=date(2027, 4, 12),
            what_changed="You asked us to keep the reading help. We kept it in Section F.",
            rights=RIGHTS,
            replaces=date(2025, 6, 2),
        )
    )


def to_be_amended(to: Addressee = PARENT, notice_by: date | None = date(2026, 4, 17)) -> Letter:
    return after_review.will_amend(
        after_review.WillAmend(correspondence(to), date(2026, 4, 10), REASONS, notice_by, ADVICE_SERVICE)
    )


def not_amended(to: Addressee = PARENT, after: str = "REVIEW") -> Letter:
    return after_review.not_amending(
        after_review.NotAmending(correspondence(to), after, date(2026, 4, 10), REASONS, RIGHTS)
    )


def ceased(to: Addressee = PARENT, ground: str = "NOT_NECESSARY") -> Letter:
    return ceasing.letter(
        ceasing.Ceasing(correspondence(to), date(2026, 4, 10), ground, REASONS, date(2026, 6, 16), RIGHTS)
    )


def reassessed(to: Addressee = PARENT) -> Letter:
    return reassessment.agreed(
        reassessment.Reassessing(correspondence(to), date(2026, 4, 10), date(2026, 7, 17), ADVICE_SERVICE)
    )


def not_reassessed(to: Addressee = PARENT) -> Letter:
    return reassessment.refused(
        reassessment.NotReassessing(correspondence(to), date(2026, 4, 10), REASONS, RIGHTS)
    )


def body_told(step: str = "REQUEST", to: Addressee = HEAD) -> Letter:
    return body_notice.letter(body_notice.BodyNotice(correspondence(to), step, date(2026, 4, 10), BORN_ON))


LETTERS: dict[LetterKind, Callable[[], Letter]] = {
    LetterKind.ACKNOWLEDGEMENT: acknowledged,
    LetterKind.VIEWS_INVITED: views_invited,
    LetterKind.DECISION_TO_ASSESS: will_assess,
    LetterKind.REFUSAL_TO_ASSESS: refused,
    LetterKind.NO_PLAN: not_issued,
    LetterKind.ADVICE_REQUEST: advice_asked,
    LetterKind.ADVICE_CHASER: advice_chased,
    LetterKind.DRAFT_PLAN: draft_served,
    LetterKind.CONSULTATION: consulted,
    LetterKind.FINAL_PLAN: finalised,
    LetterKind.MISSED_DEADLINE: late,
    LetterKind.HANDOVER: handed_over,
    LetterKind.AMENDMENT_NOTICE: amendments_noticed,
    LetterKind.AMENDED_PLAN: amended,
    LetterKind.WILL_AMEND: to_be_amended,
    LetterKind.NOT_AMENDING: not_amended,
    LetterKind.CEASING: ceased,
    LetterKind.REASSESSING: reassessed,
    LetterKind.NOT_REASSESSING: not_reassessed,
    LetterKind.BODY_NOTICE: body_told,
}
FAMILY_LETTERS: dict[LetterKind, Callable[..., Letter]] = {
    kind: make
    for kind, make in LETTERS.items()
    if kind
    not in (
        LetterKind.ADVICE_REQUEST,
        LetterKind.ADVICE_CHASER,
        LetterKind.CONSULTATION,
        LetterKind.BODY_NOTICE,
    )
}
