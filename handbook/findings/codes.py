"""Every code that a finding can have, once: its id, its name, its area, and what is wrong where it is given.

A code never changes its meaning; one that is no longer given moves to RETIRED and its id is never used again. The
examples of each are in the docstring of its check, or in handbook/findings/reading.py. `handbook explain` prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, IntEnum, StrEnum
from typing import Self


class Severity(IntEnum):
    """An error stops the build; a warning is shown and stops it only under `--strict`."""

    ERROR = 1
    WARNING = 2


class Area(Enum):
    """What a code is about, in the order in which a list of codes has them; the value is the area's title."""

    FILES = "Files and their bytes"
    YAML = "YAML"
    FIELDS = "Fields of the record"
    RECORD = "What the record says"
    NAMES = "Names in six languages"
    PROSE = "The form of prose"
    MARKUP = "Markup that prose does not have"
    PAGES = "Pages"
    UNITS = "Paragraphs, clauses and sections"
    FOOTNOTES = "Footnotes"
    REFERENCES = "References"
    TABLES = "Plans and tables"
    WORDS = "The wording"
    GLOSSARY = "Glossary"
    DRAFTS = "From draft to decision"
    WAIVERS = "Waivers"
    MACROS = "Macros"
    LINKS = "Links of the built site"
    OFFICIAL = "The official text"
    HANDBOOK = "The handbook itself"


