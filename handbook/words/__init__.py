"""What a text says in a language: labels, figures, acts, terms, citations."""
