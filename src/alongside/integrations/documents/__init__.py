"""Letters and plans as accessible PDF and Word: frozen facts in, bytes out; no database."""
