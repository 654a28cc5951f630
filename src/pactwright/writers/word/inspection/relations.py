"""What a template points at: only parts of its own, and web addresses that a reader clicks."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from pactwright.findings import Finding
from pactwright.writers.word.inspection.content import tree_of
from pactwright.writers.word.package import Parts, is_xml

_HARMLESS = frozenset(
    [
        "officeDocument",
        "core-properties",
        "extended-properties",
        "custom-properties",
        "styles",
        "stylesWithEffects",
        "numbering",
        "settings",
        "webSettings",
        "fontTable",
        "theme",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "comments",
        "commentsExtended",
        "commentsIds",
        "commentsExtensible",
        "people",
        "image",
        "hyperlink",
        "customXml",
        "customXmlProps",
        "font",
        "thumbnail",
        "glossaryDocument",
        "intelligence",
        "classificationlabels",
    ]
)
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


def relations(parts: Parts) -> Iterator[Finding]:
    """Each relation that leads out of the file, to nothing, or to something that could run."""
    found: set[str] = set()
    for name, data in parts.items():
        if name.endswith(".rels"):
            for relation in tree_of(data).iter(etree.Element):
                found |= {_kind(relation)} if name in _NEAREST else set()
                yield from _relation(relation, name, parts)
    yield from _types(parts)
    for kind in sorted(_HOMES.keys() - found):
        yield _danger("the file", f"its {kind} part is not linked", "open it in Word and save it again")


def _types(parts: Parts) -> Iterator[Finding]:
    """Each part that says it is XML under a name that says it is not: it would be used without being looked at."""
    for each in tree_of(parts["[Content_Types].xml"]).iter(etree.Element):
        name = each.get("PartName") or f".{each.get('Extension') or 'xml'}"
        if (each.get("ContentType") or "").lower().endswith("xml") and not is_xml(name):
            yield _danger("[Content_Types].xml", f"{name[:60]!r} is not what it is called", "save it again in Word")


def _relation(relation: etree._Element, name: str, parts: Parts) -> Iterator[Finding]:
    if relation.get("Type") is None:
        return
    kind = _kind(relation)
    target = relation.get("Target", "")
    if relation.get("TargetMode", "Internal") != "Internal":
        if kind != "hyperlink" or not target.lower().startswith(_CLICKED):
            said = _PLAIN_WORDS.get(kind, {"image": "a linked picture", "hyperlink": "a link"}.get(kind, kind))
            yield _danger(name, f"{said} leads to {target[:60]!r} outside the file", _fix(kind))
    elif kind not in _HARMLESS:
        yield _danger(name, f"the file holds {_PLAIN_WORDS.get(kind, kind)!s}", "delete it in Word and save again")
    elif not target.startswith("#") and _part(name, target) not in parts:
        yield _danger(name, f"{target[:60]!r} is not in the file", "open it in Word and save it again")
    elif name in _NEAREST and kind in _HOMES and _part(name, target) != _HOMES[kind]:
        seen = f"its {kind} part stands in {target[:60]!r}, not in {_HOMES[kind]}"
        yield _danger(name, seen, "open it in Word and save it again")


def _kind(relation: etree._Element) -> str:
    return (relation.get("Type") or "").rpartition("/")[2]


def _fix(kind: str) -> str:
    return {
        "attachedTemplate": "detach it in Word (Developer, Document Template, Normal)",
        "image": "put the picture itself into the file (Edit Links to Files, Break Link)",
        "hyperlink": "a link may lead to http, https or mailto only",
    }.get(kind, "delete it in Word and save again")


def _part(name: str, target: str) -> str:
    """The part that a target names, as seen from the file of relations."""
    folder = posixpath.dirname(posixpath.dirname(name))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _danger(name: str, seen: str, fix: str) -> Finding:
    return Finding("template-link", "error", name, seen, fix=fix)
