"""Messages: what the family writes, what an officer answers, and what came by phone, letter or e-mail."""

from alongside.app.actions.messages import LONGEST, Logged
from alongside.core.case.codes import Channel
from alongside.web.forms.days import Day
from alongside.web.forms.fields import LongText, OneOf
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look

CHANNELS = [
    (str(Channel.PHONE), "By phone"),
    (str(Channel.LETTER), "By letter"),
    (str(Channel.EMAIL), "By email"),
]


class Write(Form):
    """A message."""

    text = LongText("Your message", missing="Write your message", longest=LONGEST)


class Reply(Form):
    """An officer's message or answer."""

    text = LongText(
        "Your answer", missing="Write your answer", hint="Only this person can read it", longest=LONGEST
    )


class Heard(Form):
    """What somebody of the family said or wrote outside this service."""

    channel = OneOf("How did it come?", CHANNELS, missing="Choose how it came", look=Look(inline=True))
    received_on = Day("When did it come?", missing="Enter the day on which it came", limit="not after today")
    text = LongText(
        "What did they say?",
        missing="Write what they said",
        hint="In their words, as nearly as you can",
        longest=LONGEST,
    )
    answer = LongText("What did you answer, if you did?", longest=LONGEST)

    def logged(self) -> Logged:
        """As the action takes it."""
        given = self.cleaned_data
        return Logged(given["text"], Channel(given["channel"]), given["received_on"], given["answer"])
