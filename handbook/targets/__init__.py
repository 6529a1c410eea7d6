"""What can be cited, how that is written, and at which address it is shown: made and read back in one place.

`grammar` has targets as sources write them, `addresses` the ids inside pages, `paths` the pages and files of prose.
"""
