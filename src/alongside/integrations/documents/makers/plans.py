"""The plan and the letters that go with it: the facts of `app.plan_papers` in the kit's terms."""

from collections.abc import Callable
from typing import Any

from alongside.app import plan_papers as facts
from alongside.app.letter_facts import LetterFacts
from alongside.integrations.documents import content
from alongside.integrations.documents.content import ChildName, DocumentRefused, Letter
from alongside.integrations.documents.correspondence import Contact
from alongside.integrations.documents.letters import amendment_notice, consultation, draft_plan, final_plan
from alongside.integrations.documents.makers.decisions import ADVICE_SERVICE, rights
from alongside.integrations.documents.makers.shared import contact, correspondence
from alongside.integrations.documents.plan import (
    SECTION_TITLES,
    PlanDocument,
    PlanStatus,
    SectionText,
    Signature,
)

SCHOOL_LIST = Contact(
    "Get Information about Schools, the national list of schools and colleges",
    website="www.get-information-schools.service.gov.uk",
)
"""Where a family finds schools and colleges. From knowledge: to be checked before each release."""


def plan(told: facts.PlanPaper) -> PlanDocument:
    """The plan as the kit prints it: a draft unless it is signed."""
    if told.born_on is None:
        raise DocumentRefused(
            f"The plan {told.reference} cannot be produced: the date of birth is not known. Add it first."
        )
    about, signed = told.about, told.signed
    return PlanDocument(
        authority=told.office.authority,
        team=told.office.team,
        reference=told.reference,
        child=ChildName(about.given, about.family, about.known_as),
        born_on=told.born_on,
        details=told.details,
        status=_status(told),
        version=told.version,
        dated_on=told.dated_on,
        sections=tuple(SectionText(section, content.prose(text)) for section, text in told.sections),
        appendices=told.appendices,
        signature=Signature(signed.name, signed.role, signed.on) if signed else None,
    )


def _status(told: facts.PlanPaper) -> PlanStatus:
    if told.signed is None:
        return PlanStatus.DRAFT
    return PlanStatus.FINAL_AMENDED if told.is_amended else PlanStatus.FINAL


def _amendment_sent(told: facts.AmendmentSent) -> Letter:
    return amendment_notice.letter(
        amendment_notice.AmendmentNotice(
            correspondence=correspondence(told.envelope),
            plan_of=told.plan_of,
            version=told.version,
            placement=told.placement,
            because=told.because,
            sections=tuple(f"Section {each}: {SECTION_TITLES[each]}" for each in told.sections),
            evidence=told.evidence,
            served_on=told.served_on,
            comments_until=told.comments_until,
            final_by=told.final_by,
            after_review=told.after_review,
            school_list=SCHOOL_LIST,
            advice_service=contact(told.envelope.services.advice, ADVICE_SERVICE),
        )
    )


def _draft_sent(told: facts.DraftSent) -> Letter:
    return draft_plan.letter(
        draft_plan.DraftPlanCover(
            correspondence=correspondence(told.envelope),
            version=told.version,
            served_on=told.served_on,
            comments_until=told.comments_until,
            final_by=told.final_by,
            school_list=SCHOOL_LIST,
            advice_service=contact(told.envelope.services.advice, ADVICE_SERVICE),
            reissue_because=told.reissue_because,
        )
    )


def _setting_asked(told: facts.SettingAsked) -> Letter:
    return consultation.letter(
        consultation.Consultation(
            correspondence=correspondence(told.envelope),
            setting=told.setting,
            born_on=told.born_on,
            family_asked=told.family_asked,
            starts_words=told.place_wanted,
            reply_by=told.reply_by,
            papers=told.papers,
            reply_at=told.reply_at,
        )
    )


def _final_sent(told: facts.FinalSent) -> Letter:
    return final_plan.letter(
        final_plan.FinalPlanCover(
            correspondence=correspondence(told.envelope),
            placement=told.placement,
            review_by=told.review_by,
            what_changed=told.what_changed,
            rights=rights(told.envelope, told.appeal),
            replaces=told.replaces,
            is_reassessed=told.is_reassessed,
        )
    )


MAKERS: dict[type[LetterFacts], Callable[[Any], Letter]] = {
    facts.DraftSent: _draft_sent,
    facts.SettingAsked: _setting_asked,
    facts.FinalSent: _final_sent,
    facts.AmendmentSent: _amendment_sent,
}
