"""Every act of the record is in the termbase, data/terms.yaml: acts of paragraphs under `acts`, those of preambular
clauses under `acts_preamble`.

Bad:  {id: pre-1, acts: [{act: recals}]}
Good: {id: pre-1, acts: [{act: recalling}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import preambular
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for decision in corpus.record.decisions.values():
        clauses = preambular(decision)
        for unit in decision.units.values():
            group = "acts_preamble" if unit.id in clauses else "acts"
            known = corpus.record.acts.get(group)
            for act in unit.acts:
                if known and act.act and act.act not in known:
                    place = act.places.get("act", act.place)
                    yield Problem(place, f"act {act.act!r}, expected one of {group!r} in data/terms.yaml")


CHECK = Check(Code.RC001, hint="mend the id, or add the act to data/terms.yaml", look=look)
