"""content/**/*.md → pages."""
