"""The XML of a template: under the prefix that docxtpl knows, with no relation that is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from pactwright.findings import Finding
from pactwright.foreign import W

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def unfit_content(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Each part in which the writer or Word would not find what stands there."""
    for name, root in trees.items():
        if name.endswith(".rels") or name == "[Content_Types].xml":
            continue
        if root.nsmap.get(root.prefix) == W[1:-1] and root.prefix != "w":
            yield _danger(name, "docxtpl finds no tags where Word's own elements have another prefix than w")
        yield from _lost(root, name, trees)


def _lost(root: etree._Element, name: str, trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Each relation that the part uses and that its list of relations does not hold."""
    folder, _, file = name.rpartition("/")
    relations = trees.get(f"{folder}/_rels/{file}.rels")
    known = set() if relations is None else {each.get("Id") for each in relations.iter(etree.Element)}
    used = {
        str(value) for each in root.iter(etree.Element) for key, value in each.items() if str(key).startswith(_RELATION)
    }
    for lost in sorted(used - known - {""}):
        yield _danger(name, f"it uses the relation {lost[:20]!r}, which is not there")


def _danger(name: str, seen: str) -> Finding:
    return Finding("template-content", "error", name, seen, fix="delete it in Word and save again")
