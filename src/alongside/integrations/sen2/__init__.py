"""Reads a council's own SEN2 return, in each form it exists in, and counts it as the published tables do."""
