"""The state in which a template was left: Word's mode, its language, changes and comments that nobody took out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from pactwright.findings import Finding
from pactwright.writers.word.contract import COMPATIBILITY, STYLES
from pactwright.writers.word.inspection.styles import PART as STYLES_PART
from pactwright.writers.word.package import W

PART = "word/settings.xml"
_DIGITS = re.compile("[0-9]{1,3}")
_CHANGES = [
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "numberingChange",
    "cellIns",
    "cellDel",
    "cellMerge",
]


def state(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """What a person must clear in Word before the template can be used."""
    yield from _settings(trees[PART])
    yield from _language(trees[STYLES_PART])
    for name, root in trees.items():
        if count := sum(1 for _ in root.iter(*(f"{W}{each}" for each in _CHANGES))):
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


def _language(styles: etree._Element) -> Iterator[Finding]:
    if not any(each.get(f"{W}val") for each in styles.iterfind(f"{W}docDefaults//{W}lang")):
        fix = "set one (Review, Language, Set Proofing Language, Set As Default)"
        yield _fault("styles", "the file has no default language, so no document can be given its own", fix)
    known = {style.ident: style.name for style in STYLES}
    for style in styles.iterfind(f"{W}style"):
        language = style.find(f"{W}rPr/{W}lang")
        if style.get(f"{W}styleId") in known and language is not None and language.get(f"{W}val"):
            seen = f'the style "{known[style.get(f"{W}styleId") or ""]}" fixes the language {language.get(f"{W}val")}'
            yield _fault(
                "styles", seen, "a document brings its own; choose the default (Modify Style, Format, Language)"
            )


def _marked(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'} left"


def _fault(where: str, seen: str, fix: str) -> Finding:
    return Finding("template-state", "error", where, seen, fix=fix)
