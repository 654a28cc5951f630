"""What a template points at: parts of its own of a few kinds, each where the writer looks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pactwright.findings import Finding
from pactwright.foreign import KINDS, Package, Relation

_PROPERTIES = ["officeDocument", "core-properties", "extended-properties", "custom-properties", "classificationlabels"]
_STYLING = ["styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "font", "theme"]
_STORIES = ["header", "footer", "footnotes", "endnotes", "glossaryDocument", "image", "thumbnail", "hyperlink"]
_REVIEW = ["comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "intelligence"]
_HARMLESS = frozenset([*_PROPERTIES, *_STYLING, *_STORIES, *_REVIEW, "customXml", "customXmlProps"])
_HOMES = {
    "officeDocument": "word/document.xml",
    "styles": "word/styles.xml",
    "numbering": "word/numbering.xml",
    "settings": "word/settings.xml",
}
"""What the rest of the inspection reads must be what Word and the writer read."""

_NEAREST = ("_rels/.rels", "word/_rels/document.xml.rels")


def unfit_relations(package: Package) -> Iterator[Finding]:
    """Each relation of another kind, or that leads to nothing, or past the part that the writer reads."""
    relations = list(package.relations())
    for relation in relations:
        if not relation.is_outside and relation.kind.lower() not in KINDS:
            yield from _relation(relation, package.parts)
    found = {each.kind for each in relations if each.source in _NEAREST}
    for kind in sorted(_HOMES.keys() - found):
        yield _danger("the file", f"its {kind} part is not linked", "open it in Word and save it again")


def _relation(relation: Relation, parts: Mapping[str, bytes]) -> Iterator[Finding]:
    name, kind, target = relation.source, relation.kind, relation.target
    if kind not in _HARMLESS:
        yield _danger(name, f"the file holds {kind}", "delete it in Word and save again")
    elif not target.startswith("#") and relation.part not in parts:
        yield _danger(name, f"{target[:60]!r} is not in the file", "open it in Word and save it again")
    elif name in _NEAREST and kind in _HOMES and relation.part != _HOMES[kind]:
        seen = f"its {kind} part stands in {target[:60]!r}, not in {_HOMES[kind]}"
        yield _danger(name, seen, "open it in Word and save it again")


def _danger(name: str, seen: str, fix: str) -> Finding:
    return Finding("template-link", "error", name, seen, fix=fix)
