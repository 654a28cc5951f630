"""What each format says, read back without pactwright: the numbered paragraphs and the references, in their order.

A paragraph is its label and its words, a reference its words and the label that its target bears; spaces do not count.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree, html

from tests.reader import read

STYLES = {
    "ArticleHeading": "article",
    "Heading1": "clause",
    "ClauseSub": "item",
    "ClauseL3": "subitem",
    "ClauseL4": "subsubitem",
    "Recital": "recital",
    "ScheduleHeading": "schedule",
    "SchedulePart": "schedule-part",
}
NUMBERED = frozenset(STYLES.values())


@dataclass(frozen=True)
class Said:
    """The numbered paragraphs and the references of a file."""

    paragraphs: tuple[str, ...]
    references: tuple[tuple[str, str], ...]


def squeezed(text: str) -> str:
    """A text without its spaces and line breaks."""
    return "".join(text.split())


def of_docx(content: bytes) -> Said:
    """What the Word file says, its numbers counted by its own lists."""
    document = read(content)
    paragraphs = [squeezed(p.number + p.text) for p in document.paragraphs if p.style in STYLES]
    labels = {name: p.number for p in document.paragraphs for name in p.bookmarks}
    return Said(tuple(paragraphs), tuple((field.cached, labels[field.target]) for field in document.references))


def of_json(content: bytes) -> Said:
    """What the data say."""
    record = json.loads(content)
    found = [each for each in _records(record) if each.get("role") in NUMBERED]
    labels = {each["bookmark"]: each["label"] for each in found}
    words = tuple(squeezed(each["label"] + "".join(run["text"] for run in each["runs"])) for each in found)
    references = [each for each in _records(record) if each.get("kind") == "reference"]
    return Said(words, tuple((each["text"], labels[each["bookmark"]]) for each in references))


def of_html(content: bytes) -> Said:
    """What the page says to those who see it; its contents are not part of the agreement."""
    main = page_of(content).get_element_by_id("agreement")
    found = [each for each in main.iter() if each.get("class") in NUMBERED]
    labels = {each.get("id", ""): label(each) for each in found}
    links = [each for each in main.iter("a") if each.get("href", "").startswith("#")]
    return Said(
        tuple(squeezed(seen(each)) for each in found),
        tuple((seen(link), labels[link.get("href", "")[1:]]) for link in links),
    )


def of_text(content: str, expected: Said) -> tuple[str, ...]:
    """Those of the expected paragraphs that a text without structure does not say in their place and order."""
    body, start, missing = squeezed(content), 0, []
    for paragraph in expected.paragraphs:
        found = body.find(paragraph, start)
        if found < 0:
            missing.append(paragraph)
        start = max(start, found + len(paragraph) if found >= 0 else 0)
    return tuple(missing)


def of_pdf(content: bytes, folder: Path) -> str:
    """The words of a PDF in the order of reading, without the headers and footers of its pages."""
    (folder / "read.pdf").write_bytes(content)
    inside = ("-x", "0", "-y", "45", "-W", "700", "-H", "748")  # between header and footer of an A4 page
    command = ["pdftotext", "-raw", "-nopgbrk", "-enc", "UTF-8", *inside, str(folder / "read.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


def page_of(content: bytes) -> html.HtmlElement:
    """A page as a browser would see it."""
    return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))


def label(element: html.HtmlElement) -> str:
    """The number that stands before a paragraph."""
    return "".join(seen(each) for each in element.iter("span") if each.get("class") == "label")


def seen(element: etree._Element) -> str:
    """The words of an element, without those that are there for the ear only."""
    unseen = element.get("class") == "unseen"
    inside = "".join([element.text or "", *(seen(child) + (child.tail or "") for child in element)])
    return "" if unseen else inside


def _records(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _records(each)


def without_one_label(content: str) -> str:
    """A planted mistake: one clause bears the number of another."""
    return re.sub(r"(?<![\d.])2\.1(?![\d.])", "2.7", content)
