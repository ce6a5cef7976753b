"""Tables, constraints, row-level security. No decisions are made on this floor."""
