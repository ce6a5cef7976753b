"""Every table. Imported in one place because Django finds models here."""

from alongside.records.models.accounts import Account, Authority, Organisation, Position
from alongside.records.models.advice import Advice, AdviceDraft, AdviceRequest
from alongside.records.models.advice_lines import AdviceLine, AdviceObjection, AdviceReturn, LineUse
from alongside.records.models.cases import Case, CaseEvent, CaseParty, Due, Episode
from alongside.records.models.documents import Document
from alongside.records.models.imports import ImportConflict, ImportRejection, ImportRun
from alongside.records.models.intake import Intake, IntakeFile
from alongside.records.models.ledger import LedgerEntry
from alongside.records.models.mending import ToMend
from alongside.records.models.openings import EmergencyOpening, InspectionSample, Inspector, SampledCase
from alongside.records.models.outbox import OutboxMessage
from alongside.records.models.people import Person
from alongside.records.models.placements import Consultation
from alongside.records.models.plan_findings import (
    ModelQuestions,
    PlanFinding,
    PlanFindingAnswer,
    PlanPassage,
    PlanPassageMark,
    PlanSectionOwner,
)
from alongside.records.models.plan_items import PlanItem, PlanItemLink, PlanItemRevision, PlanItemSource
from alongside.records.models.plans import PlanComment, PlanSectionRevision, PlanSectionText, PlanVersion
from alongside.records.models.reviews import HeldPlan
from alongside.records.models.voice import CorrectionRequest, Message

__all__ = [
    "Account", "Advice", "AdviceDraft", "AdviceLine", "AdviceObjection", "AdviceRequest", "AdviceReturn",
    "Authority", "Case", "CaseEvent", "CaseParty",
    "Consultation", "CorrectionRequest", "Document", "Due", "EmergencyOpening", "Episode", "HeldPlan",
    "ImportConflict", "ImportRejection", "ImportRun", "InspectionSample", "Inspector", "Intake", "IntakeFile",
    "LedgerEntry", "LineUse", "Message", "ModelQuestions", "Organisation", "OutboxMessage", "Person", "PlanComment",
    "PlanFinding", "PlanFindingAnswer", "PlanItem", "PlanItemLink", "PlanItemRevision", "PlanItemSource",
    "PlanPassage", "PlanPassageMark", "PlanSectionOwner",
    "PlanSectionRevision", "PlanSectionText", "PlanVersion", "Position", "SampledCase", "ToMend",
]  # fmt: skip
