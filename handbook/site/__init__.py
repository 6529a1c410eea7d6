"""Corpus → pages as values and HTML.

Each layer imports those below it alone (`.importlinter` holds that):

    render            a page in a language → HTML, and what the frame and the search need of it
    kinds             KINDS: all that each kind of page is, one entry each
    pages/            a module a kind, `plan_page.py`: what stands between header and footer
    macros/           a module a macro, `plan_macro.py`; `runner.py` runs a macro line of the prose
    parts/            what several pages and macros show
    sheet             one page under way in one language: its prose as HTML, its links, notes and errata
    view · anchors    one language of the site: words, titles, addresses · the ids that a page has for ever
    site              the pages and addresses of one corpus
    crossrefs · slips · termuses    what cites what · errata by place · where terms are used
    places            places in a decision or plan as targets
    official          the official wording as pages show it, where an overlay is
    kind              what a kind of page is, and one page of it
    worddiff · bidi   two wordings as one · symbols in a text from right to left

Templates stand in `templates/`, in folders of the same names; those of `pages/` have the names of kinds, those of
`macros/` begin with the macro's name. `templates/` itself has the documents that belong to no language.
"""
