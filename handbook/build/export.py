"""Corpus → handbook.json: record and words as one document for programs. Its form is that of handbook.schema.json.

How the form is to be read:

- Keys of six languages (`titles`, `opening`, `names`, `handles`, `why`, …) come from names.yaml. `text` and `tail`
  come from the prose and hold only languages that have prose of their own, as does a goal's `titles`, which is the
  goal's wording in that plan.
- `paragraphs` and `footnotes` are keys of the decision, and `paragraphs` of each annex too. Which section a
  preambular clause or a paragraph stands in is its own `section`; its sub-paragraphs stand in the same one.
- All units have the keys of their kind: clauses and paragraphs `section`, sub-paragraphs not. `run_in` says of a unit
  itself, as in the record, that the source keeps it inside a sentence, so that it is always false for a whole
  paragraph.
- A target is in its full form: what prose writes as `par:8` is `dec:<decision>#8`. `unresolved:` is followed by the
  id of an erratum.
- `footnotes` of a unit are ids of the decision's `footnotes`, in order; asterisk notes share their `n`, so that only
  the id tells them apart.
- Text is plain: no label, no mark, no link; an empty link says what the site says.
- A row's figures are keys beside its `id`, one for each column that is not of type `party` or `line`, null where none
  is printed. Those of a table with the `unit` thousands are in thousands of the columns' currency.
- A row of a budget has its words under `line`, with what it is made of: the rows whose `sum` it is, the `share` that
  it is of another, and the row of another table that has the `same` figures (`table-1a/total`).
- A plan's `changes` say what the meeting made of its draft: `id` is the address on the draft's page, `draft` and `item`
  are the ids of the part there and here, null where it is not; `group` is a goal, `columns`, `decision` or `annex`.
  `brackets` follow one another as they open in the draft, and `text` are the handbook's own words on the change. A plan
  of which no draft is known has an empty list.
- Plans that a later meeting adopted have its id before their own (`cp-11.action_plan`) and under `meeting`. Their goals
  are theirs alone, whatever number they share with another meeting's.
- A term's `names` are lists, the official name first, then what else is said for it.
- An erratum's `meant` is a target or null; `meant_text` says the same in words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.languages import LANGUAGES
from handbook.model.changes import Change
from handbook.model.corpus import Corpus
from handbook.model.decision import Act, Decision, Footnote, Part, Unit
from handbook.model.erratum import Erratum
from handbook.model.names import Names
from handbook.model.plan import Goal, Item, Plan, PlanGoal
from handbook.model.prose import Page, Span
from handbook.model.record import Term
from handbook.model.reference import Reference
from handbook.model.table import Column, Row, Table
from handbook.targets.addresses import item_anchor, slug
from handbook.targets.grammar import parse_target
from handbook.words.citations import cite_target

#: The JSON Schema, which has LANGUAGE where every language of the handbook is to stand.
SCHEMA = Path(__file__).with_name("handbook.schema.json")
_EACH = re.compile(r'^( *)"LANGUAGE": (.*)\n', re.MULTILINE)

Json = dict[str, object]
Texts = dict[str, str]


def to_json(corpus: Corpus) -> str:
    """The document as text: keys in a fixed order, signs unescaped, one space a level, a line end at the end."""
    return json.dumps(to_dict(corpus), ensure_ascii=False, indent=1) + "\n"


def to_dict(corpus: Corpus) -> Json:
    """The document as plain values. What a corpus with findings lacks is left out; a clean one fits the schema."""
    record = corpus.record
    return {
        "decisions": [_decision(corpus, decision) for decision in record.decisions.values()],
        "plans": {plan.id: _plan(corpus, plan) for plan in record.plans.values()},
        "tables": [_table(corpus, table) for table in record.tables.values()],
        "errata": [_erratum(corpus, erratum) for erratum in record.errata],
        "terms": [_term(corpus, term) for term in record.terms.values()],
    }


def schema() -> str:
    """The JSON Schema as it ships with the site, with the languages of the handbook."""
    text = SCHEMA.read_text("utf-8").replace('["LANGUAGE"]', json.dumps(list(LANGUAGES)))
    return _EACH.sub(lambda line: ",\n".join(f'{line[1]}"{code}": {line[2]}' for code in LANGUAGES) + "\n", text)


# --- words ------------------------------------------------------------------------------------------------------------


def plain_text(spans: Iterable[Span], language: str, names: Names, within: str | None = None) -> str:
    """The words of spans alone. An empty link gets its target's citation; `within` is the decision it stands in."""
    out = []
    for span in spans:
        if span.kind == "link" and not span.text:
            target = parse_target(span.target, within)
            out.append("" if isinstance(target, str) else cite_target(target, language, names, within))
        elif span.kind != "mark":
            out.append(span.text)
    return re.sub(r"[ \n]+", " ", "".join(out)).strip()


