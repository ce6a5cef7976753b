"""Every component on one page: for those who write pages, and for the tests. Hangs only in a demo."""

from django.http import HttpResponse

from alongside.web import answers
from alongside.web.forms.gallery import Sample
from alongside.web.pages import gallery_samples
from alongside.web.request import Request


def show(request: Request) -> HttpResponse:
    """The gallery. Its form checks and answers like any other, and keeps nothing."""
    form = Sample.of(request, initial={"revision": 1})
    if form.is_bound and form.is_valid():
        return answers.see_other(request, "The form was right. Nothing was kept.", "gallery")
    samples = gallery_samples.of(request.GET, on=request.today)
    return answers.show(request, "pages/gallery/show.html", form=form, back="/", **samples)


def confirm(request: Request) -> HttpResponse:
    """What stands between a form and an act that cannot be undone."""
    if answers.is_confirmed(request):
        return answers.see_other(request, "The act was confirmed. Nothing was done.", "gallery")
    asked = answers.Confirmation(
        title="Check before you issue the final plan",
        warning="The family, the school and the integrated care board get the plan at once. This cannot be undone.",
        act="Issue the final plan",
        rows=(("Child", "Rowan Sample"), ("School named", "Oakfield Primary School")),
        back="/gallery",
    )
    return answers.confirm(request, asked)
