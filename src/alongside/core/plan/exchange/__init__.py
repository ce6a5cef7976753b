"""The plan as a file that any system can read: its published schema, and how it is written and read."""
