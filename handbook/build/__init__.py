"""One run: building, preview, publishing, links, search index, export."""
