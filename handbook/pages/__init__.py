"""One function a kind of page: what stands between the frame's header and footer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbook.pages import decision, lists, plan, target
from handbook.sheet import Sheet

PAGES: Mapping[str, Callable[[Sheet], str]] = {
    "home": lists.home,
    "decisions": lists.decisions,
    "decision": decision.decision,
    "plans": lists.plans,
    "plan": plan.plan,
    "goals": lists.goals,
    "goal": plan.goal,
    "articles": lists.articles,
    "target": target.target,
    "errata": lists.errata,
    "about": lists.about,
}
