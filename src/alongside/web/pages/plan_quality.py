"""What the checks found in the plans of the team, and the questions that are put to whoever writes one."""

from django.http import HttpResponse
from django.urls import reverse

from alongside.app.actions import model_questions as actions
from alongside.app.queries import model_questions
from alongside.app.queries import plan_quality as queries
from alongside.web import answers
from alongside.web.forms.plan_checks import Questions
from alongside.web.pages.plans import section_of
from alongside.web.presenters import plan_quality as shown
from alongside.web.presenters import plans
from alongside.web.request import Request


def quality(request: Request) -> HttpResponse:
    """Findings by rule and by writer, the reasons given, and how alike the plans are."""
    found = queries.quality(by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/oversight/plan_quality.html",
        found=found,
        rules=shown.rule_grid(found),
        writers=shown.writer_grid(found),
        reasons=shown.reasons(found),
        alike=shown.alike(found),
        distinct=shown.distinct(found),
    )


def questions(request: Request) -> HttpResponse:
    """The questions of every section."""
    found = model_questions.of_authority(by=request.actor)
    return answers.show(
        request,
        "pages/oversight/model_questions.html",
        sections=[(plans.title_of(each.section), each) for each in found],
    )


def change_questions(request: Request, section: str) -> HttpResponse:
    """The questions of one section are changed."""
    code = section_of(section)
    found = {each.section: each for each in model_questions.of_authority(by=request.actor)}[code]
    form = Questions.of(
        request, initial={"questions": "\n".join(found.questions), "revision": found.revision}
    )
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            given = form.cleaned_data
            seen = given["revision"]
            actions.save(code, given["questions"], seen, by=request.actor, at=request.now)
            return answers.see_other(
                request, f"The questions of Section {code} are saved.", "model_questions"
            )
    return answers.show(
        request,
        "pages/oversight/model_questions_change.html",
        form=form,
        title=f"Questions beside {plans.title_of(code)}",
        found=found,
        cancel=reverse("model_questions"),
    )


def restore_questions(request: Request, section: str) -> HttpResponse:
    """Back to the questions that the service comes with."""
    code = section_of(section)
    actions.restore(code, by=request.actor, at=request.now)
    done = f"Section {code} has the questions again that the service comes with."
    return answers.see_other(request, done, "model_questions")
