"""Sends messages by e-mail, through whichever mail back-end the settings name."""

from smtplib import SMTPException

from django.core.mail import EmailMessage

from alongside.app.ports import CouldNotSend, Outgoing


class Mail:
    """The `MessageSender` of `app.ports`, by e-mail. `domain` stands in the Message-ID."""

    def __init__(self, domain: str) -> None:
        self.domain = domain

    def send(self, message: Outgoing) -> None:
        """Hand one message to the mail server. Raises `CouldNotSend` with the kind of fault."""
        mail = EmailMessage(
            subject=message.subject,
            body=message.text,
            to=[message.to_email],
            headers={"Message-ID": f"<{message.id}@{self.domain}>"},
        )
        try:
            taken = mail.send()
        except (SMTPException, OSError, ValueError) as fault:
            raise CouldNotSend(f"The mail server did not take it ({type(fault).__name__}).") from fault
        if not taken:
            raise CouldNotSend("The mail server did not take it.")
