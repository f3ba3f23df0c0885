"""CSV files to canonical tables, with a record of every row: the only room that reads data."""
