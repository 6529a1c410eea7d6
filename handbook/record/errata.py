"""data/errata.yaml: slips of the published texts."""

from __future__ import annotations

from handbook.findings.codes import Code
from handbook.model.erratum import ERRATUM_KINDS, FRONT, SURENESS, Erratum
from handbook.record.values import UNIT, by_id, reference
from handbook.sources.fields import Fields
from handbook.targets.grammar import DECISION

ADDRESS = rf"{DECISION}#[a-z0-9-]+(?:/[a-z0-9-]+)?|{DECISION}|(?:{UNIT}#)?(?:{'|'.join(FRONT)})"


def read_errata(file: Fields) -> tuple[Erratum, ...]:
    return tuple(by_id(file.children("errata", "erratum"), _erratum).values())


def _erratum(fields: Fields) -> tuple[str, Erratum]:
    id = fields.text("id", UNIT)
    meant = reference(fields, "meant", "target")
    kind = fields.choice("kind", ERRATUM_KINDS)
    if meant and kind and kind != "citation":
        message = f"target of a slip of kind {kind!r}"
        fields.note(meant.place, Code.REC004, message, "take it out, or write `kind: citation`")
    return id, Erratum(
        id=id,
        address=fields.text("at", ADDRESS, says="decision#unit"),
        kind=kind,
        # Twelve characters are the most that is ever quoted of the booklet.
        printed=fields.text("printed", r".{1,12}", says="at most twelve characters"),
        meant=meant,
        sure=fields.choice("sure", SURENESS),
        place=fields.place,
        places=fields.places,
    )
