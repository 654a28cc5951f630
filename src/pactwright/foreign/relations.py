"""What the parts of a file point at."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pactwright.foreign.bounds import COPY, Bounds
from pactwright.foreign.markup import parsed


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part points at; `source` is its list of relations, `part` what an inner target names in the file.

    `ident` is the name under which the part speaks of it.
    """

    ident: str
    source: str
    kind: str
    target: str
    is_outside: bool

    @property
    def part(self) -> str:
        """The part that the target names, as seen from the list."""
        folder = posixpath.dirname(posixpath.dirname(self.source))
        return posixpath.normpath(posixpath.join("/", folder, self.target)).lstrip("/")


def relations_of(trees: Mapping[str, etree._Element]) -> Iterator[Relation]:
    """Every relation of every list."""
    for name in _lists(trees):
        yield from (_relation(each, name) for each in _relations(trees[name]))


def check_relations(trees: Mapping[str, etree._Element], bounds: Bounds) -> None:
    """Refuses more relations than a document has."""
    relations = list(relations_of(trees))
    if len(relations) > bounds.relations:
        raise bounds.danger(seen=f"holds {len(relations)} relations, more than {bounds.relations}", fix=COPY)


def without_lost(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without relations to parts that are not there: Word passes over them, python-docx does not."""
    whole = dict(parts)
    for name in _lists(parts):
        root = parsed(parts[name])
        for each in _relations(root):
            relation = _relation(each, name)
            if not relation.is_outside and relation.part not in parts:
                root.remove(each)
        whole[name] = etree.tostring(root)
    return whole


def _lists(parts: Iterable[str]) -> list[str]:
    return [name for name in parts if name.lower().endswith(".rels")]


def _relations(root: etree._Element) -> list[etree._Element]:
    return [each for each in root.iter(etree.Element) if each.get("Type") is not None]


def _relation(element: etree._Element, source: str) -> Relation:
    kind = (element.get("Type") or "").rpartition("/")[2]
    is_outside = element.get("TargetMode", "Internal") != "Internal"
    return Relation(element.get("Id", ""), source, kind, element.get("Target", ""), is_outside)
