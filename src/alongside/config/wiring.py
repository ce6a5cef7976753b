"""Plugs what is outside into the ports of `app`. The only place that knows both sides."""

from urllib.parse import urlsplit

from django.conf import settings

from alongside.app.ports import PORTS
from alongside.config import clock
from alongside.core.law.lawbook import Law, LawBook, Modes
from alongside.integrations.annex_a import mending as annex_a
from alongside.integrations.calendars import england
from alongside.integrations.documents.maker import Documents
from alongside.integrations.messages.mail import Mail
from alongside.integrations.plan_files.papers import Papers
from alongside.integrations.plan_files.reports import Reports
from alongside.integrations.safe_files.uploads import Uploads
from alongside.integrations.sen2.writing import mending as sen2


def plug() -> None:
    """Fill every port. Called once, when Django is ready."""
    PORTS.law = Law(LawBook.load(), england.england_and_wales(), Modes())
    PORTS.letters = Documents()
    PORTS.files = Uploads()
    PORTS.papers = Papers()
    PORTS.reports = Reports()
    PORTS.messages = Mail(urlsplit(settings.ADDRESS).hostname or "localhost")
    PORTS.data_rules = (sen2.wrong, annex_a.wrong)
    PORTS.now = clock.now
    PORTS.address = settings.ADDRESS
