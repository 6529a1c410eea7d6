"""data/parties.yaml: the Parties."""

from __future__ import annotations

from handbook.model.record import Party
from handbook.record.values import UNIT, by_id
from handbook.sources.fields import Fields


def read_parties(file: Fields) -> dict[str, Party]:
    file.pairs("ldc_as_of")
    return by_id(file.children("parties", "Party", required=True), _party)


def _party(fields: Fields) -> tuple[str, Party]:
    id = fields.text("id", r"[A-Z]{2}", says="an ISO 3166-1 code of two capitals")
    return id, Party(
        id,
        fields.flag("ldc", False),
        fields.place,
        since=fields.text("since", UNIT, required=False),
        ldc_until=fields.text("ldc_until", UNIT, required=False),
        places=fields.places,
    )
