"""What stands behind a printed number: for `psa explain`, and for the notes of the pages."""
