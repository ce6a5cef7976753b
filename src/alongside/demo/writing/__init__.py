"""What people write: plans, advice, reasons, comments and messages, composed by chance from tables of phrases."""
