"""Bytes → text → trees that know their place."""
