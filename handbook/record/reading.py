"""YAML trees → the record. Every value is read with its place; what does not fit the schema is a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.languages import LANGUAGES
from handbook.model import record as model
from handbook.record import about, drafts
from handbook.sources.fields import Fields, is_date
from handbook.sources.yamltree import Mapping, Node, Scalar, Sequence
from handbook.targets.addresses import item_kind, kind_of, slug
from handbook.targets.grammar import Target, parse_target

T = TypeVar("T")

FILES = (
    "decisions",
    "plans",
    "tables",
    "parties",
    "instruments",
    "outside",
    "errata",
    "terms",
    "pages",
    "glossary",
    "changes",
)

DECISION = r"[A-Z]+(?:-[A-Z0-9]+)+/\d{1,4}"
UNIT = r"[a-z0-9]+(?:-[a-z0-9]+)*"
DATE = r"\d{4}-\d{2}-\d{2}"
FIGURE = r"-?\d{1,15}(?:\.\d{1,10})?"
DUE = rf"{DATE}|meeting:[a-z0-9-]+|event:[a-z0-9-]+"


@dataclass
class _Reading:
    """What one run of reading has gathered."""

    trees: dict[str, Node | None]
    paths: dict[str, str]
    findings: list[Finding] = field(default_factory=list)

    def file(self, name: str) -> Fields:
        return Fields(self.trees.get(name), f"{name}.yaml", self.findings, self.paths.get(name, f"data/{name}.yaml"))


def read_record(trees: dict[str, Node | None], paths: dict[str, str]) -> tuple[model.Record, list[Finding]]:
    """Trees and paths by file name (`decisions`, …) → the record and what was found."""
    run = _Reading(trees, paths)
    decisions = run.file("decisions")
    plans = run.file("plans")
    tables = run.file("tables")
    record = model.Record(
        meetings=_by_id(run, decisions.children("meetings", "meeting"), _meeting),
        decisions=_by_id(run, decisions.children("decisions", "decision", required=True), _decision),
        plans=(read_plans := _by_id(run, plans.children("plans", "plan"), _plan)),
        areas=tuple(text for text, _ in plans.texts("areas", r"[A-Z]", "a capital letter")),
        goals=_by_id(run, plans.children("goals", "goal"), lambda fields: _goal(fields, read_plans)),
        tables=_by_id(run, tables.children("tables", "table"), _table),
        parties=_parties(run),
        instruments=_instruments(run),
        outside=_outside(run),
        errata=_errata(run),
        acts=_acts(run, terms := run.file("terms")),
        latin=tuple(text for text, _ in terms.texts("latin")),
        pages=_by_id(run, (pages := run.file("pages")).children("pages", "page", required=True), about.page),
        terms=_by_id(run, (glossary := run.file("glossary")).children("terms", "term", required=True), about.term),
        drafts=_by_id(
            run, (changes := run.file("changes")).children("changes", "draft", required=True), drafts.drafted
        ),
        prose=tuple(text for text, _ in decisions.texts("prose", "|".join(LANGUAGES), "a language of the handbook")),
        occasions=tuple(text for text, _ in decisions.texts("occasions", DUE, "meeting:… or event:…")),
    )
    for fields in (decisions, plans, tables, terms, pages, glossary, changes):
        fields.done()
    return record, run.findings


def _by_id(run: _Reading, children: Iterable[Fields], read_one: Callable[[Fields], tuple[str, T]]) -> dict[str, T]:
    out: dict[str, T] = {}
    for fields in children:
        id, value = read_one(fields)
        fields.done()
        if id in out:
            run.findings.append(
                Finding(fields.place, Code.REC005, f"{fields.what} {id!r} again", "keep one of the two")
            )
        elif id:
            out[id] = value
    return out


def references(fields: Fields, key: str, decision: str | None) -> tuple[model.Reference, ...]:
    """A list of targets; `par:` ones are resolved to the decision."""
    out = []
    for text, place in fields.texts(key):
        target = parse_target(text, decision)
        if isinstance(target, str):
            fields.note(place, Code.REC004, f"reference {text!r} {target}", "see docs/prose.md, References")
        else:
            out.append(model.Reference(target, place))
    return tuple(out)


def _meeting(fields: Fields) -> tuple[str, tuple[model.MeetingPart, ...]]:
    id = fields.text("id", UNIT)
    parts = []
    for part in fields.children("parts", "part of a meeting", required=True):
        parts.append(
            model.MeetingPart(
                part.text("id", UNIT),
                part.date("from"),
                part.date("to"),
            )
        )
        part.done()
    return id, tuple(parts)


def _decision(fields: Fields) -> tuple[str, model.Decision]:
    id = fields.text("id", DECISION, says="an id such as CP-1/2")
    opening = fields.child("opening", "opening")
    text = opening.text("text", r"[a-z_]+") if opening else ""
    if opening:
        opening.done()
    published = fields.flag("published", True)
    body = _part(fields, "", id)
    decision = model.Decision(
        id=id,
        symbol=fields.text("symbol"),
        meeting=fields.text("meeting", UNIT),
        part=fields.text("part", UNIT),
        page=fields.number("page"),
        articles=references(fields, "articles", id),
        published=published,
        opening=text,
        body=body,
        footnotes=_footnotes(fields, id),
        tables=tuple(text for text, _ in fields.texts("tables", UNIT)),
        place=fields.place,
        places=fields.places,
    )
    if published and not text and id:
        fields.note(fields.place, Code.REC004, f"decision {id!r} has no opening", "add `opening: {text: …}`")
    return id, decision


def _part(fields: Fields, id: str, decision: str) -> model.Part:
    sections = []
    for section in fields.children("sections", "section"):
        sections.append(
            model.Section(
                section.text("id", UNIT),
                section.text("label", required=False) or None,
                section.text("parent", UNIT, required=False) or None,
                section.place,
                section.places,
            )
        )
        section.done()
    preamble = tuple(_units(fields, "preamble", decision, "plain"))
    paragraphs = tuple(_units(fields, "paragraphs", decision, "paragraph"))
    parts = []
    for key in ("annexes", "appendices"):
        if key == "appendices" and not id:
            continue
        if key == "annexes" and id:
            continue
        for child in fields.children(key, key[:-2] if key == "annexes" else "appendix"):
            parts.append(_part(child, child.text("id", UNIT), decision))
            child.done()
    return model.Part(id, fields.place, preamble, tuple(sections), paragraphs, tuple(parts))


def _units(fields: Fields, key: str, decision: str, kind: str) -> Iterable[model.Unit]:
    for child in fields.children(
        key, {"items": "sub-paragraph", "preamble": "preambular clause"}.get(key, "paragraph")
    ):
        id = child.text("id", UNIT, says="an address such as p6-a")
        label = re.sub(r"^(p|pre)(?=\d)", "", id.rsplit("-", 1)[-1]) if kind != "plain" else id.rsplit("-", 1)[-1]
        own = kind if key != "items" else kind_of(label, kind)
        if key == "items" and not id.startswith(f"{fields.text('id', UNIT)}-") and id:
            child.note(
                child.place, Code.REC004, f"sub-paragraph {id!r} stands under {fields.text('id', UNIT)!r}", "ids nest"
            )
        acts = []
        for act in child.children("acts", "act"):
            acts.append(_act(act))
            act.done()
        yield model.Unit(
            id=id,
            label=label,
            kind=own,
            place=child.place,
            acts=tuple(acts),
            references=references(child, "refs", decision),
            items=tuple(_units(child, "items", decision, own)),
            run_in=child.flag("run_in", False),
            tail=child.flag("tail", False),
            section=child.text("section", UNIT, required=False) or None,
            due=_due(child),
            places=child.places,
        )
        child.done()


def _due(fields: Fields) -> tuple[str, ...]:
    """By when: dates, meetings and events."""
    due = fields.texts("due", DUE, "a date, meeting:… or event:…")
    for text, place in due:
        if text[0].isdigit() and not is_date(text):
            fields.note(place, Code.REC004, f"{text!r} in 'due', expected a day of the calendar", "write the date")
    return tuple(text for text, _ in due if not text[0].isdigit() or is_date(text))


def _act(fields: Fields) -> model.Act:
    return model.Act(
        act=fields.text("act", r"[a-z_]+"),
        also=fields.choice("also", ("also", "further"), "") or None,
        to=tuple(text for text, _ in fields.texts("to", r"[a-z_]+")),
        by=tuple(text for text, _ in fields.texts("by", r"[a-z_]+")),
        due=_due(fields),
        place=fields.place,
        places=fields.places,
    )


def _footnotes(fields: Fields, decision: str) -> tuple[model.Footnote, ...]:
    out = []
    for note in fields.children("footnotes", "footnote"):
        n = note.text("n", r"\d+|\*", says="a number or *")
        out.append(
            model.Footnote(
                id=note.text("id", r"fn-(?:\d+|s\d+)", says="fn-1, or fn-s1 for an asterisk note"),
                n=n,
                at=note.text("at", r"[a-z0-9-]+(?:/[a-z0-9-]+)?"),
                cites=references(note, "cites", decision),
                place=note.place,
            )
        )
        note.done()
    return tuple(out)


def _plan(fields: Fields) -> tuple[str, model.Plan]:
    id = fields.text("id", r"[a-z_]+")
    columns = tuple(text for text, _ in fields.texts("columns", r"[a-z_]+"))
    return id, model.Plan(id, fields.text("decision", DECISION), columns, fields.place, fields.places)


def _goal(fields: Fields, plans: dict[str, model.Plan]) -> tuple[str, model.Goal]:
    id = fields.text("id", r"[A-Z]\.\d+", says="a goal such as A.1")
    published = fields.flag("published", True)
    found = {}
    for plan in plans.values():
        child = fields.child(plan.id, f"goal {id} of {plan.id}", required=published)
        if child is not None:
            found[plan.id] = _plan_goal(child, id, plan)
            child.done()
    return id, model.Goal(id, fields.text("area", r"[A-Z]"), published, found, fields.place, fields.places)


def _plan_goal(fields: Fields, goal: str, plan: model.Plan) -> model.PlanGoal:
    source = fields.choice("source", ("booklet", "draft"))
    cells_node = fields.get("cells", required=True)
    cells: dict[str, tuple[model.Item, ...]] = {}
    if isinstance(cells_node, Mapping):
        column_fields = Fields(cells_node, f"cells of goal {goal}", fields.findings, fields.place.path)
        if tuple(cells_node.entries) != plan.columns:
            found = ", ".join(cells_node.entries)
            fields.note(
                cells_node.place, Code.REC004, f"columns {found}, expected {', '.join(plan.columns)}", "in that order"
            )
        for column in cells_node.entries:
            cells[column] = tuple(_items(column_fields, column, goal, source))
    elif cells_node is not None:
        fields.note(cells_node.place, Code.REC002, "'cells' is not a mapping", "write one key a column")
    return model.PlanGoal(goal, plan.id, source, references(fields, "refs", None), cells, fields.place)


def _items(fields: Fields, column: str, goal: str, source: str) -> Iterable[model.Item]:
    seen: set[str] = set()
    for child in fields.children(column, "item"):
        id = child.text("id", r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
        label = child.text("label", required=False) or None
        if id in seen:
            child.note(child.place, Code.REC005, f"item {id!r} again in {column!r}", "keep one of the two")
        seen.add(id)
        kind = item_kind(label, column) if label else "bullet"
        part = slug(id.removeprefix(f"{goal}.").removeprefix(f"{column}-"))
        own = child.choice("source", ("booklet", "draft"), source)
        yield model.Item(id, label, kind, own, references(child, "refs", None), part, child.place, child.places)
        child.done()


def _table(fields: Fields) -> tuple[str, model.Table]:
    id = fields.text("id", rf"{DECISION}#[a-z0-9-]+", says="an id such as CP-1/2#table-3")
    kind = fields.choice("kind", ("scale", "budget"))
    columns = []
    for column in fields.children("columns", "column", required=True):
        columns.append(
            model.Column(
                column.text("id", r"[a-z]+(?:_[a-z0-9]+)*"),
                column.choice("type", ("line", "amount") if kind == "budget" else ("party", "percent", "amount")),
                column.place,
                tuple(text for text, _ in column.texts("sum")) if kind == "budget" else (),
                column.places,
            )
        )
        column.done()
    figures = tuple(column.id for column in columns if column.type not in ("party", "line"))
    rows = []
    for row in fields.children("rows", "row", required=True):
        rows.append(_line(row, figures) if kind == "budget" else _row(row, figures, r"[A-Za-z0-9-]+"))
        row.done()
    totals, total_places = ({}, {}) if kind == "budget" else _figures(fields, "totals")
    rule, _ = ({}, {}) if kind == "budget" else _figures(fields, "rule")
    return id, model.Table(
        id=id,
        kind=kind,
        label=fields.text("label"),
        page=fields.number("page"),
        currency=fields.text("currency", r"[A-Z]{3}"),
        columns=tuple(columns),
        rows=tuple(rows),
        totals=totals,
        total_places=total_places,
        rule=rule,
        place=fields.place,
        places=fields.places,
        unit=fields.choice("unit", ("thousands",), ""),
    )


def _row(fields: Fields, figures: tuple[str, ...], form: str) -> model.Row:
    values, places = {}, {}
    id = fields.text("id", form, says="an id such as BR, or net-total in a budget")
    for figure in figures:
        value = fields.text(figure, FIGURE, required=False, says="a plain figure such as 2765.93")
        if fields.has(figure):
            places[figure] = fields.node.entries[figure].place
        if value:
            values[figure] = value
    return model.Row(id, values, places, fields.place)


def _line(fields: Fields, figures: tuple[str, ...]) -> model.Row:
    """A line of a budget. One with a letter is addressed by it, so that its words have a key of their own."""
    row = _row(fields, figures, UNIT)
    share = fields.child("share", "share", required=False)
    return replace(
        row,
        label=fields.text("label", r"[A-Z]|[IVX]+", required=False, says="a capital letter or a Roman numeral") or None,
        line=fields.text("line", r"[a-z]+(?:_[a-z0-9]+)*") if re.fullmatch("[a-z]", row.id) else "",
        sum=tuple(text for text, _ in fields.texts("sum", UNIT)),
        share=_share(share) if share else None,
        same=fields.text("same", rf"{UNIT}/{UNIT}", required=False, says="a line such as table-1/total") or None,
        keys=fields.places,
    )


def _share(fields: Fields) -> model.Share:
    share = model.Share(
        fields.text("of", UNIT), fields.text("percent", r"\d{1,3}(?:\.\d{1,6})?", says="a percentage"), fields.place
    )
    fields.done()
    return share


def _figures(fields: Fields, key: str) -> tuple[dict[str, str], dict[str, Place]]:
    values, places = {}, {}
    for name, (value, place) in fields.pairs(key).items():
        places[name] = place
        if re.fullmatch(FIGURE, value, re.ASCII):
            values[name] = value
        else:
            fields.note(place, Code.REC004, f"{name!r} is {value!r}, expected a plain figure such as 2765.93", "")
    return values, places


def _parties(run: _Reading) -> dict[str, model.Party]:
    fields = run.file("parties")
    fields.pairs("ldc_as_of")
    out = _by_id(run, fields.children("parties", "Party", required=True), _party)
    fields.done()
    return out


def _party(fields: Fields) -> tuple[str, model.Party]:
    id = fields.text("id", r"[A-Z]{2}", says="an ISO 3166-1 code of two capitals")
    return id, model.Party(id, fields.flag("ldc", False), fields.place)


def _instruments(run: _Reading) -> dict[str, dict[str, model.Article]]:
    fields = run.file("instruments")
    out: dict[str, dict[str, model.Article]] = {}
    for instrument in fields.children("instruments", "instrument", required=True):
        id = instrument.text("id", r"[a-z]+")
        for key in ("adopted", "adopted_at", "entry_into_force", "opened_for_signature"):
            instrument.text(key, required=False)
        articles = {}
        for key, prefix in (("articles", ""), ("annexes", "annex-")):
            for article in instrument.children(key, "article"):
                n = prefix + article.text("n", r"\d+|[IVX]+")
                count = article.number("paragraphs", -1)
                letters = {
                    int(paragraph): letters
                    for paragraph, (letters, _) in article.pairs("subparagraphs").items()
                    if re.fullmatch("[0-9]{1,4}", paragraph)
                }
                article.get("parts")
                articles[n] = model.Article(None if count < 0 else count, letters, article.place)
                article.done()
        instrument.done()
        out[id] = articles
    fields.done()
    return out


def _outside(run: _Reading) -> dict[Target, model.Outside]:
    fields = run.file("outside")
    out = {}
    for child in fields.children("outside", "target", required=True):
        text = child.text("id")
        target = parse_target(text)
        parts = tuple(part for part, _ in child.texts("parts"))
        year = child.text("year", r"\d{4}", required=False, says="a year") or None
        child.done()
        if isinstance(target, str):
            child.note(child.place, Code.REC004, f"target {text!r} {target}", "see docs/prose.md, References")
        elif target in out:
            child.note(child.place, Code.REC005, f"target {text!r} again", "keep one of the two")
        else:
            out[target] = model.Outside(target, year, parts, child.place)
    fields.done()
    return out


def _errata(run: _Reading) -> tuple[model.Erratum, ...]:
    fields = run.file("errata")
    out: dict[str, model.Erratum] = _by_id(run, fields.children("errata", "erratum"), _erratum)
    fields.done()
    return tuple(out.values())


def _erratum(fields: Fields) -> tuple[str, model.Erratum]:
    id = fields.text("id", UNIT)
    meant = None
    if fields.has("meant"):
        text = fields.text("meant")
        target = parse_target(text)
        place = fields.node.entries["meant"].place
        if isinstance(target, str):
            fields.note(place, Code.REC004, f"target {text!r} {target}", "see docs/prose.md, References")
        else:
            meant = model.Reference(target, place)
    kind = fields.choice("kind", model.ERRATUM_KINDS)
    if meant and kind and kind != "citation":
        fields.note(
            meant.place, Code.REC004, f"target of a slip of kind {kind!r}", "take it out, or write `kind: citation`"
        )
    return id, model.Erratum(
        id=id,
        at=fields.text(
            "at", rf"{DECISION}#[a-z0-9-]+(?:/[a-z0-9-]+)?|{DECISION}|{'|'.join(model.FRONT)}", says="decision#unit"
        ),
        kind=kind,
        # Twelve characters are the most that is ever quoted of the booklet.
        printed=fields.text("printed", r".{1,12}", says="at most twelve characters"),
        meant=meant,
        sure=fields.choice("sure", model.SURENESS),
        place=fields.place,
        places=fields.places,
    )


def _acts(run: _Reading, fields: Fields) -> dict[str, dict[str, dict[str, tuple[str, ...]]]]:
    """Termbase groups → act → language → accepted forms, the first preferred.

    Every act has forms in each language that has a form of any: one that is new to the handbook may come without.
    """
    out: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
    children = {group: fields.child(group, group, required=True) for group in ("acts", "acts_preamble", "acts_also")}
    acts = [node for child in children.values() if child for node in child.node.entries.values()]
    begun = {code for node in acts if isinstance(node, Mapping) for code in node.entries}
    for group, child in children.items():
        out[group] = {}
        if child is None:
            continue
        for act, node in child.node.entries.items():
            forms: dict[str, tuple[str, ...]] = {}
            act_fields = Fields(node, f"act {act}", run.findings, child.place.path)
            for language in LANGUAGES:
                value = act_fields.get(language, required=language in begun)
                if isinstance(value, Scalar):
                    forms[language] = (value.value,)
                elif isinstance(value, Sequence):
                    forms[language] = tuple(item.value for item in value.items if isinstance(item, Scalar))
            act_fields.done()
            out[group][act] = forms
    return out
