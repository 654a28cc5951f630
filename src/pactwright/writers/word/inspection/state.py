"""The state in which a template was left: Word's mode, its language, changes and comments that nobody took out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docx.document import Document
from lxml import etree

from pactwright.findings import Finding
from pactwright.foreign import W
from pactwright.writers.word.contract import COMPATIBILITY, STYLES

_DIGITS = re.compile("[0-9]{1,3}")
_MOVED = ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"]
_REFORMATTED = ["rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange"]
_CHANGES = tuple(f"{W}{each}" for each in (*_MOVED, *_REFORMATTED))


def state_faults(document: Document, trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """What a person must clear in Word before the template can be used."""
    yield from _settings(document.settings.element)
    yield from _language(document)
    for name, root in trees.items():
        if count := sum(1 for _ in root.iter(*_CHANGES)):
            fix = "accept or reject them all (Review, Accept All Changes and Stop Tracking)"
            yield _fault(name, f"{_marked(count, 'tracked change')} in the file", fix)
        if count := sum(1 for _ in root.iter(f"{W}comment")):
            yield _fault(
                name, f"{_marked(count, 'comment')} in the file", "delete them all (Review, Delete All Comments)"
            )


def _settings(settings: etree._Element) -> Iterator[Finding]:
    modes = (
        each.get(f"{W}val") or ""
        for each in settings.iter(f"{W}compatSetting")
        if each.get(f"{W}name") == "compatibilityMode"
    )
    mode = next(modes, "")
    if not _DIGITS.fullmatch(mode) or int(mode) < COMPATIBILITY:
        yield _fault(
            "settings", f"Word shows Compatibility Mode ({mode or 'none set'})", "convert it (File, Info, Convert)"
        )
    if settings.find(f"{W}trackRevisions") is not None:
        yield _fault("settings", "Track Changes is switched on", "switch it off (Review, Track Changes)")
    if settings.find(f"{W}documentProtection") is not None:
        yield _fault("settings", "the file is protected against changes", "take it off (Review, Restrict Editing)")
    if settings.find(f"{W}updateFields") is not None:
        fix = "start again from pactwright template new, or delete updateFields"
        yield _fault("settings", "Word will ask whether to update fields whenever the document opens", fix)


def _language(document: Document) -> Iterator[Finding]:
    defaults = document.styles.element.iterfind(f"{W}docDefaults//{W}lang")
    if not any(each.get(f"{W}val") for each in defaults):
        fix = "set one (Review, Language, Set Proofing Language, Set As Default)"
        yield _fault("styles", "the file has no default language, so no document can be given its own", fix)
    names = {style.ident: style.name for style in STYLES}
    for style in document.styles:
        language = style.element.find(f"{W}rPr/{W}lang")
        if style.style_id in names and language is not None and language.get(f"{W}val"):
            seen = f'the style "{names[style.style_id]}" fixes the language {language.get(f"{W}val")}'
            fix = "a document brings its own; choose the default (Modify Style, Format, Language)"
            yield _fault("styles", seen, fix)


def _marked(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'} left"


def _fault(where: str, seen: str, fix: str) -> Finding:
    return Finding("template-state", "error", where, seen, fix=fix)
