"""What shall have happened, as pure data: nothing here knows a database, a clock or an action."""
