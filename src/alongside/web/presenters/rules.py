"""The rules of the clock in the few words of a list. Titles and reasons stand on the case's page."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

SHORT: Mapping[str, str] = MappingProxyType(
    {
        "A01": "Consult the family",
        "A02": "Decide whether to assess",
        "A02n": "Tell health, social care and the setting",
        "A03": "Tell the family that they can give views",
        "A13": "Ask for advice",
        "A04": "Advice",
        "A05": "Decide whether to issue a plan",
        "A09": "Send the draft plan",
        "A07": "Family’s time to comment",
        "A07b": "Do not finish before this day",
        "A08": "Reply of the setting",
        "A06": "Send the final plan",
        "R01": "First review of the plan",
        "R02": "Yearly review of the plan",
        "R01d": "Hold the review meeting in time",
        "R03": "Tell everybody the day of the meeting",
        "R04": "Send out the advice for the review",
        "R05": "Report of the review meeting",
        "R06": "Decide after the review",
        "R06c": "Decide within the year of review",
        "R07": "Send the proposed amendments",
        "R08": "Family’s time on the amendments",
        "R09": "Send the amended plan",
        "R09e": "Send the amended plan: the earlier limit",
        "R10": "Tell that the plan is not amended",
        "R11": "Amended plan: twelve weeks from the meeting",
        "R12": "Send the plan amended without a review",
        "R13": "Think of a review for a child under five",
        "R14": "Talk about adult life at the meeting",
        "C02": "Tell of the decision to end the plan",
        "P00": "Amend before post-16 (2015)",
        "P01": "Amend before the next school",
        "P02": "Amend before post-16",
        "P03": "Amend before another post-16 setting",
        "P04": "Judge whether the phase changes",
        "P01p.meeting": "Review meeting before the move",
        "P01p.notice": "Amendment notice before the move",
        "Z01": "Decide whether to reassess",
        "Z03": "Send the final plan after reassessing",
        "Z05": "Family’s time on the new draft",
        "Z06": "Tell that nothing changes after reassessing",
        "D01": "Decide whether to assess (detained)",
        "D02": "Tell that there is no plan (detained)",
        "D03": "Send the final plan (detained)",
        "D04": "Time to comment (detained)",
        "D07": "Review on release",
        "T01": "Hand the plan over to the new authority",
        "T02": "Tell the family that we have the plan",
        "T03": "Review the plan that came to us",
        "T04": "Health board: tell the new one",
        "T04b": "New health board: ask us to act",
        "T05": "Find another school for now",
        "C01": "Consult before ending the plan",
        "C02.other": "Tell of the decision to end the plan",
        "C03": "Keep the plan until the appeal is over",
        "C04": "Last day of the plan by age",
        "C05": "Review before ending it: left education",
        "C07": "Consult before ending it: left England",
        "B01": "Review the direct payments",
        "M01": "Family may contact a mediation adviser",
        "M02": "Mediation certificate, none wanted",
        "M03": "Arrange the mediation",
        "M04": "Tell the health board of the mediation",
        "M05": "Mediation certificate after mediation",
        "M06": "Mediation certificate, not arranged in time",
        "M07": "Carry out the mediation agreement",
        "M08": "Do what was agreed in mediation",
        "M09": "Health board: tell us of the agreement",
        "M10": "Keep the day agreed in mediation",
        "F01": "Family may appeal",
        "F02": "Tribunal: is the late appeal allowed",
        "F03": "Send our response to the appeal",
        "F04": "Tribunal: register the appeal",
        "F05": "Tribunal: decision with reasons",
        "F06": "Family may ask to appeal further",
        "F07": "Family may ask the Upper Tribunal",
        "F08": "Keep a day set by the Tribunal",
        "U00": "Get a consent order",
        "U01": "Tell of the assessment, not opposed",
        "U02": "Decide against a plan, not opposed",
        "U03": "Send the final plan, appeal not opposed",
        "U04": "Amend the contents, not opposed",
        "U05": "Change the setting, not opposed",
        "U06": "Send the draft, not opposed",
        "U07": "Send the plan, not opposed",
        "U08": "Amend the plan that goes on, not opposed",
        "U08c": "Keep the plan going, not opposed",
        "O01": "End the plan after the order",
        "O02a": "Tell of the assessment ordered",
        "O02b": "Decide against a plan after the order",
        "O02c": "Send the plan after the order to assess",
        "O03a": "Send the draft ordered",
        "O03b": "Send the plan ordered",
        "O04": "Decide again after the order",
        "O05": "Amend the contents as ordered",
        "O06": "Change the setting as ordered",
        "O07": "Keep the plan going as ordered",
        "O08": "Amend the plan that goes on",
        "O10": "Answer the Tribunal’s recommendation",
        "O11": "Comply by the day the Tribunal set",
        "O12": "Amend contents and setting as ordered",
    }
)

FILTERS = ("A02", "A04", "A05", "A09", "A07", "A08", "A06", "R01", "F01")
"""The rules by which a list can be narrowed, in the order of a case's life."""


IN_PARTS = ("F08", "M07", "O11")
"""Rules that stand for several things to do; the id of each part ends with a letter of its own."""


def base(rule: str, words: Collection[str]) -> str:
    """The id under which the words for a rule stand: its own, or that of the rule of which it is one part (O11a, F08h).

    Raises KeyError where nobody wrote words for it.
    """
    if rule in words:
        return rule
    whole = rule[:3]
    if whole not in IN_PARTS or whole not in words:
        raise KeyError(f"No words for rule {rule}. Write them in web/presenters.")
    return whole


def short(rule: str) -> str:
    """A rule in a few words."""
    return SHORT[base(rule, SHORT)]
