"""Every kind of deed and every kind of view that somebody can be allowed or refused.

A permission is one thing a person does, in the words that the service uses. Its phrase completes "may …" in
sentences shown to people. Stored codes never change; phrases may.
"""

from enum import StrEnum, unique


@unique
class Permission(StrEnum):
    """One kind of deed or view.

    `phrase` completes the sentence "You may …". `needs_case` is False where the deed concerns no one case, so
    that no relation to a case is asked for; the row-level security of the actor's authority still applies.
    """

    phrase: str
    needs_case: bool

    def __new__(cls, code: str, phrase: str, needs_case: bool = True) -> "Permission":
        """A member whose stored value is its code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.phrase = phrase
        member.needs_case = needs_case
        return member

    # Views of one case: one for each record part (parts.py), so that a part is never seen by accident.
    SEE_CASE = "SEE_CASE", "see this case and whose it is"
    SEE_CHRONOLOGY = "SEE_CHRONOLOGY", "see what has happened in this case"
    SEE_DEADLINES = "SEE_DEADLINES", "see what is due in this case and why"
    SEE_WHO_IS_INVOLVED = "SEE_WHO_IS_INVOLVED", "see who is involved in this case"
    SEE_OWN_DETAILS = "SEE_OWN_DETAILS", "see the contact details held about yourself"
    SEE_CONTACT_DETAILS = "SEE_CONTACT_DETAILS", "see how to reach the people of this case"
    SEE_WITHHELD_ADDRESS = "SEE_WITHHELD_ADDRESS", "see an address that is withheld for somebody's safety"
    SEE_REASONS = "SEE_REASONS", "see the reasons for the decisions"
    SEE_ADVICE_REQUESTS = "SEE_ADVICE_REQUESTS", "see which advice has been asked for and given"
    SEE_EDUCATIONAL_ADVICE = "SEE_EDUCATIONAL_ADVICE", "read the educational advice"
    SEE_PSYCHOLOGICAL_ADVICE = "SEE_PSYCHOLOGICAL_ADVICE", "read the psychological advice"
    SEE_HEALTH_DETAIL = "SEE_HEALTH_DETAIL", "read the medical advice and health detail"
    SEE_SOCIAL_CARE_DETAIL = "SEE_SOCIAL_CARE_DETAIL", "read the social care advice and detail"
    SEE_FAMILY_VIEWS = "SEE_FAMILY_VIEWS", "read what the family has said"
    SEE_DRAFT_PLAN = "SEE_DRAFT_PLAN", "read the draft plan"
    SEE_FINAL_PLAN = "SEE_FINAL_PLAN", "read the final plan"
    SEE_COMMENTS = "SEE_COMMENTS", "read comments on the draft and their answers"
    SEE_MESSAGES = "SEE_MESSAGES", "read messages between the family and the service"
    SEE_CONSULTATIONS = "SEE_CONSULTATIONS", "see which settings were consulted and what they said"
    SEE_FAMILY_PAPERS = "SEE_FAMILY_PAPERS", "open papers that the family sent"
    SEE_AGENCY_PAPERS = "SEE_AGENCY_PAPERS", "open papers that agencies and settings sent"
    SEE_CORRECTIONS = "SEE_CORRECTIONS", "see what somebody asked to have corrected"
    SEE_NOTES = "SEE_NOTES", "read officers' working notes and handover notes"
    SEE_LEDGER = "SEE_LEDGER", "see who has opened or changed this case"
    # The list of documents; each document is then asked for again by its record part.
    SEE_DOCUMENTS = "SEE_DOCUMENTS", "see the list of documents"

    # Deeds of the authority on one case, in the order of the twenty weeks.
    RECORD_EVENT = "RECORD_EVENT", "record something that happened"
    CORRECT_EVENT = "CORRECT_EVENT", "correct something that was recorded"
    DECIDE_TO_ASSESS = "DECIDE_TO_ASSESS", "decide whether to assess"
    RECORD_EXCEPTION = "RECORD_EXCEPTION", "record an exception to a time limit"
    REQUEST_ADVICE = "REQUEST_ADVICE", "ask for advice"
    CHASE_ADVICE = "CHASE_ADVICE", "chase advice that has not come"
    RECORD_ADVICE = "RECORD_ADVICE", "record advice that has come in"
    DECIDE_TO_ISSUE = "DECIDE_TO_ISSUE", "decide whether to issue a plan"
    EDIT_PLAN = "EDIT_PLAN", "write or change the plan"
    SET_ASIDE_FINDING = "SET_ASIDE_FINDING", "set aside, with a reason, what a check of the plan found"
    SERVE_DRAFT = "SERVE_DRAFT", "send the draft plan to the family"
    ANSWER_COMMENT = "ANSWER_COMMENT", "answer a comment on the draft"
    CONSULT_SETTING = "CONSULT_SETTING", "consult a setting"
    RECORD_SETTING_REPLY = "RECORD_SETTING_REPLY", "record what a setting replied"
    ISSUE_FINAL = "ISSUE_FINAL", "issue the final plan"
    OVERRIDE_OBJECTION = (
        "OVERRIDE_OBJECTION",
        "let a plan be issued although an adviser says that it does not represent their advice",
    )
    ANSWER_MESSAGE = "ANSWER_MESSAGE", "answer a message from the family"
    DECIDE_CORRECTION = "DECIDE_CORRECTION", "decide whether to correct what the family says is wrong"
    WRITE_NOTE = "WRITE_NOTE", "write a working note"
    ASSIGN_CASE = "ASSIGN_CASE", "give this case to a coordinator"
    BREAK_GLASS = "BREAK_GLASS", "open, for one hour and with a reason, what you cannot ordinarily see"

    # Deeds of advisers and settings on one case.
    ANSWER_ADVICE_REQUEST = "ANSWER_ADVICE_REQUEST", "give the advice that was asked for"
    WRITE_OWN_SECTION = (
        "WRITE_OWN_SECTION",
        "write a section of the plan that your service was asked to write",
    )
    REPLY_TO_CONSULTATION = "REPLY_TO_CONSULTATION", "reply to the consultation"

    # Deeds of the family, and of whoever takes part with them.
    GIVE_VIEWS = "GIVE_VIEWS", "give views, wishes and feelings"
    SEND_PAPER = "SEND_PAPER", "send in a paper, letter or photo"
    COMMENT_ON_DRAFT = "COMMENT_ON_DRAFT", "comment on the draft plan"
    ASK_FOR_SETTING = "ASK_FOR_SETTING", "ask for a school or other setting to be named"
    ASK_FOR_MEETING = "ASK_FOR_MEETING", "ask for a meeting about the draft plan"
    CONFIRM_NOTHING_MORE = "CONFIRM_NOTHING_MORE", "say that there is nothing more to add to the draft"
    SEND_MESSAGE = "SEND_MESSAGE", "send a message about this case"
    ASK_FOR_CORRECTION = "ASK_FOR_CORRECTION", "ask for a fact to be corrected"
    WITHDRAW_REQUEST = "WITHDRAW_REQUEST", "withdraw the request"
    ADD_SUPPORTER = "ADD_SUPPORTER", "add or remove a supporter"
    AGREE_PARENT_SIGHT = "AGREE_PARENT_SIGHT", "decide what a parent may see once the rights are yours"

    # Deeds and views that concern no one case.
    ASK_FOR_ASSESSMENT = "ASK_FOR_ASSESSMENT", "ask for an EHC needs assessment", False
    REGISTER_REQUEST = "REGISTER_REQUEST", "register a request for an assessment", False
    SEE_WORKLIST = "SEE_WORKLIST", "see your list of work", False
    FIND_CASE = "FIND_CASE", "find a child by name, date of birth or number", False
    SEE_TEAM_FIGURES = "SEE_TEAM_FIGURES", "see the figures of the team", False
    SEE_PLAN_QUALITY = "SEE_PLAN_QUALITY", "see what the checks find in the plans of the team", False
    KEEP_MODEL_QUESTIONS = "KEEP_MODEL_QUESTIONS", "keep the questions put to whoever writes a plan", False
    SEE_PUBLISHED_FIGURES = "SEE_PUBLISHED_FIGURES", "see the published figures", False
    HAND_OVER_CASES = "HAND_OVER_CASES", "hand over a leaver's cases", False
    IMPORT_RETURN = "IMPORT_RETURN", "import a SEN2 return", False
    EXPORT = "EXPORT", "export data", False
    SEE_DATA_TO_MEND = (
        "SEE_DATA_TO_MEND",
        "see what is to be mended in the records before the next return",
        False,
    )
    REVIEW_EMERGENCY = "REVIEW_EMERGENCY", "see what was opened in an emergency, and review it", False
    KEEP_INSPECTION_SAMPLE = (
        "KEEP_INSPECTION_SAMPLE",
        "say which cases inspectors may open, and until when",
        False,
    )
    SEE_INSPECTION_SAMPLE = "SEE_INSPECTION_SAMPLE", "see which cases are in the inspection sample", False
    VERIFY_LEDGER = "VERIFY_LEDGER", "print the ledger's root and verify the ledger", False
    SEE_ACCOUNTS = "SEE_ACCOUNTS", "see who works here and in which role", False
    MANAGE_ACCOUNTS = (
        "MANAGE_ACCOUNTS",
        "keep accounts, organisations and the details of the authority",
        False,
    )
