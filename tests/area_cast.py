"""An area with four children for the tests that knock at every door: two families, a young person, and one elsewhere.

Everything was done through the real deeds, on the cast's day. Each child's case has a row of every kind that an
address can name, so that the ids of one can be tried by the people of another.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from alongside.app import doing, scope
from alongside.app.actions import (
    advice,
    advice_answers,
    advice_records,
    consultations,
    drafts,
    fact_corrections,
    intake,
    messages,
    plan_items,
    requests,
    samples,
)
from alongside.app.actions.advice import Asked
from alongside.app.actions.advice_answers import Answer
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.fact_corrections import SaidWrong
from alongside.app.actions.plan_items import Said
from alongside.app.actions.requests import NewRequest, Registered
from alongside.app.actions.serving import Sending
from alongside.app.actor import Actor
from alongside.app.placing import Setting
from alongside.app.queries import accounts
from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import AdviceKind, Channel, EventKind, PlanSection, RequestSource
from alongside.core.case.correctable import Fact
from alongside.core.plan.items import ItemKind
from alongside.records.models import (
    Advice,
    AdviceLine,
    AdviceObjection,
    AdviceRequest,
    Case,
    CaseEvent,
    CaseParty,
    Consultation,
    CorrectionRequest,
    Document,
    EmergencyOpening,
    ImportConflict,
    ImportRun,
    InspectionSample,
    IntakeFile,
    Organisation,
    PlanComment,
    PlanItem,
    Position,
    SampledCase,
)
from cast import ELSEWHERE, HERE, Cast, account, assemble, officer, organisation
from plan_cast import comment, drafting, edition, served

R = Relation
CASES = ("ivy", "sol", "yas", "far")
STANDING: dict[str, dict[str, frozenset[Relation]]] = {
    "officer": {
        "ivy": frozenset({R.CASE_OWNER, R.SAME_AUTHORITY}),
        "yas": frozenset({R.CASE_OWNER, R.SAME_AUTHORITY}),
    },
    "other_officer": {"sol": frozenset({R.CASE_OWNER, R.SAME_AUTHORITY})},
    "psychologist": {"ivy": frozenset({R.ADVISER_ASKED, R.ADVISER_BODY})},
    "health_adviser": {"ivy": frozenset({R.ADVISER_BODY})},
    "clinical_officer": {"ivy": frozenset({R.ADVISER_BODY})},
    "social_care": {"ivy": frozenset({R.ADVISER_BODY}), "sol": frozenset({R.ADVISER_BODY})},
    "senco": {"ivy": frozenset({R.SETTING_ATTENDED, R.ADVISER_BODY})},
    "senco_elsewhere": {"sol": frozenset({R.SETTING_ATTENDED})},
    "senco_consulted": {"ivy": frozenset({R.SETTING_CONSULTED}), "sol": frozenset({R.SETTING_CONSULTED})},
    "parent": {"ivy": frozenset({R.PARENT})},
    "other_parent": {"ivy": frozenset({R.PARENT})},
    "supporter": {"ivy": frozenset({R.SUPPORTER})},
    "mother_of_sol": {"sol": frozenset({R.PARENT})},
    "young_person": {"yas": frozenset({R.YOUNG_PERSON})},
    "mother_of_yas": {"yas": frozenset({R.FAMILY_WITHOUT_SIGHT})},
    "inspector": {"ivy": frozenset({R.INSPECTION_SAMPLE})},
    "officer_elsewhere": {"far": frozenset({R.CASE_OWNER, R.SAME_AUTHORITY})},
    "stranger": {},
}
"""What everybody is to each case, written by hand: the expectation, and never worked out by what is tested.

