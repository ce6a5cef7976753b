"""How the history of a child that another source tells becomes part of the records. Used by actions/imports."""
