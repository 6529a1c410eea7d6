"""Holds record and prose against the official text, as the importer gives it: a module per comparison."""
