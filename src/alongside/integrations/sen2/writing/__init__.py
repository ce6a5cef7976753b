"""A SEN2 return written from live cases: mapped, laid out by year, and checked."""
