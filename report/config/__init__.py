"""YAML to Study: what the analyst chose, with the line of every key for later problems."""
