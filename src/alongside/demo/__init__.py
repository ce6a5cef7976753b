"""The synthetic county: an invented area, planned as pure data and then filled in through the actions."""
