"""The duties and rights of a dispute, in the order of its life."""

from alongside.core.case.history import Dispute
from alongside.core.law import appeals, mediation, orders, unopposed
from alongside.core.law.owed import Owed
from alongside.core.law.timer import Desk

OF_DISPUTES: tuple[Owed[Dispute, Desk], ...] = (
    Owed("M01", mediation.may_contact_mediation_adviser),
    Owed("F01", appeals.may_appeal),
)
# What follows a decision that is disputed. A decision that nobody has disputed is not asked about them.
OF_PROCEEDINGS: tuple[Owed[Dispute, Desk], ...] = (
    Owed("M02", mediation.adviser_must_certify_without_mediation),
    Owed("M04", mediation.must_tell_health_of_mediation),
    Owed("M03", mediation.must_arrange_mediation),
    Owed("M06", mediation.adviser_must_certify_what_cannot_be_arranged),
    Owed("M05", mediation.adviser_must_certify_after_mediation),
    Owed("M07", orders.must_carry_out_agreement_as_order),
    Owed("M08", mediation.must_do_what_was_agreed),
    Owed("M09", mediation.must_tell_authority_of_agreement),
    Owed("M10", mediation.must_keep_the_day_agreed),
    Owed("F02", appeals.tribunal_decides_on_late_appeal),
    Owed("F04", appeals.tribunal_registers_appeal),
    Owed("F03", appeals.must_respond_to_appeal),
    Owed("F08", appeals.must_keep_days_set_by_tribunal),
    Owed("U00", unopposed.must_obtain_order_for_late_concession),
    Owed("U01", unopposed.must_tell_of_assessment_not_opposed),
    Owed("U02", unopposed.must_tell_decision_against_plan_after_not_opposing),
    Owed("U03", unopposed.must_send_final_plan_after_not_opposing),
    Owed("U04", unopposed.must_amend_contents_not_opposed),
    Owed("U05", unopposed.must_change_setting_not_opposed),
    Owed("U06", unopposed.must_send_draft_after_not_opposing),
    Owed("U07", unopposed.must_send_plan_not_opposed),
    Owed("U08c", unopposed.must_continue_plan_not_opposed),
    Owed("U08", unopposed.must_amend_continued_plan_not_opposed),
    Owed("F05", appeals.tribunal_gives_reasons),
    Owed("O01", orders.must_cease_as_decided),
    Owed("O02a", orders.must_tell_of_assessment_ordered),
    Owed("O02b", orders.must_tell_decision_against_plan_after_order),
    Owed("O02c", orders.must_send_plan_after_assessment_ordered),
    Owed("O03a", orders.must_send_draft_ordered),
    Owed("O03b", orders.must_send_plan_ordered),
    Owed("O04", orders.must_reconsider_what_was_remitted),
    Owed("O05", orders.must_amend_contents_as_ordered),
    Owed("O06", orders.must_change_setting_as_ordered),
    Owed("O07", orders.must_continue_plan_as_ordered),
    Owed("O08", orders.must_amend_continued_plan),
    Owed("O12", orders.must_amend_contents_and_setting),
    Owed("O11", orders.must_comply_by_day_directed),
    Owed("O10", orders.must_answer_recommendation),
    Owed("F06", appeals.may_ask_for_permission_to_appeal),
    Owed("F07", appeals.may_ask_upper_tribunal),
)
