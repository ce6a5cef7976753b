"""Takes a list of children out of the service as a file: recorded in the ledger, with how many lines it had.

Whoever may export gets the whole list; anybody else who works from it, the lines of their own cases.
"""

from dataclasses import replace
from datetime import datetime

from alongside.app import doing
from alongside.app.actor import Actor
from alongside.app.queries import mending, new_plans, phase_transfers, reviews
from alongside.app.queries.mending import ToMend, Wanted
from alongside.app.queries.new_plans import NewPlans
from alongside.app.queries.phase_transfers import PhaseTransfers
from alongside.app.queries.review_lists import Narrowed
from alongside.app.queries.reviews import Reviews
from alongside.core.access import decide
from alongside.core.access.permission import Permission


def take_reviews(wanted: Narrowed, *, by: Actor, at: datetime) -> Reviews:
    """Every line of the list of reviews that this person may take away."""
    with doing.deed("REVIEWS_TAKEN_AS_FILE", Permission.FIND_CASE, by=by, at=at) as body:
        found = reviews.reviews(_own(wanted, by), by=by, at=at, size=None)
        body["lines"] = len(found.lines)
        return found


def take_transfers(wanted: Narrowed, *, by: Actor, at: datetime, moving: int | None = None) -> PhaseTransfers:
    """Every line of the list of phase transfers of a year that this person may take away."""
    with doing.deed("PHASE_TRANSFERS_TAKEN_AS_FILE", Permission.FIND_CASE, by=by, at=at) as body:
        found = phase_transfers.transfers(_own(wanted, by), by=by, at=at, moving=moving, size=None)
        body |= {"lines": len(found.lines), "moving": found.moving}
        return found


def take_to_mend(wanted: Wanted, *, by: Actor, at: datetime) -> ToMend:
    """Every line of what is to be mended that this person may take away."""
    with doing.deed("DATA_TO_MEND_TAKEN_AS_FILE", Permission.SEE_DATA_TO_MEND, by=by, at=at) as body:
        own = wanted if takes_everything(by) else replace(wanted, owner=by.account)
        found = mending.to_mend(own, by=by, at=at, size=None)
        body["lines"] = len(found.lines)
        return found


def take_new_plans(year: int, *, by: Actor, at: datetime) -> NewPlans:
    """The three counts of new plans of a year, plan by plan."""
    with doing.deed("NEW_PLANS_TAKEN_AS_FILE", Permission.EXPORT, by=by, at=at) as body:
        found = new_plans.new_plans(year, by=by, at=at)
        body |= {"lines": len(found.plans), "year": year}
        return found


def takes_everything(by: Actor) -> bool:
    """True where the file holds the whole list and not only the lines of this person's own cases."""
    return decide.can_act(Permission.EXPORT, roles=by.roles)


def _own(wanted: Narrowed, by: Actor) -> Narrowed:
    return wanted if takes_everything(by) else replace(wanted, owner=by.account)
