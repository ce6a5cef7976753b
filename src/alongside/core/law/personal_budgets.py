"""Personal budgets that are paid out (rule B01); refusing, reducing and stopping them have no fixed days (B02, B03)."""

from alongside.core.case.payment_history import DirectPayments
from alongside.core.law.timer import CANCELLED, Desk, Due, become, due_of

Dues = tuple[Due, ...]


def must_review_direct_payments(payments: DirectPayments, desk: Desk) -> Dues:
    """The authority reviews direct payments within the first three months, and after that at each review or
    reassessment of the plan.

    A refusal of a personal budget needs reasons and one review if it is asked for; reducing or stopping payments
    needs reasonable notice, reasons and one reconsideration. For neither is a number of days fixed.
    """
    limit = desk.law.limits["B01", payments.started_on]
    if limit is None:
        return ()
    stopped = CANCELLED if payments.ended_on is not None else None
    state, late = become(limit.statutory, desk.on, payments.reviewed_on, stopped)
    return (due_of(limit, payments.started_on, payments, None, (state, late, payments.reviewed_on)),)
