"""A page beside its record: what both have, and where they differ, each defect once. Nothing is judged here."""
