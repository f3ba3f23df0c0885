"""Words, pages and the tagged PDF: everything between an Assessment and what a person reads."""
