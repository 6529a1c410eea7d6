"""The official text, from a plain-text extraction of the booklet to wording under the handbook's ids."""
