"""The template environment: GOV.UK macros, our filters, and misspelt names that do not pass in silence."""

import json
from collections.abc import Mapping
from types import NoneType
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    BaseLoader,
    ChainableUndefined,
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    Undefined,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.utils import missing

from alongside.web import addresses
from alongside.web.forms import drawing
from alongside.web.presenters import wording


class Unknown(ChainableUndefined):
    """What a template asked for and is not there.

    The GOV.UK macros read options that nobody set: an absent key of a mapping is nothing, quietly. A name
    that the page did not pass, or an attribute that an object does not have, is a misspelling: printing it
    raises. `{% if name %}` stays allowed for names, so that a layout can have optional parts.
    """

    def _is_an_option(self) -> bool:
        return isinstance(self._undefined_obj, Mapping | Undefined | NoneType)

    def __str__(self) -> str:
        return "" if self._is_an_option() else self._fail_with_undefined_error()

    def __html__(self) -> str:
        return str(self)

    def __bool__(self) -> bool:
        if not (self._undefined_obj is missing or self._is_an_option()):
            self._fail_with_undefined_error()
        return False


def environment(loader: BaseLoader | None = None, **options: Any) -> Environment:
    """Called once by Django's Jinja2 backend (settings.TEMPLATES)."""
    govuk = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    loaders: list[BaseLoader] = [loader, govuk] if loader else [govuk]
    options.update(undefined=Unknown, trim_blocks=True, lstrip_blocks=True, autoescape=True)
    made = Environment(loader=ChoiceLoader(loaders), extensions=["jinja2.ext.do"], **options)  # noqa: S701  autoescape is on, above
    made.filters.update(wording.FILTERS, as_json=as_json)
    made.globals.update(
        static=static,
        url=url,
        with_query=with_query,
        component_of=drawing.component_of,
        field_params=drawing.params,
        summary_of=drawing.summary,
    )
    return made


def url(name: str, **parts: object) -> str:
    """The address of a door by its name: `url("case", reference=case.reference)`."""
    return reverse(name, kwargs=parts) if parts else addresses.of_door(name)


def as_json(value: object) -> str:
    """For a data attribute, which the template escapes like any other text."""
    return json.dumps(value, cls=DjangoJSONEncoder)


@pass_context
def with_query(context: Context, **changes: object) -> str:
    """This page's address with some query parameters replaced; a value of None removes its parameter."""
    request = context["request"]
    query = request.GET.copy()
    for key, value in changes.items():
        query.pop(key, None)
        if value is not None:
            query[key] = str(value)
    encoded = query.urlencode()
    return f"?{encoded}" if encoded else request.path
