"""Checks a SEN2 return against the rules of `rules.toml`, person by person, without a database."""
