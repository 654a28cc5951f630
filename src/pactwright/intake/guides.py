"""What helps to fill in a field: what it is, whether it must be there, its kind and an example; each with its style."""

from __future__ import annotations

from pactwright.intake.form import Field, Table
from pactwright.intake.words import words
from pactwright.spec.form import kind_at

Guides = list[tuple[str, str]]


def guides_of(table: Table, label: str, field: Field | None) -> Guides:
    """The guides of a label, in their order: a style and a text for each."""
    said = words()
    must = ("must", str(said["must"]))
    if label in table.shown or (table.lines and field is None):
        return [("guide", "")] * len(said["guides"])
    if field is None:
        return [("guide", _help(table, label)), must, ("guide", said["kinds"]["id"]), ("example", "")]
    needed = must if field.is_required else ("guide", "")
    return [("guide", field.help), needed, ("guide", _kind(field)), ("example", field.example)]


def labelled(table: Table) -> list[tuple[str, Field | None]]:
    """The labels of a table that hold answers, each with its field; ids have none."""
    fields = {each.label: each for each in table.fields}
    return [(label, fields.get(label)) for label in table.labels]


def is_day(field: Field | None) -> bool:
    """Whether a day stands in a field."""
    return field is not None and field.place.reads == "date"


def _help(table: Table, label: str) -> str:
    said = words()
    if label == table.own_label:
        return str(said["id_help" if table.kind == "map" else "number_help"])
    return str(said["above_help"]).format(sheet=table.above.title if table.above else "")


def _kind(field: Field) -> str:
    """How a value is typed, in words; of an answer nothing, for its list says it."""
    said, shape = words(), field.place.shape
    if not field.sample and shape == "value":
        return ""
    is_party = field.sample and kind_at(field.sample) == "party"
    kind = str(said["kinds"]["party" if is_party else field.place.reads])
    if shape in {"values", "map"}:
        return str(said["several" if shape == "values" else "pairs"]).format(kind=kind)
    return kind
