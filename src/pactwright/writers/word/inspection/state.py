"""The state in which a template was left: Word's mode, its language, changes and comments that nobody took out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docx.document import Document
from docx.section import _Footer, _Header
from lxml import etree

from pactwright.findings import Finding
from pactwright.foreign import W
from pactwright.writers.word.contract import COMPATIBILITY, STYLES

_DRAFT = re.compile("is_draft|draft_mark|footer_notice")
_DIGITS = re.compile("[0-9]{1,3}")
_MOVED = ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"]
_REFORMATTED = ["rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange"]
_CHANGES = tuple(f"{W}{each}" for each in (*_MOVED, *_REFORMATTED))


def state_faults(document: Document, trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """What a person must clear in Word before the template can be used."""
    yield from _settings(document.settings.element)
    yield from _language(document)
    yield from _even_pages(document)
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


def _even_pages(document: Document) -> Iterator[Finding]:
    """Pages of one hand on which nothing says that a draft is one, though the others do."""
    first = document.sections[0]
    odd = _marks_drafts(first.header, first.footer)
    differs = document.settings.odd_and_even_pages_header_footer
    if differs and odd and not _marks_drafts(first.even_page_header, first.even_page_footer):
        seen = "even pages have headers and footers of their own, without the mark of a draft"
        fix = "switch off Different Odd & Even Pages (Header & Footer), or give even pages the same"
        yield _fault("headers", seen, fix)


def _marks_drafts(*stories: _Header | _Footer) -> bool:
    """Whether a header or a footer, where it is there, says of a draft that it is one."""
    there = (each._element for each in stories if not each.is_linked_to_previous)  # noqa: SLF001 - python-docx gives no words of tables and shapes
    return any(_DRAFT.search(f"{''.join(map(str, each.itertext()))} {_drawn(each)}") for each in there)


def _drawn(story: etree._Element) -> str:
    """The words that shapes of a header or a footer draw."""
    return " ".join(each.get("string") or "" for each in story.iter("{urn:schemas-microsoft-com:vml}textpath"))


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
