"""Pure arithmetic over numbers and tables: no files, no labels, no rounding, no words."""
