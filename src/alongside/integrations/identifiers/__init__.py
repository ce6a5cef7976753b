"""The numbers by which a learner is known across England, and the authorities that gave them."""
