"""What can be recorded as news of a case: a closed list, by region, with the particulars that each kind needs."""