class Code(StrEnum):
    """A code is its id: `Code.FN003 == "FN003"`. `rule` is its name for people; of a check it is its module's name."""

    rule: str
    area: Area
    wrong: str
    severity: Severity

    def __new__(cls, id: str, rule: str, area: Area, wrong: str, severity: Severity = Severity.ERROR) -> Self:
        code = str.__new__(cls, id)
        code._value_ = id
        code.rule, code.area, code.wrong, code.severity = rule, area, wrong, severity
        return code

    SRC001 = "SRC001", "source-encoding", Area.FILES, "a file is not UTF-8"
    SRC002 = "SRC002", "source-empty", Area.FILES, "a file is empty"
    SRC003 = "SRC003", "source-line-ends", Area.FILES, "a file has a byte-order mark, or lines that end with CR"
    SRC004 = "SRC004", "source-control", Area.FILES, "a text holds a control character"
    SRC005 = "SRC005", "source-bidi", Area.FILES, "a text holds a bidirectional embedding, override or isolate"
    SRC006 = "SRC006", "source-digit", Area.FILES, "a text holds a full-width digit"
    SRC007 = "SRC007", "source-missing", Area.FILES, "a file is missing or cannot be read"
    SRC008 = "SRC008", "source-size", Area.FILES, "a file is too large"
    PAG003 = "PAG003", "source-stray", Area.FILES, "a language folder holds a file that is not a page"

    YML001 = "YML001", "yaml-syntax", Area.YAML, "the text is not YAML"
    YML002 = "YML002", "yaml-repeated-key", Area.YAML, "a mapping has a key twice"
    YML003 = "YML003", "yaml-alias", Area.YAML, "a value is an anchor or an alias"
    YML004 = "YML004", "yaml-tag", Area.YAML, "a value has a tag"
    YML005 = "YML005", "yaml-documents", Area.YAML, "a file holds a second YAML document"
    YML006 = "YML006", "yaml-key", Area.YAML, "a key is not a word"
    YML007 = "YML007", "yaml-depth", Area.YAML, "lists and mappings are nested too deep"

    REC001 = "REC001", "field-missing", Area.FIELDS, "a mapping lacks a key that it must have"
    REC002 = "REC002", "field-kind", Area.FIELDS, "a text, a list or a mapping stands where another of them belongs"
    REC003 = "REC003", "field-unknown", Area.FIELDS, "a mapping has a key that nothing reads"
    REC004 = "REC004", "field-value", Area.FIELDS, "a value is not one of those that its key can have"
    REC005 = "REC005", "field-repeated", Area.FIELDS, "an id stands twice in a list"

    RC001 = "RC001", "record-acts", Area.RECORD, "an act of the record is not in the termbase"
    RC002 = "RC002", "record-places", Area.RECORD, "an id of the record points at something that is not there"
    RC003 = "RC003", "record-ids", Area.RECORD, "an id of the record is not the one that its position gives"

    NAM001 = "NAM001", "name-empty", Area.NAMES, "a name is empty"
    NM001 = "NM001", "names-missing", Area.NAMES, "a language lacks a name"
    NM002 = "NM002", "names-placeholders", Area.NAMES, "a name has other placeholders than in the other languages"
    NM003 = "NM003", "names-markup", Area.NAMES, "a name holds markup, an address or a control character"
    NM004 = "NM004", "names-unknown", Area.NAMES, "a language has a name that nothing asks for"

    PRS001 = "PRS001", "prose-front-matter", Area.PROSE, "front matter is missing, or does not name one subject"
    PRS002 = "PRS002", "prose-braces", Area.PROSE, "braces stand inside a line"
    PRS003 = "PRS003", "prose-macro", Area.PROSE, "a macro line is not a name with plain arguments"
    PRS004 = "PRS004", "prose-heading", Area.PROSE, "a heading is not an id"
    PRS005 = "PRS005", "prose-line", Area.PROSE, "a line starts with a mark that prose does not have"
    PRS006 = "PRS006", "prose-bracket", Area.PROSE, "a bracket opens neither a link nor a footnote mark"
    PRS007 = "PRS007", "prose-emphasis", Area.PROSE, "an asterisk or underscore does not mark an act"

    MRK001 = "MRK001", "markup-html", Area.MARKUP, "a line holds raw HTML"
    MRK002 = "MRK002", "markup-outside", Area.MARKUP, "a line holds an image or a link to an address"
    MRK003 = "MRK003", "markup-code", Area.MARKUP, "a line holds a code mark"

    PG001 = "PG001", "page-missing", Area.PAGES, "a page is missing in a language whose prose is complete"
    PG002 = "PG002", "page-subject", Area.PAGES, "front matter names something unknown or of another file"
    PG004 = "PG004", "page-header", Area.PAGES, "a page does not begin with its macro lines, in their order, each once"
    PG005 = "PG005", "page-sections", Area.PAGES, "the headings are not the sections of data/pages.yaml"
    PG006 = "PG006", "page-paragraphs", Area.PAGES, "a section's paragraphs are not the source language's"
    PG007 = "PG007", "page-links", Area.PAGES, "a section links to other targets than the source language's"
    PG008 = "PG008", "page-contents", Area.PAGES, "a page about the handbook holds more than plain text"

    UN001 = "UN001", "units", Area.UNITS, "clauses or paragraphs are not the record's, each once and in its order"
    UN002 = "UN002", "sections", Area.UNITS, "headings are not the record's sections and annexes, at their places"
    UN003 = "UN003", "unit-outside", Area.UNITS, "a text belongs to no clause, paragraph or column"
    UN004 = "UN004", "unit-tail", Area.UNITS, "closing words stand where the record has none, or are missing"
    UN005 = "UN005", "unit-words", Area.UNITS, "a unit has no words"

    FN001 = "FN001", "footnote-text", Area.FOOTNOTES, "a footnote has no text, or more than one, or a text has no mark"
    FN002 = "FN002", "footnote-place", Area.FOOTNOTES, "a footnote's mark does not stand where the record has it"
    FN003 = "FN003", "footnote-order", Area.FOOTNOTES, "footnote marks do not run 1, 2, 3 through a decision"
    FN004 = "FN004", "footnote-cites", Area.FOOTNOTES, "a footnote's links are not what the record says it cites"
    FN005 = "FN005", "footnote-placeholder", Area.FOOTNOTES, "a footnote's mark is not a number"
    FN006 = "FN006", "footnote-record", Area.FOOTNOTES, "the record's footnotes are misnumbered, or stand at nothing"

    RF001 = "RF001", "reference-form", Area.REFERENCES, "a link's target is not of the form scheme:id"
    RF002 = "RF002", "reference-exists", Area.REFERENCES, "what is cited does not exist"
    RF003 = "RF003", "reference-label", Area.REFERENCES, "a link's label says something else than its target"
    RF004 = "RF004", "reference-set", Area.REFERENCES, "a unit's links are not the record's references"
    RF005 = "RF005", "reference-self", Area.REFERENCES, "a unit refers to itself"
    RF006 = "RF006", "citation-not-link", Area.REFERENCES, "a citation in prose is not a link"

    TB001 = "TB001", "plan-columns", Area.TABLES, "a goal's columns are not the plan's, once each and in their order"
    TB002 = "TB002", "plan-goals", Area.TABLES, "a plan's goals are not the record's, or a goal has no wording"
    TB003 = "TB003", "plan-items", Area.TABLES, "a cell's items are not the record's, in its order"
    TB004 = "TB004", "table-rows", Area.TABLES, "a table by Parties lacks a row or a figure, or is out of order"
    TB005 = "TB005", "table-sums", Area.TABLES, "a column of Parties does not add up to its total"
    TB006 = "TB006", "table-scale", Area.TABLES, "a share or a contribution is not what the table's rule gives"
    TB007 = "TB007", "table-call", Area.TABLES, "a decision's page does not show its tables, each once"
    TB008 = "TB008", "table-budget", Area.TABLES, "the figures of a budget do not agree"
    TB009 = "TB009", "table-lines", Area.TABLES, "a line of a budget is misnamed, or is made of lines that do not exist"

    WD001 = "WD001", "word-figures", Area.WORDS, "a unit's figures differ from the source language's"
    WD002 = "WD002", "word-acts", Area.WORDS, "the emphasised words are not the record's acts"
    WD003 = "WD003", "word-script", Area.WORDS, "a text is not in the script of its language"
    WD004 = "WD004", "word-punctuation", Area.WORDS, "a bracket, a quotation mark, a space or a repeated word is wrong"
    WD005 = "WD005", "word-form", Area.WORDS, "a text holds what cannot be seen, or a letter in another form"

    GL001 = "GL001", "term-unused", Area.GLOSSARY, "the source language's prose never uses a term of the glossary"

    DR001 = "DR001", "draft-items", Area.DRAFTS, "the entries on a draft do not cover the plan, each part once"
    DR002 = "DR002", "draft-order", Area.DRAFTS, "the ids of a draft are not in its order"
    DR003 = "DR003", "draft-fates", Area.DRAFTS, "what an entry says of a part contradicts its ids or its brackets"
    DR004 = "DR004", "draft-words", Area.DRAFTS, "a page about a draft lacks our words for a change, or has too many"

    WV001 = "WV001", "waiver-check", Area.WAIVERS, "a waiver names no check that may be waived"
    WV002 = "WV002", "waiver-unit", Area.WAIVERS, "a waiver names no unit or footnote of its page"
    WV003 = "WV003", "waiver-reason", Area.WAIVERS, "a waiver gives no reason to speak of"
    WV004 = "WV004", "waiver-idle", Area.WAIVERS, "a waiver silences nothing"

    MC001 = "MC001", "macro-unknown", Area.MACROS, "a macro line calls a macro that does not exist"
    MC002 = "MC002", "macro-arguments", Area.MACROS, "a macro line gives other arguments than the macro takes"
    MC003 = "MC003", "macro-fails", Area.MACROS, "a macro fails on what the record or the names have"
    MC004 = "MC004", "page-fails", Area.MACROS, "a page cannot be made of what the record and the names have"

    LNK001 = "LNK001", "link-page", Area.LINKS, "a link of a built page leads to no page"
    LNK002 = "LNK002", "link-anchor", Area.LINKS, "a link of a built page leads to no place on the page that it names"
    LNK003 = "LNK003", "link-host", Area.LINKS, "a built page asks another host for something"
    LNK004 = "LNK004", "link-id", Area.LINKS, "an id stands twice on a built page"

    OVL001 = "OVL001", "overlay-unread", Area.OFFICIAL, "an overlay of the official text cannot be read"
    OVL002 = "OVL002", "overlay-place", Area.OFFICIAL, "an overlay has wording for a place that is not there"

    CK001 = "CK001", "check-fails", Area.HANDBOOK, "a check itself failed: a defect of the handbook's code"
    PRV001 = "PRV001", "preview-fails", Area.HANDBOOK, "the preview failed on a source: a defect of the handbook's code"


#: Ids of codes that are no longer given, and what they said.
RETIRED: Mapping[str, str] = {"YML008": "a value of YAML holds an escape of a character that no source may hold"}


def code_called(called: str) -> Code | None:
    """The code with this id or this name, in capitals or not."""
    wanted = called.strip()
    return next((code for code in Code if wanted.upper() == code or wanted.lower() == code.rule), None)
