"""What a family can do besides the dated rights of the clock: appeal late, and go to the Ombudsman."""

from alongside.app.queries.family import FamilyCase
from alongside.web.presenters import family_words, wording


def late_appeal(shown: FamilyCase) -> str:
    """That one may ask to appeal late, where the time has ended and nobody appealed; else empty.

    Tribunal rules 5(3)(a) and 20(3): whether it may go on is for the Tribunal. The text of these rules has not been
    checked against the source, and the words say so.
    """
    if shown.appeal_ended_on is None:
        return ""
    return (
        f"Your time to appeal ended on {wording.day(shown.appeal_ended_on)}. You can still ask the tribunal to let you "
        "appeal late. Tell it why you are late. The tribunal decides. We have not checked this rule against the law "
        "itself yet."
    )


def complaint(shown: FamilyCase, child: str) -> tuple[str, ...]:
    """Until when the Ombudsman normally looks at something: what the family learns today, and what is late (L01)."""
    if shown.complaint_by is None:
        return ()
    found = [f"If you learned of it today, you have until {wording.day(shown.complaint_by)}."]
    for rule, late_from, last in shown.complaints:
        title = family_words.said(family_words.title(rule), child=child, own=shown.is_own)
        if title:
            found.append(
                f"“{title}” has been late since {wording.day(late_from)}. If you knew of it then, you have until "
                f"{wording.day(last)}."
            )
    return tuple(dict.fromkeys(found))
