"""What is said of the codes that no check gives: those of reading, waivers, macros, built pages and the overlay.

In the form of a check's docstring: what holds, then a bad and a good example.
"""

from __future__ import annotations

from collections.abc import Mapping

from handbook.findings.codes import Code

DESCRIPTIONS: Mapping[Code, str] = {
    Code.SRC001: r"""
A source file is UTF-8. The place is that of the first byte that is not; nothing else is said of the file.

Bad:  a file that was saved as Latin-1, with é as the byte E9
Good: the same file saved as UTF-8
""",
    Code.SRC002: r"""
A source file holds something: more than white space and, in YAML, more than comments.

Bad:  content/en/names.yaml with 0 bytes
Good: content/en/names.yaml with the names, or no such file where none is needed
""",
    Code.SRC003: r"""
Lines end with LF alone, and a file does not begin with a byte-order mark: both would move the places of findings.

Bad:  a file that was saved with Windows line ends, CR and LF
Good: the same file saved with Unix line ends
""",
    Code.SRC004: r"""
A text holds no control character but the tab and the line end: an editor does not show it, and a browser may act on it.

Bad:  U+0000 between two words
Good: a space between two words
""",
    Code.SRC005: r"""
A text holds no bidirectional embedding, override or isolate (Unicode UAX #9): with them a line shows other words than
it holds. The marks U+200E and U+200F are ordinary in Arabic and allowed.

Bad:  U+202E before a word, which then reads backwards
Good: the word alone
""",
    Code.SRC006: r"""
Digits are ordinary ones: a full-width digit looks like them and is found by no search.

Bad:  第１９条
Good: 第19条
""",
    Code.SRC007: r"""
Every file that the handbook reads is there, is a file, and may be read.

Bad:  data/errata.yaml was deleted, or is a folder
Good: data/errata.yaml as it was
""",
    Code.SRC008: r"""
A source file is no larger than 4,000,000 bytes. What is larger is not read at all.

Bad:  a picture saved as content/en/decisions/cp-1-1.md
Good: the page's text
""",
    Code.PAG003: r"""
A language folder holds names.yaml and .md files, and neither links to elsewhere nor notes of one's own.

Bad:  content/en/decisions/draft.txt
Good: content/en/decisions/cp-1-1.md
""",
    Code.YML001: r"""
The text is YAML. The message is the parser's own; the place is where it could not go on, which is often a line later
than the mistake.

Bad:  prose: [zh, en
Good: prose: [zh, en]
""",
    Code.YML002: r"""
A mapping has each key once. YAML readers would take the last one and say nothing.

Bad:  page: 3
      page: 4
Good: page: 3
""",
    Code.YML003: r"""
Values are written out: no anchor (&) and no alias (*), with which a few lines can stand for millions.

Bad:  prose: &all [zh, en]
Good: prose: [zh, en]
""",
    Code.YML004: r"""
Values are plain text, lists and mappings, without a tag that makes something else of them.

Bad:  page: !!int 3
Good: page: 3
""",
    Code.YML005: r"""
A file holds one YAML document: what follows a second line --- would be left out.

Bad:  page: 3
      ---
      page: 4
Good: page: 3
""",
    Code.YML006: r"""
A key is a word, not a list or a mapping.

Bad:  [page]: 3
Good: page: 3
""",
    Code.YML007: r"""
Lists and mappings are nested no deeper than 40 levels; the record itself needs a third of that.

Bad:  {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a:
      {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: b}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}
Good: {a: {a: {a: b}}}
""",
    Code.REC001: r"""
A mapping has every key that it must have.

Bad:  - {id: CP-1/1, meeting: cp-1}
Good: - {id: CP-1/1, symbol: CBD/CP/MOP/DEC/1/1, meeting: cp-1, part: rome, page: 1, articles: [art:2]}
""",
    Code.REC002: r"""
A value is of the kind that its key has: a text, a list or a mapping.

Bad:  prose: zh
Good: prose: [zh, en]
""",
    Code.REC003: r"""
A mapping has no key that nothing reads, such as one that is misspelt.

Bad:  prosa: [zh, en]
Good: prose: [zh, en]
""",
    Code.REC004: r"""
A value is one that its key can have: a number where a number belongs, a day of the calendar, one word of a fixed list,
a reference of the form scheme:id.

Bad:  page: three, date: "2022-02-30", kind: misprint
Good: page: 3, date: "2022-02-28", kind: citation
""",
    Code.REC005: r"""
An id stands once in its list.

Bad:  - {id: BR, ldc: false}
      - {id: BR, ldc: true}
Good: - {id: BR, ldc: false}
""",
    Code.NAM001: r"""
A name has a text: one that is empty, or null, would leave a gap on every page that shows it.

Bad:  party.BR: ""
Good: party.BR: Brazil
""",
    Code.PRS001: r"""
A page begins with front matter between two lines ---, which names one thing: a decision, a plan, a draft or a page
about the handbook.

Bad:  {{ header() }}
Good: ---
      decision: CP-1/7
      ---
      {{ header() }}
""",
    Code.PRS002: r"""
Braces stand only where a macro stands, alone on its line.

Bad:  1. *Adopts* the figures of {{ table("2") }} as they are;
Good: 1. *Adopts* the figures of table 2 as they are;
""",
    Code.PRS003: r"""
A macro line is a name and, in brackets, plain texts and numbers.

Bad:  {{ table(2 + 1) }}
Good: {{ table("3") }}
""",
    Code.PRS004: r"""
A heading is the id of a section, an annex, a goal or a column; the words that readers see come from names.yaml.

Bad:  # The annex
Good: # annex
""",
    Code.PRS005: r"""
A line begins with a label of this grammar or with words. Lists, quotations, tables and rules of other Markdown are
not part of it.

Bad:  > Noting the report on lakes,
Good: *Noting* the report on lakes,
""",
    Code.PRS006: r"""
A bracket opens a link, [label](target), or a footnote mark, [^1]. A plain one is written \[.

Bad:  1. *Urges* Parties [sic to keep their lakes clean;
Good: 1. *Urges* Parties \[sic\] to keep their lakes clean;
""",
    Code.PRS007: r"""
Emphasis marks an act, with one asterisk on each side. A plain asterisk is written \*.

Bad:  1. **Urges** Parties to keep their lakes clean;
Good: 1. *Urges* Parties to keep their lakes clean;
""",
    Code.MRK001: r"""
Prose holds no HTML, neither tags nor named characters. A plain < is written \<.

Bad:  1. *Urges* Parties to keep <b>all</b> lakes clean;
Good: 1. *Urges* Parties to keep all lakes clean;
""",
    Code.MRK002: r"""
Prose has no images, and links only to what the record knows: inside the handbook, or in data/outside.yaml.

Bad:  1. *Urges* Parties to read [the report](https://example.org/lakes);
Good: 1. *Urges* Parties to read [the report](doc:CBD/CP/1/2);
""",
    Code.MRK003: r"""
Prose has no code marks.

Bad:  1. *Urges* Parties to read `the report`;
Good: 1. *Urges* Parties to read the report;
""",
    Code.WV001: r"""
A waiver names a check that may be waived: one of the wording.

Bad:  waive: [{check: units, at: p5, reason: the source leaves one out}]
Good: waive: [{check: word-figures, at: p5, reason: the source counts the Parties in words}]
""",
    Code.WV002: r"""
A waiver names a unit or a footnote of its own page, by the end of its link.

Bad:  waive: [{check: word-figures, at: paragraph 5, reason: the source counts the Parties in words}]
Good: waive: [{check: word-figures, at: p5, reason: the source counts the Parties in words}]
""",
    Code.WV003: r"""
A waiver says why the text is right as it is, in ten letters at least.

Bad:  waive: [{check: word-figures, at: p5, reason: ok}]
Good: waive: [{check: word-figures, at: p5, reason: the source counts the Parties in words}]
""",
    Code.WV004: r"""
A waiver silences a finding. One that does not any longer is taken out, and so is a second one for the same place.

Bad:  a waiver of word-figures at p5, where all figures agree
Good: no such waiver
""",
    Code.MC003: r"""
A macro can be filled in from the record and the names. Where it cannot, its line shows nothing.

Bad:  {{ opening() }} on a page of a decision, where names.yaml lacks the words of the opening
Good: {{ opening() }}, and the words in names.yaml
""",
    Code.MC004: r"""
A page can be made of the record and the names. The place is that of its prose, or of the templates where it has none.

Bad:  names.yaml without a text of the interface, such as ui.site_name
Good: names.yaml with every text that names-missing asks for
""",
    Code.LNK001: r"""
A link on a built page leads to a page that was built. It is given once, at the first page that has it.

Bad:  <a href="../articles/99/"> where no such page is built
Good: <a href="../articles/26/">
""",
    Code.LNK002: r"""
A link with # leads to an id that stands on the page that it names.

Bad:  <a href="#p99"> on a page of ten paragraphs
Good: <a href="#p9">
""",
    Code.LNK003: r"""
A built page asks no other host for a style, a script, a picture or a frame: it works offline, and nobody is told who
reads it.

Bad:  <script src="https://example.net/a.js"></script>
Good: <script src="../hb/a.js"></script>
""",
    Code.LNK004: r"""
An id stands once on a built page, so that a link to it has one place.

Bad:  <p id="p1"> … <p id="p1">
Good: <p id="p1"> … <p id="p2">
""",
    Code.OVL001: r"""
The folder of the overlay holds what `handbook import` wrote, whole and in the version that this handbook reads.

Bad:  official/zh/cp-10-decisions.json that was edited by hand
Good: official/zh/cp-10-decisions.json as the import wrote it
""",
    Code.OVL002: r"""
Each piece of the official text belongs to a place of the record. A draft may have what was dropped later.

Bad:  a piece at CP-1/1#p9, where the decision has four paragraphs
Good: a piece at CP-1/1#p4
""",
    Code.CK001: r"""
A check runs to its end. Where one does not, that is a defect of the handbook's code and not of the sources: what it
would have found is unknown, and what all others find is reported as ever. The place is a line of the check.

Bad:  a check that takes record.decisions[id] for an id that the record does not have
Good: a check that asks whether the record has it
""",
    Code.PRV001: r"""
The preview makes pages of every source, however wrong it is. Where it cannot, that is a defect of the handbook's code;
the last good pages stay, and the terminal shows the traceback.

Bad:  a function that raises on a page without paragraphs
Good: a function that gives an empty list for it
""",
}
