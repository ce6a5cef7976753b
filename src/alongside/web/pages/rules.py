"""The law that the service works by, a page for each rule, open to anyone."""

from django.http import HttpResponse

from alongside.core.access.refusals import NotFound
from alongside.core.law import register, rule_page
from alongside.core.law.lawbook import LawBook
from alongside.web import answers
from alongside.web.presenters import rule_pages as shown
from alongside.web.request import Request


def rules(request: Request) -> HttpResponse:
    """Every rule by the part of a case's life, what is covered without a date, and what is not covered."""
    return answers.show(
        request,
        "pages/rules/rules.html",
        parts=shown.parts(LawBook.load()),
        effects=register.effects(),
        not_covered=register.not_covered(),
        reviewed=shown.reviewed(LawBook.load()),
    )


def rule(request: Request, rule: str) -> HttpResponse:
    """One rule: plain words, formula, citation, exceptions, readings, worked examples, what is not verified."""
    try:
        page = rule_page.of(rule, LawBook.load())
    except KeyError:
        raise NotFound from None
    return answers.show(
        request, "pages/rules/rule.html", page=page, who=shown.who(page), words=shown.paragraphs(page)
    )
