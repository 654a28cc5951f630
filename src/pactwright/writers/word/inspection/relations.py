"""What a template points at: only parts of its own, and web addresses that a reader clicks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pactwright.findings import Finding
from pactwright.foreign import Package, Relation

_PROPERTIES = ["officeDocument", "core-properties", "extended-properties", "custom-properties", "classificationlabels"]
_STYLING = ["styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "font", "theme"]
_STORIES = ["header", "footer", "footnotes", "endnotes", "glossaryDocument", "image", "thumbnail", "hyperlink"]
_REVIEW = ["comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "intelligence"]
_HARMLESS = frozenset([*_PROPERTIES, *_STYLING, *_STORIES, *_REVIEW, "customXml", "customXmlProps"])
_PLAIN_WORDS = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "control": "an ActiveX control",
    "activeXControlBinary": "an ActiveX control",
    "aFChunk": "another document inside (altChunk)",
    "subDocument": "a subdocument",
    "attachedTemplate": "an attached template",
    "extensibility": "buttons of its own in Word's ribbon",
    "mailMergeSource": "a mail merge",
    "frame": "a frame",
}
_HOMES = {
    "officeDocument": "word/document.xml",
    "styles": "word/styles.xml",
    "numbering": "word/numbering.xml",
    "settings": "word/settings.xml",
}
"""What the rest of the inspection reads must be what Word and the writer read."""

_NEAREST = ("_rels/.rels", "word/_rels/document.xml.rels")
_CLICKED = ("http://", "https://", "mailto:")


def dangerous_relations(package: Package) -> Iterator[Finding]:
    """Each relation that leads out of the file, to nothing, or to something that could run."""
    relations = list(package.relations())
    for relation in relations:
        yield from _relation(relation, package.parts)
    found = {each.kind for each in relations if each.source in _NEAREST}
    for kind in sorted(_HOMES.keys() - found):
        yield _danger("the file", f"its {kind} part is not linked", "open it in Word and save it again")


def _relation(relation: Relation, parts: Mapping[str, bytes]) -> Iterator[Finding]:
    name, kind, target = relation.source, relation.kind, relation.target
    if relation.is_outside:
        if kind != "hyperlink" or not target.lower().startswith(_CLICKED):
            said = _PLAIN_WORDS.get(kind, {"image": "a linked picture", "hyperlink": "a link"}.get(kind, kind))
            yield _danger(name, f"{said} leads to {target[:60]!r} outside the file", _fix(kind))
    elif kind not in _HARMLESS:
        yield _danger(name, f"the file holds {_PLAIN_WORDS.get(kind, kind)!s}", "delete it in Word and save again")
    elif not target.startswith("#") and relation.part not in parts:
        yield _danger(name, f"{target[:60]!r} is not in the file", "open it in Word and save it again")
    elif name in _NEAREST and kind in _HOMES and relation.part != _HOMES[kind]:
        seen = f"its {kind} part stands in {target[:60]!r}, not in {_HOMES[kind]}"
        yield _danger(name, seen, "open it in Word and save it again")


def _fix(kind: str) -> str:
    return {
        "attachedTemplate": "detach it in Word (Developer, Document Template, Normal)",
        "image": "put the picture itself into the file (Edit Links to Files, Break Link)",
        "hyperlink": "a link may lead to http, https or mailto only",
    }.get(kind, "delete it in Word and save again")


def _danger(name: str, seen: str, fix: str) -> Finding:
    return Finding("template-link", "error", name, seen, fix=fix)
