"""One macro of the prose a module: what it prints."""
