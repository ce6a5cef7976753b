"""The duties and rights of a dispute, in the order of its life."""

from collections.abc import Callable
from dataclasses import dataclass

from alongside.core.case.history import Dispute
from alongside.core.law import appeals, mediation, orders, unopposed
from alongside.core.law.timer import Desk, Due


@dataclass(frozen=True, slots=True)
class OfDispute:
    """A duty or a right that an appealable decision opens."""

    rule: str
    work_out: Callable[[Dispute, Desk], tuple[Due, ...]]


OF_DISPUTES = (
    OfDispute("M01", mediation.may_contact_mediation_adviser),
    OfDispute("F01", appeals.may_appeal),
)
# What follows a decision that is disputed. A decision that nobody has disputed is not asked about them.
OF_PROCEEDINGS = (
    OfDispute("M02", mediation.adviser_must_certify_without_mediation),
    OfDispute("M04", mediation.must_tell_health_of_mediation),
    OfDispute("M03", mediation.must_arrange_mediation),
    OfDispute("M06", mediation.adviser_must_certify_what_cannot_be_arranged),
    OfDispute("M05", mediation.adviser_must_certify_after_mediation),
    OfDispute("M07", orders.must_carry_out_agreement_as_order),
    OfDispute("M08", mediation.must_do_what_was_agreed),
    OfDispute("M09", mediation.must_tell_authority_of_agreement),
    OfDispute("M10", mediation.must_keep_the_day_agreed),
    OfDispute("F02", appeals.tribunal_decides_on_late_appeal),
    OfDispute("F04", appeals.tribunal_registers_appeal),
    OfDispute("F03", appeals.must_respond_to_appeal),
    OfDispute("F08", appeals.must_keep_days_set_by_tribunal),
    OfDispute("U00", unopposed.must_obtain_order_for_late_concession),
    OfDispute("U01", unopposed.must_tell_of_assessment_not_opposed),
    OfDispute("U02", unopposed.must_tell_decision_against_plan_after_not_opposing),
    OfDispute("U03", unopposed.must_send_final_plan_after_not_opposing),
    OfDispute("U04", unopposed.must_amend_contents_not_opposed),
    OfDispute("U05", unopposed.must_change_setting_not_opposed),
    OfDispute("U06", unopposed.must_send_draft_after_not_opposing),
    OfDispute("U07", unopposed.must_send_plan_not_opposed),
    OfDispute("U08c", unopposed.must_continue_plan_not_opposed),
    OfDispute("U08", unopposed.must_amend_continued_plan_not_opposed),
    OfDispute("F05", appeals.tribunal_gives_reasons),
    OfDispute("O01", orders.must_cease_as_decided),
    OfDispute("O02a", orders.must_tell_of_assessment_ordered),
    OfDispute("O02b", orders.must_tell_decision_against_plan_after_order),
    OfDispute("O02c", orders.must_send_plan_after_assessment_ordered),
    OfDispute("O03a", orders.must_send_draft_ordered),
    OfDispute("O03b", orders.must_send_plan_ordered),
    OfDispute("O04", orders.must_reconsider_what_was_remitted),
    OfDispute("O05", orders.must_amend_contents_as_ordered),
    OfDispute("O06", orders.must_change_setting_as_ordered),
    OfDispute("O07", orders.must_continue_plan_as_ordered),
    OfDispute("O08", orders.must_amend_continued_plan),
    OfDispute("O12", orders.must_amend_contents_and_setting),
    OfDispute("O11", orders.must_comply_by_day_directed),
    OfDispute("O10", orders.must_answer_recommendation),
    OfDispute("F06", appeals.may_ask_for_permission_to_appeal),
    OfDispute("F07", appeals.may_ask_upper_tribunal),
)
