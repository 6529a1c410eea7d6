"""data/*.yaml → the record, and facts worked out of it."""
