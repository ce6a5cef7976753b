"""A return is handed in, and a disagreement between a return and the records is decided."""

from alongside.web.forms.fields import LongText, Number, OneOf, Upload
from alongside.web.forms.form import Form

KINDS = {
    "xml": "application/xml",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
}


class HandIn(Form):
    """The file, and its year where it does not say it itself."""

    file = Upload(
        "The return",
        missing="Choose the file of the return",
        hint="The XML file, the nine CSV files in one zip, or the pre-submission workbook, of up to 20 MB",
        kinds=KINDS,
    )
    year = Number(
        "Year of the return",
        hint="Only for a workbook, which does not say it. For example, 2025 for the return of January 2025",
        least=2000,
        most=2100,
    )


class Decision(Form):
    """Which of the two is right, and how that is known."""

    take = OneOf(
        "Which is right?",
        [("KEEP", "What is on record"), ("TAKE", "What the return says")],
        missing="Choose which of the two is right",
    )
    reason = LongText(
        "How do you know?",
        missing="Write how you know which is right",
        hint="For example, which letter you looked at. This is kept with the decision",
        longest=500,
    )


class SameChild(Decision):
    """Whether two records are of one child."""

    take = OneOf(
        "Is it the same child?",
        [("TAKE", "Yes, it is the same child"), ("KEEP", "No, it is another child")],
        missing="Choose whether it is the same child",
    )
