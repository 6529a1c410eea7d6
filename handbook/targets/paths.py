"""The paths of pages from the language's root, and of the files of prose behind them: made here and read back here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handbook.targets.addresses import slug
from handbook.targets.grammar import Target

#: The record as one document for programs, which belongs to no language.
DATA = "handbook.json"
#: Folder of each scheme's pages. Decisions of the Parties to the Protocol share one, whichever meeting took them, so
#: that a meeting added to the record later keeps the addresses that its pages had as targets.
FOLDERS = {
    "art": "articles",
    "sup": "supplementary-protocol",
    "conv": "convention",
    "dec": "decisions",
    "cop": "cop",
    "doc": "documents",
    "ga": "ga",
    "proc": "procedures",
    "sdg": "sdg",
    "target": "targets",
    "meeting": "meetings",
}
#: Folders of pages that no target has: of a plan, and of a goal in all plans of its meeting.
PLANS, GOALS = "plans", "goals"
ERRATA = "errata"
_PATH = re.compile(r"(?:([a-z]+(?:-[a-z]+)*)/(?:([a-z0-9]+(?:-[a-z0-9]+)*)/(draft/)?)?)?")


@dataclass(frozen=True)
class PagePath:
    """`folder/name/`, with `draft/` behind it where it is the page of a plan's draft. A list, or a page about the
    handbook, has a folder alone, and the home page neither.
    """

    folder: str = ""
    name: str = ""
    draft: bool = False

    def __str__(self) -> str:
        parts = (self.folder, self.name, "draft" if self.draft else "")
        return "".join(f"{part}/" for part in parts if part)


def read_path(path: str) -> PagePath | None:
    """What a path is made of, or None where no page of the handbook has one like it."""
    match = _PATH.fullmatch(path)
    return PagePath(match[1] or "", match[2] or "", bool(match[3])) if match else None


def decision_path(id: str) -> str:
    return str(PagePath(FOLDERS["dec"], slug(id)))


def plan_path(plan: str) -> str:
    """By the plan's id; that of a later meeting names it: `plans/cp-11-action-plan/`."""
    return str(PagePath(PLANS, slug(plan)))


def draft_path(plan: str) -> str:
    """The page that tells what became of a plan's draft."""
    return str(PagePath(PLANS, slug(plan), draft=True))


def goal_path(goal: str) -> str:
    """By the goal's id among those of all meetings: `goals/a-5/`, `goals/cp-11-a-5/`."""
    return str(PagePath(GOALS, slug(goal)))


def text_path(page: str) -> str:
    """A page about the handbook."""
    return str(PagePath(page))


def page_of(target: Target) -> str:
    """The page that shows a target, from the language's root: `decisions/cp-9-13/`."""
    if target.scheme == "goal":
        return plan_path(target.id.partition("/")[0])
    if target.scheme == "unresolved":
        return str(PagePath(ERRATA))
    if target.scheme == "page":
        return f"../{DATA}" if target.id == DATA else "" if target.id == "home" else text_path(target.id)
    return str(PagePath(FOLDERS[target.scheme], slug(target.id)))


def subject_path(kind: str, id: str) -> str:
    """The page that shows the prose of a subject, as front matter names it."""
    paths = {"decision": decision_path, "plan": plan_path, "draft": draft_path, "page": text_path}
    return paths[kind](id)


def prose_name(kind: str, id: str) -> str:
    """The file of a subject's prose inside a language's folder, without `.md`: `decisions/cp-10-2`."""
    return f"{kind}s/{slug(id)}"