@dataclass(frozen=True)
class _Prose:
    """The pages of one decision or plan, by language."""

    names: Mapping[str, Names]
    pages: Mapping[str, Page]
    within: str | None

    @classmethod
    def of(cls, corpus: Corpus, kind: str, id: str) -> _Prose:
        found = {code: corpus.page(code, kind, id) for code in LANGUAGES}
        pages = {code: page for code, page in found.items() if page is not None}
        return cls(corpus.names, pages, id if kind == "decision" else None)

    def _texts(self, spans_of: Callable[[Page], tuple[Span, ...] | None]) -> Texts:
        found = ((code, spans_of(page)) for code, page in self.pages.items())
        return {
            code: plain_text(spans, code, self.names[code], self.within) for code, spans in found if spans is not None
        }

    def text(self, unit: str) -> Texts:
        return self._texts(lambda page: page.units[unit].spans if unit in page.units else None)

    def tail(self, unit: str) -> Texts:
        return self._texts(lambda page: (page.units[unit].tail or None) if unit in page.units else None)

    def note(self, mark: str) -> Texts:
        return self._texts(lambda page: next((note.spans for note in page.notes if note.mark == mark), None))


def _named(corpus: Corpus, key: str) -> Texts:
    return {code: corpus.names[code][key] for code in LANGUAGES if key in corpus.names[code]}


def _targets(references: Iterable[Reference]) -> list[str]:
    return [str(reference.target) for reference in references]


# --- decisions --------------------------------------------------------------------------------------------------------


def _decision(corpus: Corpus, decision: Decision) -> Json:
    prose = _Prose.of(corpus, "decision", decision.id)
    body = _part(corpus, decision, prose, decision.body)
    tables = [corpus.record.tables.get(f"{decision.id}#{anchor}") for anchor in decision.tables]
    return {
        "id": decision.id,
        "symbol": decision.symbol,
        "titles": _named(corpus, decision.id),
        "articles": _targets(decision.articles),
        "published": decision.published,
        "opening": _named(corpus, f"opening.{decision.opening}") if decision.opening else None,
        "preamble": body["preamble"],
        "sections": body["sections"],
        "paragraphs": body["paragraphs"],
        "footnotes": [_footnote(note, prose) for note in decision.footnotes],
        "annexes": body["appendices"],
        "tables": [_table_id(table) for table in tables if table is not None],
    }


def _part(corpus: Corpus, decision: Decision, prose: _Prose, part: Part) -> Json:
    """An annex or appendix; the body of a decision is made of the same."""

    def whole(unit: Unit) -> Json:
        shared = _unit(decision, prose, unit)
        return {"id": shared.pop("id"), "n": shared.pop("n"), "section": unit.section, **shared}

    return {
        "id": part.id,
        "titles": _named(corpus, f"{decision.id}#{part.id}"),
        "sections": [
            {
                "id": section.id,
                "label": section.label,
                "titles": _named(corpus, f"{decision.id}#{section.id}"),
                "parent": section.parent,
            }
            for section in part.sections
        ],
        "preamble": [whole(unit) for unit in part.preamble],
        "paragraphs": [whole(unit) for unit in part.paragraphs],
        "appendices": [_part(corpus, decision, prose, inner) for inner in part.parts],
    }


def _unit(decision: Decision, prose: _Prose, unit: Unit) -> Json:
    """What a paragraph and a sub-paragraph have in common: all but the section."""
    return {
        "id": unit.id,
        "n": unit.label,
        "run_in": unit.run_in,
        "acts": [_act(act) for act in unit.acts],
        "due": list(unit.due),
        "refs": _targets(unit.references),
        "footnotes": [note.id for note in decision.footnotes if note.carrier == unit.id],
        "text": prose.text(unit.id),
        "tail": prose.tail(unit.id),
        "items": [_unit(decision, prose, item) for item in unit.items],
    }


def _act(act: Act) -> Json:
    return {"act": act.act, "also": act.also, "to": list(act.to), "by": list(act.by), "due": list(act.due)}


def _footnote(note: Footnote, prose: _Prose) -> Json:
    return {
        "id": note.id,
        "n": note.n,
        "at": note.carrier,
        "cites": _targets(note.cites),
        "text": prose.note(note.mark),
    }