Officers of Northshire stand to its three cases as SAME_AUTHORITY; whoever is not listed stands in no relation.
"""
OFFICERS_HERE = (
    "officer", "other_officer", "manager", "panel_chair", "data_officer", "placements_officer", "director",
)  # fmt: skip
PEOPLE = tuple(dict.fromkeys((*OFFICERS_HERE, *STANDING)))


def standing(who: str, case: str) -> frozenset[Relation]:
    """What somebody of the cast is to a case."""
    default = {R.SAME_AUTHORITY} if who in OFFICERS_HERE and case != "far" else {R.NONE}
    return STANDING.get(who, {}).get(case, frozenset(default))


@dataclass(frozen=True, slots=True)
class Area:
    """Everybody by name, and for each child the ids that an address can name."""

    cast: Cast
    people: dict[str, Actor]
    ids: dict[str, dict[str, Any]]


def build(*, at: datetime) -> Area:
    """Everything, through the deeds."""
    cast = assemble(at=at)
    with scope.opened_to_all(HERE):
        consulted = officer(HERE, "Orla Orchard", RoleCode.SENCO, at, cast.special_school)
        inspector = officer(HERE, "Ines Inspector", RoleCode.INSPECTOR, at)
        supporter, ada = account("Sue Supporter", at), account("Ada Marsh", at)
        yas, yara = account("Yas Younger", at), account("Yara Younger", at)
        far_school = next(iter(cast.senco_elsewhere.organisations))
    whole(cast)
    join(cast, supporter)
    sampled(cast, inspector)
    sol = other_child(cast, ada, far_school)
    young = young_person(cast, yas, yara)
    far, far_cast = elsewhere(cast)
    people = {name: getattr(cast, name) for name in PEOPLE if hasattr(cast, name)}
    people |= {"senco_consulted": consulted, "inspector": inspector}
    joined = {"supporter": supporter, "mother_of_sol": ada, "young_person": yas, "mother_of_yas": yara}
    people |= {name: accounts.actor_for(who, HERE, at=at) for name, who in joined.items()}
    assert set(people) == set(PEOPLE)
    return Area(
        cast,
        people,
        {
            "ivy": ids_of(cast, cast.case.case_id),
            "sol": ids_of(cast, sol),
            "yas": ids_of(cast, young),
            "far": ids_of(far_cast, far),
        },
    )


def whole(cast: Cast) -> UUID:
    """A case as far as the served draft, with advice asked, a comment and two consultations."""
    case = served(cast)
    with doing.on_case(case, Permission.REQUEST_ADVICE, by=cast.officer, at=cast.at) as deed:
        advice.ask_all_required(deed)
    with scope.opened(cast.officer):
        psychology = AdviceRequest.objects.get(case=case, kind=AdviceKind.PSYCHOLOGICAL).id
    if cast.psychology_service in cast.psychologist.organisations:
        advice_answers.take(case, str(psychology), by=cast.psychologist, at=cast.at)
    more_of(cast, case)
    return case


def more_of(cast: Cast, case: UUID) -> None:
    """A need added to the plan; a comment, a message and a correction asked for by the parent; settings consulted."""
    need = Said({"what": "She holds the rail with both hands on the stairs."})
    plan_items.add(case, PlanSection.B, ItemKind.NEED, need, by=cast.officer, at=cast.at)
    comment(cast, case, "She also has trouble with stairs.")
    messages.send(case, "When will the plan be ready?", by=cast.parent, at=cast.at)
    fact_corrections.ask(
        case, SaidWrong(Fact.FORENAME, "Yvy", "It is on the birth certificate."), by=cast.parent, at=cast.at
    )
    objected(cast, case)
    consulted = (Setting(str(cast.special_school), ""), Setting("", "Brook College"))
    consultations.consult(case, consulted, "From September 2027, in year 4.", by=cast.officer, at=cast.at)


def objected(cast: Cast, case: UUID) -> None:
    """Advice that came by post, with a line of its own, whose author says that the plan does not represent it."""
    asked = advice.ask(case, Asked(AdviceKind.OTHER, "Little Steps playgroup"), by=cast.officer, at=cast.at)
    given = Answer("GENERAL", {"need_1_what": "Is afraid of loud rooms."}, author_name="Pia Playgroup")
    kept = advice_records.record(case, asked, given, cast.at.date(), by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        AdviceObjection.objects.create(
            authority_id=cast.officer.authority, case_id=case, advice_id=kept, version=1,
            words="It says nothing of loud rooms.", made_at=cast.at, made_by_name="Pia Playgroup",
        )  # fmt: skip


def join(cast: Cast, supporter: UUID) -> None:
    """Somebody whom the family asked to stand beside them."""
    with scope.opened_to_all(HERE):
        CaseParty.objects.create(
            authority_id=HERE, case_id=cast.case.case_id, account_id=supporter, relation="SUPPORTER",
            name="Sue Supporter", email="sue.supporter@example.org", starts_on=date(2026, 11, 20),
        )  # fmt: skip


def sampled(cast: Cast, inspector: Actor) -> None:
    """Ivy's case is open to an inspector for a week."""
    assert inspector.account is not None
    day = cast.at.date()
    terms = samples.Terms("Inspection", day, day + timedelta(days=6), frozenset({inspector.account}))
    sample = samples.make(terms, by=cast.data_officer, at=cast.at)
    samples.put_in(sample, cast.case.reference, by=cast.data_officer, at=cast.at)


