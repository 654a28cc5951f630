"""What the place decides about the look: the paper and the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from pactwright.document import Agreement
from pactwright.writers.word.package import Parts, W, part, tree


@dataclass(frozen=True)
class Paper:
    """A sheet and its side margins, in twentieths of a point."""

    width: int
    height: int
    side: int

    @cached_property
    def text_width(self) -> int:
        """What is left between the margins; one object for all documents, so that what is made of it is found again."""
        return self.width - 2 * self.side


PAPERS: Mapping[str, Paper] = {"a4": Paper(11906, 16838, 1134), "letter": Paper(12240, 15840, 1191)}


def laid_out(parts: Parts, agreement: Agreement) -> Parts:
    """The parts with the agreement's paper in every section and its language in the styles."""
    document = tree(parts["word/document.xml"])
    for section in document.iter(f"{W}sectPr"):
        _set_paper(section, PAPERS[agreement.paper])
    styles = in_language(parts["word/styles.xml"], agreement.language)
    return parts | {"word/document.xml": part(document), "word/styles.xml": styles}


def in_language(styles: bytes, language: str) -> bytes:
    """The styles with a language of their own."""
    root = tree(styles)
    for said in root.iterfind(f"{W}docDefaults//{W}lang"):
        said.set(f"{W}val", language)
    return part(root)


def _set_paper(section: etree._Element, paper: Paper) -> None:
    for size in section.iterfind(f"{W}pgSz"):
        size.set(f"{W}w", str(paper.width))
        size.set(f"{W}h", str(paper.height))
    for margins in section.iterfind(f"{W}pgMar"):
        margins.set(f"{W}left", str(paper.side))
        margins.set(f"{W}right", str(paper.side))
