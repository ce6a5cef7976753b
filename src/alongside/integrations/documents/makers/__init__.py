"""From the plain facts of `app.letter_facts` to letters: one module per area, one function per kind of letter."""