def registered(cast: Cast, child: NewChild, parties: list[NewParty]) -> Registered:
    """One more child."""
    request = NewRequest(cast.at.date(), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.EMAIL, parties[0].name)
    return requests.register(child, parties, request, by=cast.officer, at=cast.at)


def other_child(cast: Cast, mother: UUID, school: UUID) -> UUID:
    """Another family of the same authority, whose advice is asked of social care alone."""
    parties = [
        NewParty(
            "PARENT", "Ada Marsh", "mother", "ada.marsh@example.org", account=mother, agreed_to_email=True
        ),
        NewParty("PARENT", "Abe Marsh", "father"),
    ]
    made = registered(cast, NewChild("Sol", "Marsh", date(2019, 3, 1), setting=school), parties)
    actor = accounts.actor_for(mother, HERE, at=cast.at)
    theirs = replace(cast, case=made, officer=cast.other_officer, parent=actor)
    draft(theirs)
    asked = Asked(AdviceKind.SOCIAL_CARE, "Children's Social Care", cast.social_care_team)
    advice.ask(made.case_id, asked, by=theirs.officer, at=cast.at)
    more_of(theirs, made.case_id)
    return made.case_id


def draft(cast: Cast) -> None:
    """A draft served on whoever the case has."""
    case = drafting(cast)
    with scope.opened(cast.officer):
        ways = {p.id: Channel.HAND for p in CaseParty.objects.filter(case=case)}
    drafts.serve(case, Sending(cast.at.date(), ways, edition(cast, case)), by=cast.officer, at=cast.at)


def young_person(cast: Cast, who: UUID, mother: UUID) -> UUID:
    """A young person who holds the rights, and a mother whom nobody has asked about."""
    parties = [
        NewParty("YOUNG_PERSON", "Yas Younger", "self", "yas.younger@example.org", account=who),
        NewParty("PARENT", "Yara Younger", "mother", "yara.younger@example.org", account=mother),
    ]
    case = registered(cast, NewChild("Yas", "Younger", date(2009, 4, 2)), parties).case_id
    with doing.on_case(case, Permission.ASSIGN_CASE, by=cast.manager, at=cast.at) as deed:
        to = {"to": str(cast.officer.account), "to_name": cast.officer.name}
        deed.append(EventKind.CASE_ASSIGNED, deed.today, to)
    return case


def elsewhere(cast: Cast) -> tuple[UUID, Cast]:
    """A child of another authority, with everything that a case can have."""
    with scope.opened_to_all(ELSEWHERE):
        school = organisation(ELSEWHERE, "SETTING", "Southby Primary School", setting_type="MAINSTREAM")
        special = organisation(ELSEWHERE, "SETTING", "Southby Special School", setting_type="SPECIAL")
        care = organisation(ELSEWHERE, "COUNCIL", "Southby Social Care", provides="SOCIAL_CARE")
        mother = account("Frida Far", cast.at)
    there = replace(cast, officer=cast.officer_elsewhere, special_school=special)
    parties = [NewParty("PARENT", "Frida Far", "mother", "frida.far@example.org", account=mother)]
    made = registered(there, NewChild("Finn", "Far", date(2018, 7, 1), setting=school), parties)
    there = replace(there, case=made, parent=accounts.actor_for(mother, ELSEWHERE, at=cast.at))
    draft(there)
    advice.ask(
        made.case_id, Asked(AdviceKind.SOCIAL_CARE, "Southby Social Care", care), by=there.officer, at=cast.at
    )
    more_of(there, made.case_id)
    return made.case_id, there


