"""The numbers and details of a child that the return and the inspection's lists ask for."""

from typing import Any

from django import forms

from alongside.app.actions.child_details import ChildDetails
from alongside.integrations.identifiers import numbers
from alongside.integrations.sen2 import codes
from alongside.web.forms.days import Day
from alongside.web.forms.fields import FromList, OneOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.presenters import return_words

CODE = Look(width=20, autocomplete="off", spellcheck=False)


class Details(Form):
    """One page. What is not known stays empty; nothing is guessed."""

    born_on = Day("Date of birth", limit="not after today")
    sex = OneOf("Sex on record", (("M", "Male"), ("F", "Female"), ("U", "Not known")))
    ethnicity = FromList(
        "Ethnicity", (("", "Not known"), *return_words.ETHNICITIES.items()), hint="As the family gave it"
    )
    postcode = Text("Postcode", longest=10, look=CODE)
    upn = Text("Unique pupil number (UPN)", hint="The school has it", longest=16, look=CODE)
    uln = Text("Unique learner number (ULN)", hint="For young people of 14 and over", longest=12, look=CODE)
    upn_unknown = FromList(
        "If there is neither number, why?",
        (("", "There is one, or the reason is not known"), *return_words.NO_NUMBER.items()),
    )
    disability = OneOf("Does the child have a disability?", (("Y", "Yes"), ("N", "No"), ("", "Not known")))

    def clean(self) -> dict[str, Any]:
        """Numbers are checked by their letter or digit, as the return does."""
        given = super().clean() or {}
        for name, check in (("upn", numbers.upn), ("uln", numbers.uln)):
            if given.get(name):
                try:
                    given[name] = check(given[name])
                except ValueError as why:
                    self.add_error(name, forms.ValidationError(f"{given[name]} is not right: {why}"))
        return given

    def leave_out_postcode(self) -> None:
        """Do not ask for it: an address is withheld from whoever looks."""
        del self.fields["postcode"]

    def details(self) -> ChildDetails:
        """The same as the action takes it."""
        given = {name: self.cleaned_data.get(name) or self._nothing(name) for name in ChildDetails.__slots__}
        if "postcode" not in self.fields:
            given["postcode"] = None
        return ChildDetails(**given)

    @staticmethod
    def _nothing(name: str) -> Any:
        return None if name == "born_on" else ""


assert frozenset(return_words.ETHNICITIES) <= codes.ETHNICITY
