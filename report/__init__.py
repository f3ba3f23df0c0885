"""The yearly Partnership Strategic Assessment, from a study and its tables to a tagged PDF."""
