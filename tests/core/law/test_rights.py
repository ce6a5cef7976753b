"""What a family may do about a decision, and until when."""

import pytest

from alongside.core.case.codes import EventKind
from alongside.core.law import rights
from core.law.chronicles import LAW, K, day, happened

REQUEST = (K.REQUEST_RECEIVED, "2025-09-01")
REFUSED = (REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2025-10-10"))
PLAN = (K.PLAN_MADE, "2024-02-10")
MEETING = (K.REVIEW_MEETING_HELD, "2025-10-01")


def open_on(on: str, *steps: object) -> list[tuple[str, bool | None, dict[str, str]]]:
    found = rights.of_family(happened(*steps), on=day(on), law=LAW)
    return [
        (each.decision, each.needs_certificate, {r.rule: r.statutory_due.isoformat() for r in each.rights})
        for each in found
    ]


def test_a_refusal_opens_mediation_and_appeal() -> None:
    assert open_on("2025-10-10", *REFUSED) == [("e2", True, {"M01": "2025-12-10", "F01": "2025-12-10"})]


def test_what_is_over_or_done_is_left_out() -> None:
    assert open_on("2025-12-11", *REFUSED) == []
    contacted = (K.MEDIATION_ADVISER_CONTACTED, "2025-10-20")
    assert open_on("2025-10-20", *REFUSED, contacted) == [("e2", True, {"F01": "2025-12-10"})]
    assert open_on("2025-10-20", *REFUSED, (K.DIED, "2025-10-20")) == []


def test_a_certificate_is_not_needed_twice_nor_for_the_setting_alone() -> None:
    certified = (K.MEDIATION_CERTIFICATE_ISSUED, "2025-11-30")
    assert open_on("2025-12-12", *REFUSED, certified) == [("e2", False, {"F01": "2026-01-02"})]
    setting = ((K.FINAL_SENT, "2025-10-10"), (K.APPEAL_RECEIVED, "2025-11-01", {"sections": "I"}))
    assert open_on("2025-11-01", *setting) == [("e1", False, {"M01": "2025-12-10"})]
    assert open_on("2025-10-10", (K.FINAL_SENT, "2025-10-10"))[0][1] is None


@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        (K.REFUSAL_TO_ASSESS_SENT, (REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2025-10-10"))),
        (
            K.NO_PLAN_NOTICE_SENT,
            (REQUEST, (K.DECISION_TO_ASSESS_NOTIFIED, "2025-09-20"), (K.NO_PLAN_NOTICE_SENT, "2025-10-10")),
        ),
        (K.FINAL_SENT, ((K.FINAL_SENT, "2025-10-10"),)),
        (K.AMENDED_FINAL_SENT, (PLAN, (K.AMENDED_FINAL_SENT, "2025-10-10"))),
        (K.REASSESSMENT_REFUSED_SENT, (PLAN, (K.REASSESSMENT_REFUSED_SENT, "2025-10-10"))),
        (
            K.DECISION_NOT_TO_AMEND_SENT,
            (PLAN, MEETING, (K.REVIEW_DECISION_SENT, "2025-10-10", {"outcome": "MAINTAIN"})),
        ),
        (
            K.CEASE_DECISION_SENT,
            (PLAN, MEETING, (K.REVIEW_DECISION_SENT, "2025-10-10", {"outcome": "CEASE"})),
        ),
        (K.CEASE_DECISION_SENT, (PLAN, (K.CEASE_DECISION_SENT, "2025-10-10"))),
    ],
)
def test_every_appealable_decision_opens_its_window(kind: EventKind, steps: tuple[object, ...]) -> None:
    (found,) = rights.of_family(happened(*steps), on=day("2025-10-10"), law=LAW)
    assert {each.rule: each.statutory_due for each in found.rights} == {
        "M01": day("2025-12-10"),
        "F01": day("2025-12-10"),
    }
    assert found.about is kind
    assert all(each.reasons[0].fact for each in found.rights)


def test_after_the_decision_of_the_tribunal_the_way_up_is_open() -> None:
    decided = (
        *REFUSED,
        (K.APPEAL_RECEIVED, "2025-12-01"),
        (K.ORDER_MADE, "2026-06-01", {"order": "DISMISSED"}),
    )
    sent = (K.TRIBUNAL_DECISION_SENT, "2026-06-01")
    assert open_on("2026-06-02", *decided, sent) == [("e2", True, {"F06": "2026-06-29"})]
    no = (K.TRIBUNAL_DECISION_SENT, "2026-06-20", {"decision": "PERMISSION_REFUSED"})
    assert open_on("2026-06-21", *decided, sent, no) == [("e2", True, {"F07": "2026-07-20"})]
