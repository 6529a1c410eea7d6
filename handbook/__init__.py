"""The decisions handbook: record, prose, checks and pages. What imports MkDocs lives in `hooks/build.py` alone."""
