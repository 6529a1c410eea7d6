"""data/instruments.yaml and data/outside.yaml: what may be cited that is no decision of the record."""

from __future__ import annotations

import re

from handbook.findings.codes import Code
from handbook.model.record import Article, Outside
from handbook.record.values import by_id
from handbook.sources.fields import Fields
from handbook.targets.grammar import Target, parse_target


def read_instruments(file: Fields) -> dict[str, dict[str, Article]]:
    """Scheme of the instrument → its articles and annexes, as a target names them."""
    return by_id(file.children("instruments", "instrument", required=True), _instrument)


def _instrument(fields: Fields) -> tuple[str, dict[str, Article]]:
    id = fields.text("id", r"[a-z]+")
    for key in ("adopted", "adopted_at", "entry_into_force", "opened_for_signature"):
        fields.text(key, required=False)
    articles = {}
    for key, prefix in (("articles", ""), ("annexes", "annex-")):
        for article in fields.children(key, "article"):
            n = prefix + article.text("n", r"\d+|[IVX]+")
            articles[n] = _article(article)
            article.done()
    return id, articles


def _article(fields: Fields) -> Article:
    count = fields.number("paragraphs", -1)
    letters = {
        int(paragraph): letters
        for paragraph, (letters, _) in fields.pairs("subparagraphs").items()
        if re.fullmatch("[0-9]{1,4}", paragraph)
    }
    fields.get("parts")
    return Article(None if count < 0 else count, letters, fields.place)


def read_outside(file: Fields) -> dict[Target, Outside]:
    targets = {}
    for child in file.children("outside", "target", required=True):
        text = child.text("id")
        target = parse_target(text)
        parts = tuple(part for part, _ in child.texts("parts"))
        year = child.text("year", r"\d{4}", required=False, says="a year") or None
        child.done()
        if isinstance(target, str):
            child.note(child.place, Code.REC004, f"target {text!r} {target}", "see docs/prose.md, References")
        elif target in targets:
            child.note(child.place, Code.REC005, f"target {text!r} again", "keep one of the two")
        else:
            targets[target] = Outside(target, year, parts, child.place)
    return targets
