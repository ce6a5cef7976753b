"""Which deed plays which step."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.refusal import Refused
from alongside.demo.planning import story as told
from alongside.demo.playing import assessing, drafting, news
from alongside.demo.playing.scene import Scene

Player = Callable[[Scene, Any], None]

PLAYERS: Mapping[type[told.Step], Player] = MappingProxyType(
    {
        told.DecideToAssess: assessing.decide_to_assess,
        told.Chase: assessing.chase,
        told.Allocate: assessing.allocate,
        told.Advise: assessing.advise,
        told.DecideToIssue: assessing.decide_to_issue,
        told.Withdraw: assessing.withdraw,
        told.Reconsider: assessing.reconsider,
        told.AskAllAdvice: assessing.ask_all,
        told.WriteDraft: drafting.write_draft,
        told.ServeDraft: drafting.serve_draft,
        told.Comment: drafting.comment,
        told.AskForSetting: drafting.ask_for_setting,
        told.AnswerComments: drafting.answer_comments,
        told.Consult: drafting.consult,
        told.Reply: drafting.reply,
        told.Issue: drafting.issue,
        told.News: news.happened,
        told.AskAgain: news.ask_again,
        told.CorrectReceived: news.correct_received,
        told.RecordException: news.record_exception,
        told.SeeParent: news.see_parent,
        told.Write: news.write,
        told.WriteBack: news.write_back,
    }
)


class CouldNotPlay(Exception):
    """A step that the actions refused: the plan and the law disagree, and the plan has to be mended."""


def play(scene: Scene, step: told.Step) -> None:
    """Do one step. Raises `CouldNotPlay` with the story, the step and the refusal."""
    try:
        PLAYERS[type(step)](scene, step)
    except (Refused, NotAllowed, NotFound) as refusal:
        raise CouldNotPlay(f"{scene.story.key}, {type(step).__name__} on {step.on}: {refusal}") from refusal
