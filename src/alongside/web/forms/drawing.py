"""From a bound field to the parameters of a GOV.UK macro. Templates call `field(form.name)` and nothing else."""

from collections.abc import Callable
from typing import Any

from django import forms

from alongside.web.forms.days import Boxes

Params = dict[str, Any]


def component_of(bound: forms.BoundField) -> str:
    """Which macro draws it. Fields of libraries (sign-in) are told apart by their widget."""
    named: str = getattr(bound.field, "component", "")
    if named:
        return named
    if isinstance(bound.field.widget, forms.HiddenInput):
        return "hidden"
    return "agree" if isinstance(bound.field, forms.BooleanField) else "input"


def params(bound: forms.BoundField) -> Params:
    """Everything the macro needs: id, name, label, hint, value, error."""
    component = component_of(bound)
    shared: Params = {"id": bound.auto_id, "name": bound.html_name}
    if bound.help_text:
        shared["hint"] = {"text": str(bound.help_text)}
    if bound.errors:
        shared["errorMessage"] = {"text": str(bound.errors[0])}
    return shared | DRAWN[component](bound)


def summary(form: forms.BaseForm) -> list[Params]:
    """The lines of the error summary, in the order of the fields; each links to the box to mend."""
    lines: list[Params] = [{"text": str(error)} for error in form.non_field_errors()]
    for name in form.fields:
        if name in form.errors:
            bound = form[name]
            lines.append({"text": str(bound.errors[0]), "href": f"#{_first_box(bound)}"})
    return lines


def _first_box(bound: forms.BoundField) -> str:
    if component_of(bound) == "date":
        return f"{bound.auto_id}-{_wrong_boxes(bound)[0]}"
    return str(bound.auto_id)


def _wrong_boxes(bound: forms.BoundField) -> list[str]:
    """The boxes that the error's code names; all of them where it names none."""
    found = bound.form.errors.as_data().get(bound.name, [])
    named = (
        [part for part in str(getattr(found[0], "code", "") or "").split() if part in Boxes._fields]
        if found
        else []
    )
    return named or list(Boxes._fields)


def _look(bound: forms.BoundField) -> Any:
    return getattr(bound.field, "look", None)


def _label(bound: forms.BoundField) -> Params:
    look = _look(bound)
    if look and look.heading:
        return {"text": bound.label, "classes": "govuk-label--l", "isPageHeading": True}
    return {"text": bound.label, "classes": "govuk-label--s"}


def _legend(bound: forms.BoundField) -> Params:
    look = _look(bound)
    if look and look.heading:
        return {"text": bound.label, "classes": "govuk-fieldset__legend--l", "isPageHeading": True}
    return {"text": bound.label, "classes": "govuk-fieldset__legend--s"}


def _typed(bound: forms.BoundField) -> Params:
    look = _look(bound)
    found: Params = {"label": _label(bound), "value": "" if bound.value() is None else str(bound.value())}
    if look is None:
        attributes = bound.field.widget.attrs
        return found | {"autocomplete": attributes.get("autocomplete"), "type": "text"}
    if look.width:
        found["classes"] = f"govuk-input--width-{look.width}"
    if look.autocomplete:
        found["autocomplete"] = look.autocomplete
    if look.inputmode:
        found["inputmode"] = look.inputmode
    if look.spellcheck is not None:
        found["spellcheck"] = look.spellcheck
    return found | {"type": getattr(bound.field, "type", "text")}


def _textarea(bound: forms.BoundField) -> Params:
    drawn = _typed(bound)
    drawn.pop("type")
    return drawn | {"rows": str(_look(bound).rows), "maxlength": getattr(bound.field, "longest", None)}


def _date(bound: forms.BoundField) -> Params:
    widget = bound.field.widget
    boxes = widget.format_value(bound.value())
    wrong = _wrong_boxes(bound) if bound.errors else []
    look = _look(bound)
    items = [
        {
            "name": part,
            "value": getattr(boxes, part),
            "classes": ("govuk-input--width-4" if part == "year" else "govuk-input--width-2")
            + (" govuk-input--error" if part in wrong else ""),
            "autocomplete": f"bday-{part}" if look.autocomplete == "bday" else None,
        }
        for part in Boxes._fields
    ]
    return {"namePrefix": bound.html_name, "items": items, "fieldset": {"legend": _legend(bound)}}


def _options(bound: forms.BoundField) -> Params:
    look = _look(bound)
    chosen = bound.value()
    chosen = {str(one) for one in chosen} if isinstance(chosen, list | tuple | set) else {_as_option(chosen)}
    items = [
        {
            "value": value,
            "text": text,
            "checked": value in chosen,
            "hint": {"text": look.option_hints[value]} if value in look.option_hints else None,
            "reveals": look.reveals.get(value),
        }
        for value, text in _choices(bound)
    ]
    classes = " ".join(
        f"govuk-{kind}--{size}"
        for kind, size, wanted in (("radios", "inline", look.inline), ("radios", "small", look.small),
                                   ("checkboxes", "small", look.small))
        if wanted
    )  # fmt: skip
    return {
        "idPrefix": bound.auto_id, "items": items, "classes": classes, "fieldset": {"legend": _legend(bound)},
    }  # fmt: skip


def _choices(bound: forms.BoundField) -> list[tuple[str, str]]:
    offered: Any = getattr(bound.field, "choices", ())
    return [(str(value), str(text)) for value, text in offered]


def _as_option(value: Any) -> str:
    return (
        {True: "yes", False: "no", None: ""}.get(value, str(value))
        if isinstance(value, bool | None)
        else str(value)
    )


def _select(bound: forms.BoundField) -> Params:
    chosen = _as_option(bound.value())
    items = [{"value": value, "text": text, "selected": value == chosen} for value, text in _choices(bound)]
    if items and items[0]["value"] != "":
        items.insert(0, {"value": "", "text": "Choose one", "selected": chosen == ""})
    return {"label": _label(bound), "items": items}


def _agree(bound: forms.BoundField) -> Params:
    ticked = {"value": "on", "text": bound.label, "checked": bool(bound.value())}
    return {"idPrefix": bound.auto_id, "items": [ticked]}


def _file(bound: forms.BoundField) -> Params:
    kinds = ",".join(f".{kind}" for kind in getattr(bound.field, "kinds", {}))
    return {"label": _label(bound), "attributes": {"accept": kinds}}


def _hidden(bound: forms.BoundField) -> Params:
    return {"value": "" if bound.value() is None else str(bound.value())}


DRAWN: dict[str, Callable[[forms.BoundField], Params]] = {
    "input": _typed, "textarea": _textarea, "date": _date, "radios": _options, "checkboxes": _options,
    "select": _select, "agree": _agree, "file": _file, "hidden": _hidden,
}  # fmt: skip
"""How each component's own parameters are made."""
