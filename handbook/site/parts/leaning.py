"""What a decision cites, and who cites it."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.site.sheet import LinkView, Sheet
from handbook.targets.addresses import natural
from handbook.targets.grammar import INSTRUMENTS, Target
from handbook.targets.paths import FOLDERS, page_of

#: What is named by its symbol alone where its kind is named before it.
SYMBOLS = ("dec", "doc")


def leans_on(sheet: Sheet, id: str) -> list[tuple[str, list[LinkView], bool]]:
    """What a decision cites, whole by whole, under the name of its kind, in the order of numbers; itself aside.

    The last value says whether the links are symbols, which stand on one line.
    """
    view = sheet.view
    groups: dict[str, dict[Target, None]] = {}
    for source, target in view.site.crossrefs.citations:
        if source.scheme == "dec" and source.id == id and target.scheme in (*FOLDERS, "goal"):
            whole = target.whole
            if whole != Target("dec", id):
                groups.setdefault("art" if target.scheme in INSTRUMENTS else target.scheme, {})[whole] = None
    order = ("art", "dec", "goal", *FOLDERS)
    names = {"art": view.ui("articles"), "goal": view.ui("goals")}
    return [
        (
            names.get(scheme) or view.ui(f"kinds_{scheme_word(scheme)}"),
            [_short(sheet, target) for target in sorted(groups[scheme], key=_rank)],
            scheme in SYMBOLS,
        )
        for scheme in sorted(groups, key=order.index)
    ]


def scheme_word(scheme: str) -> str:
    return {
        "dec": "decision", "cop": "cop_decision", "doc": "document", "ga": "ga_resolution", "proc": "procedure",
    }.get(scheme, scheme)  # fmt: skip


def _rank(target: Target) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    """Articles by their instrument, all by number."""
    return (INSTRUMENTS.index(target.scheme) if target.scheme in INSTRUMENTS else 0), natural(target.id)


def _short(sheet: Sheet, target: Target) -> LinkView:
    link = sheet.link(target)
    title = target.id if target.scheme in SYMBOLS else link.title
    return LinkView(
        title, link.href, sheet.view.names.get(target.id if target.id in sheet.record.decisions else str(target))
    )


def citing(sheet: Sheet, cited: Target) -> Iterable[Target]:
    """Places in other decisions and in the plans that cite a whole or a part of it."""
    backlinks = sheet.view.site.crossrefs.backlinks.get(page_of(cited), {})
    return sheet.view.site.in_order(
        one for sources in backlinks.values() for one in sources if one.whole != cited and one.scheme != "page"
    )
