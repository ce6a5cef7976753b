"""The two lists of children that an area SEND inspection asks for (Annex A): checked, and written."""