def ids_of(cast: Cast, case: UUID) -> dict[str, Any]:
    """A value for every part of an address, of this case where the part is of a case."""
    nothing = uuid4()
    by = cast.officer
    with scope.opened(by):
        row = Case.objects.get(id=case)
        event = CaseEvent.objects.filter(case=case, kind=EventKind.REQUEST_RECEIVED).first()
        party = CaseParty.objects.filter(case=case).order_by("name").first()
        request = AdviceRequest.objects.filter(case=case).order_by("kind").last()
        consultation = Consultation.objects.filter(case=case).exclude(organisation=None).first()
        remark = PlanComment.objects.filter(case=case).first()
        given = Advice.objects.filter(case=case).order_by("submitted_at", "id").first()
        line = AdviceLine.objects.filter(case=case).order_by("number").first()
        objection = AdviceObjection.objects.filter(case=case).first()
        wrong = CorrectionRequest.objects.filter(case=case).first()
        need = PlanItem.objects.filter(case=case, version__state="WRITING", section="B").first()
        paper = Document.objects.filter(case=case).order_by("created_at", "id").first()
        position = Position.objects.filter(account=by.account, authority=by.authority).first()
        body = Organisation.objects.filter(authority=by.authority).order_by("name").first()
        run = ImportRun.objects.create(
            authority_id=by.authority, source="SEN2 2026", file_name="return.xml", sha256="0" * 64,
            started_at=cast.at, finished_at=cast.at, started_by_name="Dev Data",
        )  # fmt: skip
        conflict = ImportConflict.objects.create(
            authority_id=by.authority, run=run, case=row, what="Postcode", held="NS1 1AA", offered="NS1 1AB"
        )
        emergency, sample, entry = opened(cast, row)
    waiting, file = begun(cast)
    return {
        "case_id": row.id,
        "run_id": run.id,
        "conflict_id": conflict.id,
        "event_id": event.id if event else nothing,
        "party_id": party.id if party else nothing,
        "request_id": request.id if request else nothing,
        "advice_id": given.id if given else nothing,
        "line_id": line.id if line else nothing,
        "objection_id": objection.id if objection else nothing,
        "consultation": consultation.id if consultation else nothing,
        "comment_id": remark.id if remark else nothing,
        "item": need.thread if need else nothing,
        "document_id": paper.id if paper else nothing,
        "account_id": by.account,
        "position_id": position.id if position else nothing,
        "organisation_id": body.id if body else nothing,
        "intake_id": waiting,
        "file_id": file,
        "correction_id": wrong.id if wrong else nothing,
        "opening_id": emergency,
        "sample_id": sample,
        "entry_id": entry,
        "fact": "forename",
        "kind": "MEDIATION_ADVISER_CONTACTED",
        "ground": "SCHOOL_CLOSED",
        "section": "B",
        "finding": "0" * 16,
        "number": 1,
        "step": "child",
        "rule": "A02",
    }


def opened(cast: Cast, case: Case) -> tuple[UUID, UUID, UUID]:
    """Yesterday's emergency by the officer, and a sample without inspectors that the case is in."""
    at = cast.at - timedelta(days=1)
    emergency = EmergencyOpening.objects.create(
        authority_id=case.authority_id, case=case, account_id=cast.officer.account, account_name=cast.officer.name,
        reason="The police are on the line.", opened_at=at, ends_at=at + timedelta(hours=1), told="SEND_MANAGER",
        told_count=1,
    )  # fmt: skip
    sample = InspectionSample.objects.create(
        authority_id=case.authority_id, name="Another inspection", starts_on=at.date(),
        ends_before=at.date() + timedelta(days=9), made_at=at,
    )  # fmt: skip
    entry = SampledCase.objects.create(authority_id=case.authority_id, sample=sample, case=case, put_in_at=at)
    return emergency.id, sample.id, entry.id


def begun(cast: Cast) -> tuple[UUID, UUID]:
    """A request that waits to be registered, with a paper."""
    nobody = accounts.nobody(cast.officer.authority)
    started = intake.start(by=nobody, at=cast.at)
    answers = {
        "who": "PARENT", "name": "Wanda Waiting", "phone": "01632 960 555",
        "child_forename": "Wim", "child_surname": "Waiting", "child_born_on": date(2019, 3, 1),
    }  # fmt: skip
    intake.save(started.intake_id, answers, by=nobody, at=cast.at)
    intake.add_file(started.intake_id, "letter.pdf", b"%PDF-1.7\nsynthetic", by=nobody, at=cast.at)
    intake.send(started.intake_id, by=nobody, at=cast.at)
    with scope.opened(cast.officer):
        return started.intake_id, IntakeFile.objects.get(intake=started.intake_id).id
