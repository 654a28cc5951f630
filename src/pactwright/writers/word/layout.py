"""What the place decides about the look: the paper and the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pactwright.writers.word.package import W, part, tree


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A sheet and its side margins, in twentieths of a point."""

    width: int
    height: int
    side: int

    @property
    def text_width(self) -> int:
        """What is left between the margins."""
        return self.width - 2 * self.side


PAPERS: Mapping[str, PaperSize] = {"a4": PaperSize(11906, 16838, 1417), "letter": PaperSize(12240, 15840, 1584)}


def fitted(styles: bytes, language: str, text_width: int) -> bytes:
    """The styles in a language, and the page numbers of the contents at the right edge of the text."""
    root = tree(styles)
    for said in root.iterfind(f"{W}docDefaults//{W}lang"):
        said.set(f"{W}val", language)
    for style in _CONTENTS:
        for stop in root.iterfind(f"{W}style[@{W}styleId='{style}']//{W}tab"):
            if stop.get(f"{W}val") in _AT_THE_END:
                stop.set(f"{W}pos", str(text_width))
    return part(root)


_CONTENTS, _AT_THE_END = ("TOC1", "TOC2"), {"right", "end"}
