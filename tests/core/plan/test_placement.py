"""A setting may decline on three grounds and on no other."""

import pytest

from alongside.core.plan import placement
from alongside.core.plan.placement import Answer, Ground
from alongside.core.refusal import Refused

WHY = "The lift does not reach the science rooms, where half of the lessons are."


def test_setting_that_can_meet_the_needs_gives_no_ground() -> None:
    placement.check_reply(Answer.CAN_MEET, [], "")
    with pytest.raises(Refused, match="also gives a ground"):
        placement.check_reply(Answer.CAN_MEET, [Ground.UNSUITABLE], WHY)


@pytest.mark.parametrize("ground", list(Ground))
def test_each_ground_of_the_act_is_enough_with_reasons(ground: Ground) -> None:
    placement.check_reply(Answer.CANNOT_MEET, [ground], WHY)


def test_decline_without_a_ground_is_refused_with_the_grounds_that_there_are() -> None:
    with pytest.raises(Refused) as refusal:
        placement.check_reply(Answer.CANNOT_MEET, [], "We are full.")
    assert refusal.value.field == "grounds"
    for ground in Ground:
        assert ground.phrase[1:] in refusal.value.sentence
    assert "Being full is not a ground in itself" in refusal.value.sentence


def test_ground_without_reasons_is_refused() -> None:
    with pytest.raises(Refused, match="Say why the ground applies") as refusal:
        placement.check_reply(Answer.CANNOT_MEET, [Ground.UNSUITABLE], "  Full.  ")
    assert refusal.value.field == "reasons"


def test_decline_is_lawful_only_on_a_ground_of_the_act() -> None:
    assert placement.is_lawful_decline("CANNOT_MEET", ["UNSUITABLE"])
    assert not placement.is_lawful_decline("CANNOT_MEET", [])
    assert not placement.is_lawful_decline("CANNOT_MEET", ["FULL"])
    assert not placement.is_lawful_decline("CAN_MEET", ["UNSUITABLE"])