# --- plans ------------------------------------------------------------------------------------------------------------


def _plan(corpus: Corpus, plan: Plan) -> Json:
    prose = _Prose.of(corpus, "plan", plan.id)
    goals = [goal for goal in corpus.record.goals if goal.published and plan.id in goal.plans]
    return {
        **({"meeting": plan.meeting} if plan.meeting else {}),
        "columns": [{"id": column, "names": _named(corpus, f"column.{column}")} for column in plan.columns],
        "goals": [_goal(corpus, prose, goal, goal.plans[plan.id]) for goal in goals],
        "changes": _changes(corpus, plan),
    }


def _changes(corpus: Corpus, plan: Plan) -> list[Json]:
    """What became of each part of the plan's draft."""
    if plan.id not in corpus.record.drafts:
        return []
    prose = _Prose.of(corpus, "draft", plan.id)
    return [_change(prose, change) for change in corpus.record.drafts[plan.id].changes]


def _change(prose: _Prose, change: Change) -> Json:
    return {
        "id": change.anchor,
        "group": change.group,
        "column": change.column or None,
        "draft": change.draft or None,
        "item": change.item or None,
        "change": change.change,
        "caption": change.caption or None,
        "brackets": [
            {
                "fate": bracket.fate,
                "through": bracket.through or None,
                "into": bracket.into or None,
                "unpaired": bracket.unpaired,
            }
            for bracket in change.brackets
        ],
        "text": prose.text(change.anchor),
    }


def _goal(corpus: Corpus, prose: _Prose, goal: Goal, shown: PlanGoal) -> Json:
    """A goal as one of the plans has it."""
    return {
        "id": goal.id,
        "handles": _named(corpus, goal.name),
        "titles": prose.text(slug(goal.id)),
        "source": shown.sources,
        "cells": {
            column: [_item(prose, item, item_anchor(goal.id, column, item.part)) for item in items]
            for column, items in shown.cells.items()
        },
    }


def _item(prose: _Prose, item: Item, anchor: str) -> Json:
    return {
        "id": item.id,
        "label": item.label,
        "source": item.source,
        "refs": _targets(item.references),
        "text": prose.text(anchor),
    }


# --- tables, errata, terms --------------------------------------------------------------------------------------------


def _table_id(table: Table) -> str:
    return f"{slug(table.decision)}/{slug(table.label)}"


def _table(corpus: Corpus, table: Table) -> Json:
    figures = [column.id for column in table.figure_columns]
    return {
        "id": _table_id(table),
        "kind": table.kind,
        "unit": table.unit or None,
        "columns": [_column(corpus, table, column) for column in table.columns],
        "rows": [
            {
                "id": row.id,
                **({"line": _line(corpus, row)} if table.kind == "budget" else {}),
                **{figure: _number(row.figures.get(figure)) for figure in figures},
            }
            for row in table.rows
        ],
        "totals": {figure: _number(total) for figure, total in table.totals.items()},
    }


def _line(corpus: Corpus, row: Row) -> Json:
    share = {"of": row.share.of, "percent": _number(row.share.percent)} if row.share else None
    return {
        "label": row.label,
        "names": _named(corpus, row.name),
        "sum": list(row.sum),
        "share": share,
        "same": row.same,
    }


def _column(corpus: Corpus, table: Table, column: Column) -> Json:
    units = {"percent": "%", "amount": table.currency}
    return {
        "id": column.id,
        "type": column.type,
        "unit": units.get(column.type),
        "names": _named(corpus, f"column.{column.id}"),
    }


def _number(figure: str | None) -> int | float | None:
    """A printed figure as a number, whole where it is printed whole. JSON has no closing noughts: 0.010 is 0.01."""
    if figure is None:
        return None
    return float(figure) if "." in figure else int(figure)


def _erratum(corpus: Corpus, erratum: Erratum) -> Json:
    return {
        "id": erratum.id,
        "at": erratum.address,
        "kind": erratum.kind,
        "printed": erratum.printed,
        "meant": str(erratum.meant.target) if erratum.meant else None,
        "meant_text": _named(corpus, f"erratum.{erratum.id}.meant"),
        "sure": erratum.sure,
        "why": _named(corpus, f"erratum.{erratum.id}.why"),
    }


def _term(corpus: Corpus, term: Term) -> Json:
    names = {code: list(corpus.names[code].term_forms(term.id)) for code in LANGUAGES}
    return {
        "id": term.id,
        "group": term.group,
        "names": {code: forms for code, forms in names.items() if forms},
        "defined": str(term.defined.target) if term.defined else None,
    }
