"""The macros of the prose, a module each. What one is called with, its signature, stands in `prose/signatures.py`."""
