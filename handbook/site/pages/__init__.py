"""One function a kind of page: what stands between the frame's header and footer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbook.site.pages import decision, draft, glossary, indexes, lists, plan, target, text
from handbook.site.sheet import Sheet

PAGES: Mapping[str, Callable[[Sheet], str]] = {
    "home": lists.home,
    "decisions": lists.decisions,
    "decision": decision.decision,
    "plans": lists.plans,
    "plan": plan.plan,
    "draft": draft.draft,
    "goals": lists.goals,
    "goal": plan.goal,
    "indexes": indexes.indexes,
    "articles": lists.articles,
    "cited": indexes.cited,
    "addressees": indexes.addressees,
    "deadlines": indexes.deadlines,
    "target": target.target,
    "errata": lists.errata,
    "text": text.text,
    "glossary": glossary.glossary,
}
