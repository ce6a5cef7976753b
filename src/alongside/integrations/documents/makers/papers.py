"""The papers that go with letters and plans: the facts of `app.plan_papers` in the kit's terms."""

from alongside.app import plan_papers as facts
from alongside.integrations.documents.advice_paper import Advice, of_advice
from alongside.integrations.documents.changes import ChangedSection, ProposedChanges, of_changes
from alongside.integrations.documents.content import ChildName
from alongside.integrations.documents.sheet import Sheet


def changes(told: facts.PlanChanges) -> tuple[Sheet, str]:
    """The proposed changes, marked."""
    about = told.about
    paper = ProposedChanges(
        authority=told.office.authority,
        team=told.office.team,
        reference=told.reference,
        child=ChildName(about.given, about.family, about.known_as),
        plan_of=told.plan_of,
        version=told.version,
        dated_on=told.dated_on,
        because=told.because,
        evidence=told.evidence,
        changed=tuple(ChangedSection(section, pieces) for section, pieces in told.changed),
    )
    return of_changes(paper), f"proposed changes {told.version}"


def advice(told: facts.AdvicePaper) -> tuple[Sheet, str]:
    """Advice as it was given."""
    about = told.about
    paper = Advice(
        authority=told.office.authority,
        reference=told.reference,
        child=ChildName(about.given, about.family, about.known_as),
        born_on=told.born_on,
        kind=told.kind,
        author=told.author,
        post=told.post,
        written_on=told.dated_on,
        answers=told.answers,
        nothing_because=told.nothing_because,
    )
    return of_advice(paper), f"advice {told.kind}"
