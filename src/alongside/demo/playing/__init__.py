"""What was planned is done, deed by deed, through the actions that people use."""
