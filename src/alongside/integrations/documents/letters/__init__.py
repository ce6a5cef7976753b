"""One module per letter.

Each turns a frozen record of facts into a `content.Letter`; no date is worked out here.
"""
