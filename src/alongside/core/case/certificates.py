"""Whether a mediation certificate may still come, though the two months to appeal are over.

A certificate that is issued after the two months opens one more month to appeal (Tribunal Procedure (FTT) (HESC) Rules
2008 rule 20(1)(c)). It can come only where the family contacted a mediation adviser in time (SEND Regulations 2014
reg 33); when, no rule says: the adviser's days run from steps that may themselves be late.
"""

from datetime import date
from typing import Protocol

from alongside.core.case.history import Dispute


class ContactLimit(Protocol):
    """What this needs of the law. `law.lawbook.Law` has it."""

    def contact_adviser_by(self, sent_on: date) -> date | None:
        """The last day on which to contact a mediation adviser, or None where it is not known."""
        ...


def may_come(dispute: Dispute, law: ContactLimit) -> bool:
    """True where the adviser was contacted in time, no certificate was issued yet and nothing is decided."""
    contacted = dispute.contacted_on
    if contacted is None or dispute.certificate_on is not None or dispute.ended_on is not None:
        return False
    last = law.contact_adviser_by(dispute.sent_on)
    return last is None or contacted <= last
