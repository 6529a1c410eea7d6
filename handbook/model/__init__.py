"""Frozen values that everything else is made of: record, names, prose, corpus. Nothing here opens a file."""
