"""The three forms of a return, each read inside the child into the same plain records."""
