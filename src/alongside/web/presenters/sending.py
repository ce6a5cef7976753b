"""A plan that is about to leave, or has left, in words."""

from alongside.app.actions.drafts import Served
from alongside.app.actions.finals import Issued, Placement
from alongside.app.actions.serving import Sending
from alongside.app.letters import Delivery
from alongside.app.queries.advice_lines import State
from alongside.app.queries.consultations import Found
from alongside.app.queries.sending import ToIssue, ToSend
from alongside.core.case.codes import Channel
from alongside.web.presenters import consultations, wording

BY = {
    Channel.EMAIL: "by email",
    Channel.HAND: "by hand",
    Channel.FIRST_CLASS_POST: "by first class post",
    Channel.SECOND_CLASS_POST: "by second class post",
}


def rows(page: ToSend, sending: Sending) -> tuple[tuple[str, str], ...]:
    """What to check before a draft leaves."""
    to = [(one.name, BY[sending.ways[one.party]]) for one in page.recipients if one.party in sending.ways]
    return (
        ("Child", page.head.name),
        ("Reference", page.head.reference),
        ("Version", str(page.version)),
        ("Sent on", wording.weekday_day(sending.sent_on)),
        *((f"To {name}", way) for name, way in to),
    )


def final_rows(
    page: ToIssue, sending: Sending, placement: Placement, options: list[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """What to check before the final plan leaves. `options` are the settings that could be chosen."""
    chosen = dict(options).get(str(placement.organisation), "")
    named = "; ".join(part for part in (chosen or placement.setting_name, placement.type_words) if part)
    return (*rows(page.send, sending), ("Section I names", named or "nothing yet"))


def settings(page: ToIssue, found: tuple[Found, ...]) -> list[tuple[str, str]]:
    """Settings to choose from: those consulted and asked for, with what they said, then those searched for."""
    options = {
        line.setting.organisation: f"{line.setting.name}: {consultations.TAGS[line.outcome].text.lower()}"
        for line in page.consultations
        if line.setting.organisation
    }
    for asked in page.asked:
        if asked.setting.organisation:
            options.setdefault(asked.setting.organisation, f"{asked.setting.name}: asked for by the family")
    for ident, name in consultations.choices(found):
        options.setdefault(ident, name)
    return list(options.items())


def issue_title(page: ToIssue) -> str:
    """What the page is called: with a plan in force it issues the one that takes its place."""
    return "Issue the amended plan" if page.replaces else "Issue the final plan"


MOST_STOPS = 5


def stops_draft(page: ToSend) -> tuple[str, ...]:
    """What stands in the way of the draft, each as a sentence."""
    return (*(fault.sentence for fault in page.faults), *_found(page))


def _found(page: ToSend) -> tuple[str, ...]:
    """The first of what the checks found, and how many more there are."""
    further = len(page.stops) - MOST_STOPS
    more = (f"And {wording.plural(further, 'further finding')}.",) if further > 0 else ()
    return (*page.stops[:MOST_STOPS], *more)


def stops(page: ToIssue) -> tuple[str, ...]:
    """What stands in the way of the final plan, each as a sentence."""
    found = [*(fault.sentence for fault in page.send.faults), *_found(page.send)]
    if page.unanswered:
        waits = wording.plural(page.unanswered, "comment")
        found.append(
            f"{waits} on the draft still {'waits' if page.unanswered == 1 else 'wait'} for an answer."
        )
    return (*found, *of_advice(page.send.advice))


def of_advice(state: State) -> tuple[str, ...]:
    """What of the advice is not settled, each as a sentence."""
    found = []
    if state.undecided:
        verb = "is" if state.undecided == 1 else "are"
        found.append(
            f"{wording.plural(state.undecided, 'line')} of the advice {verb} neither used nor put aside with a reason."
        )
    if state.unread:
        found.append(
            f"{wording.plural(state.unread, 'piece')} of advice came as a file, and nobody has marked what it says."
        )
    if state.objections:
        found.append(
            f"{wording.plural(state.objections, 'objection')} of an adviser to how their advice was used "
            f"{'is' if state.objections == 1 else 'are'} open."
        )
    return tuple(found)


def early(page: ToIssue) -> str:
    """The warning before the end of the family's fifteen days; empty once they have ended."""
    if not page.is_early:
        return ""
    return (
        f"The family’s 15 days run until {wording.weekday_day(page.comments_end_on)}. The plan must not be sent before "
        "they end, unless the family has clearly finished and you write down how you know."
    )


def asked(page: ToIssue) -> tuple[str, ...]:
    """What the family asked for, and whether it was consulted."""
    return tuple(
        f"The family asked for {one.setting.name} on {wording.day(one.on)}. "
        + (
            "It was consulted."
            if one.is_consulted
            else "It has not been consulted: the law says it must be before you decide."
        )
        for one in page.asked
    )


def draft_sent(served: Served) -> str:
    """The sentence after a draft has left."""
    until = wording.weekday_day(served.comments_until)
    return f"The draft has been sent. The family has until {until} to comment.{_post(served.letters)}"


def final_sent(issued: Issued) -> str:
    """The sentence after the final plan has left, with whoever must still be written to."""
    by_hand = ""
    if issued.not_told:
        by_hand = f" There is no address here for {wording.sentence_list(issued.not_told)}: send the plan there too."
    return f"The final plan has been issued.{_post(issued.letters)}{by_hand}"


def _post(letters: tuple[Delivery, ...]) -> str:
    names = [letter.recipient for letter in letters if letter.by_post]
    if not names:
        return ""
    return f" Print the letter and the plan for {wording.sentence_list(names)}: they are under Documents."
