"""Corpus → pages as values and HTML."""
