"""The plan: its sections, how texts differ and join, when it may be served, what a setting may answer."""
