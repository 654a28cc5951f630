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


PAPERS: Mapping[str, PaperSize] = {"a4": PaperSize(11906, 16838, 1134), "letter": PaperSize(12240, 15840, 1191)}


def in_language(styles: bytes, language: str) -> bytes:
    """The styles with a language of their own."""
    root = tree(styles)
    for said in root.iterfind(f"{W}docDefaults//{W}lang"):
        said.set(f"{W}val", language)
    return part(root)
