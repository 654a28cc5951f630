"""Lines of a report as runs of Word: a tone is a character style, a link leads to a bookmark or a page of the web."""

from __future__ import annotations

from collections.abc import Mapping

from pactwright.report import Line, Tone, Words
from pactwright.writers.report.typed import printable
from pactwright.writers.report.word.places import Places
from pactwright.writers.word.package import link_id
from pactwright.writers.word.paragraphs import styled
from pactwright.writers.word.runs import plain_xml

_STYLES: Mapping[Tone, str] = {
    "plain": "",
    "strong": "Strong",
    "quiet": "Quiet",
    "alert": "Alert",
    "added": "Added",
    "removed": "Removed",
}
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def line_xml(line: Line, places: Places, plain: str = "") -> str:
    """The words of a line as runs; `plain` is the character style of those without a tone."""
    return "".join(_words(words, places, _STYLES[words.tone] or plain) for words in line)


def typed_xml(text: str, style: str = "") -> str:
    """Words without a tone as runs, in a character style."""
    return plain_xml(printable(text), style)


def paragraph(style: str, line: Line, places: Places, plain: str = "") -> str:
    """A paragraph of a line."""
    return styled(style, line_xml(line, places, plain))


def _words(words: Words, places: Places, style: str) -> str:
    is_inside = words.to.startswith("#")
    name = places.bookmark(words.to[1:])[1] if is_inside else ""
    if not words.to or (is_inside and not name):
        return typed_xml(words.text, style)
    inside = typed_xml(words.text, style or "Hyperlink")
    if name:
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>'
    relation = link_id(places.address(words.to))
    return f'<w:hyperlink xmlns:r="{_RELATIONS}" r:id="{relation}" w:history="1">{inside}</w:hyperlink>'
